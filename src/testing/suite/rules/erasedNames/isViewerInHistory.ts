import { expectJson } from "../../expectations.ts";
import { oncePerContext } from "../../oncePerContext.ts";
import { readPurposes } from "../../panelReading.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** Whether the history told of this viewer before the suite decided anything. */
export const isViewerInHistory = oncePerContext(
  async (context: SuiteContext): Promise<boolean> => {
    const exchange = await context.get("/decisions");
    const { viewer } = await readPurposes(context);
    const { entries, next } = expectJson(exchange, context.contract.decisions);
    return next !== null || entries.some(({ by }) => by?.id === viewer.id);
  },
);
