import type { PanelSnapshot } from "../../snapshot/panelSnapshot.ts";

export const pseudonymsOf = ({ purposes }: PanelSnapshot) =>
  Object.values(purposes.value?.purposes ?? {}).flatMap(
    ({ activity }) => activity.pseudonym ?? [],
  );
