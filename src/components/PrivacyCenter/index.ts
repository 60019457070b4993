export { PrivacyCenter, type PrivacyCenterProps } from "./PrivacyCenter.tsx";
