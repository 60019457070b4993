export { Alert, type AlertProps } from "./Alert.tsx";
export { ErrorEvidence } from "./ErrorEvidence.tsx";
export { ErrorMessage, type ErrorMessageProps } from "./ErrorMessage.tsx";
