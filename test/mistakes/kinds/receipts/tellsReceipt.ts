import { type Loose, type Plant, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";

export const tellsReceipt = (to: (receipt: Loose) => Loose): Plant =>
  tells(is.receipt, (receipt) => ({ ...receipt, ...to(receipt) }));

export const tellsReceiptWithout = (name: string, event?: string): Plant =>
  tells(is.receipt, (receipt) => {
    const { [name]: _left, ...rest } = receipt;
    return event === undefined || receipt["kt:event"] === event ? rest : receipt;
  });

export const tellsReceiptOf = (event: string, to: (receipt: Loose) => Loose): Plant =>
  tellsReceipt((receipt) => (receipt["kt:event"] === event ? to(receipt) : {}));

export const tellsReceiptProcess = (
  to: (process: Loose, receipt: Loose) => Loose,
): Plant =>
  tellsReceipt((receipt) => ({
    "dpv:hasProcess": {
      ...receipt["dpv:hasProcess"],
      ...to(receipt["dpv:hasProcess"], receipt),
    },
  }));
