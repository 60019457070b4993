import type { Change } from "../panel/store/panelStore.ts";

/** Whether something may be replaced or removed that the files could still hold. */
export function needsPurge({
  state,
  put,
  drop,
  end,
  forget,
}: Omit<Change<unknown>, "result">): boolean {
  return state !== undefined || [put, drop, end, forget].some((list) => list?.length);
}
