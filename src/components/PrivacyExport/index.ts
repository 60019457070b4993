export { PrivacyExport } from "./PrivacyExport.tsx";
