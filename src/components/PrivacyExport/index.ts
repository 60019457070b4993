export { PrivacyExport, type PrivacyExportProps } from "./PrivacyExport.tsx";
