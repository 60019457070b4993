export { ExportLink } from "./ExportLink.tsx";
export { PrivacyExport } from "./PrivacyExport.tsx";
