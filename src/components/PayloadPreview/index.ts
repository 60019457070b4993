export { NewerData } from "./NewerData.tsx";
export { PayloadBytesPanel, type PayloadBytesPanelProps } from "./PayloadBytesPanel.tsx";
export { PayloadFindings } from "./PayloadFindings.tsx";
export { PayloadProvider, type PayloadProviderProps } from "./PayloadProvider.tsx";
export { PayloadValues, type PayloadValuesProps } from "./PayloadValues.tsx";
export type { PayloadView } from "./types.ts";
export { usePayloadView } from "./usePayloadView.ts";
