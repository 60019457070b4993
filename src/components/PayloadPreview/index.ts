export { PayloadPreview, type PayloadPreviewProps } from "./PayloadPreview.tsx";
