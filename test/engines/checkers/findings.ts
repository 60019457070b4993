import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);

export const checkerScripts = [
  require.resolve("accessibility-checker-engine/ace.js"),
  require.resolve("html_codesniffer/build/HTMLCS.js"),
];

/** What a checker says of a page: sure of it, or for a person to look at. */
export interface CheckerFinding {
  readonly checker: "IBM Equal Access" | "HTML CodeSniffer";
  readonly certainty: "violation" | "potential";
  readonly rule: string;
  readonly message: string;
  readonly element: string;
}

/** What both checkers find in a page that has their scripts. */
export async function checkerFindings(page: Page): Promise<readonly CheckerFinding[]> {
  return page.evaluate(async () => {
    interface IbmResult {
      ruleId: string;
      value: [string, string];
      message: string;
      snippet: string;
    }
    interface SnifferMessage {
      type: number;
      code: string;
      msg: string;
      element: Element;
    }
    const ace = Reflect.get(globalThis, "ace");
    const sniffer = Reflect.get(globalThis, "HTMLCS");
    const report: { results: IbmResult[] } = await new ace.Checker().check(document, [
      "WCAG_2_2",
    ]);
    const ofIbm = report.results
      .filter(({ value }) => ["FAIL", "POTENTIAL", "MANUAL"].includes(value[1]))
      .map(({ ruleId, value, message, snippet }) => ({
        checker: "IBM Equal Access" as const,
        certainty:
          value[0] === "VIOLATION" && value[1] === "FAIL"
            ? ("violation" as const)
            : ("potential" as const),
        ...{ rule: ruleId, message, element: snippet.slice(0, 160) },
      }));
    await new Promise<void>((resolve) =>
      sniffer.process("WCAG2AA", document, () => resolve()),
    );
    const said: SnifferMessage[] = sniffer.getMessages();
    const ofSniffer = said
      .filter(({ type }) => type < 3)
      .map(({ type, code, msg, element }) => ({
        checker: "HTML CodeSniffer" as const,
        certainty: type === 1 ? ("violation" as const) : ("potential" as const),
        ...{ rule: code, message: msg, element: element.outerHTML?.slice(0, 160) ?? "" },
      }));
    return [...ofIbm, ...ofSniffer];
  });
}
