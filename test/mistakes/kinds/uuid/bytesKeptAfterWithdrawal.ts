import { change, type Loose, type Plant, tellsEntry } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const forgets = (isForgotten: (state: Loose) => boolean): Plant =>
  change(({ forget, ...rest }) => ({
    ...rest,
    ...(forget && isForgotten(rest.state) ? { forget } : {}),
  }));

/** Bytes with the UUID outlive the consent. */
export const bytesKeptAfterWithdrawal: readonly Mistake[] = [
  {
    id: "bodies-keep-uuid",
    sentence: "Bodies that hold the UUID are kept after a withdrawal",
    plant: forgets(() => false),
  },
  {
    id: "agreed-keep-uuid",
    sentence: "Agreed bytes that hold the UUID are kept after a withdrawal",
    plant: change(({ append, ...rest }) => ({
      ...rest,
      ...(append && { append: append.map(({ uuid: _uuid, ...entry }) => entry) }),
    })),
  },
  {
    id: "sent-keep-uuid",
    sentence: "Bodies of reports are kept after a withdrawal",
    plant: change(({ begin, ...rest }) => ({
      ...rest,
      ...(begin && {
        begin: { ...begin, entry: (({ uuid: _uuid, ...entry }) => entry)(begin.entry) },
      }),
    })),
  },
  {
    id: "erasure-keeps-uuid",
    sentence: "The body of a request to erase is kept after it was done",
    plant: change((given, { items }) => {
      const { begin } = given;
      const isErasure =
        begin &&
        items.some(
          (item) => item.id === begin.item && (item.data as Loose).kind === "erasure",
        );
      return isErasure && begin
        ? {
            ...given,
            begin: {
              ...begin,
              entry: (({ uuid: _uuid, ...entry }) => entry)(begin.entry),
            },
          }
        : given;
    }),
  },
  {
    id: "bytes-kept-until-confirmed",
    sentence: "Bodies that hold the UUID go only when the vendor has answered",
    plant: change((given, snapshot) => {
      const before: Loose = snapshot.state;
      const after: Loose = given.state;
      const isWithdrawal = before?.pseudonym && after && !after.pseudonym;
      const { forget: _forget, ...rest } = given;
      return isWithdrawal ? rest : given;
    }),
  },
  {
    id: "entry-says-nothing-of-uuid",
    sentence: "The history says that bytes are gone, and serves them",
    plant: tellsEntry(is.history, (entry) =>
      entry.payload === "kept" ? { payload: "deleted" } : entry,
    ),
  },
];
