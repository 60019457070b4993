export { PayloadPreview, type PayloadPreviewProps } from "./PayloadPreview.tsx";
export { ShowInBytes } from "./ShowInBytes.tsx";
