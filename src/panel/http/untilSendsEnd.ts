import { isLeaving } from "../rules/describePurpose.ts";
import type { PanelStore } from "../store/panelStore.ts";
import { purposeReading } from "./purposeReading.ts";

/** Resolves when no report of the purpose is open any more, or when the time is over. */
export async function untilSendsEnd(
  store: PanelStore,
  purpose: string,
  waitMs: number,
): Promise<void> {
  const isOpen = async () =>
    purposeReading(await store.read(), purpose).open.some(isLeaving);
  if (!(await isOpen())) return;
  await new Promise<void>((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      unwatch();
      resolve();
    };
    const look = () => {
      isOpen().then(
        (open) => {
          if (!open) end();
        },
        (error) => {
          end();
          reject(error);
        },
      );
    };
    const timer = setTimeout(end, waitMs);
    const unwatch = store.watch(look);
    look();
  });
}
