export { Alert, type AlertProps } from "./Alert.tsx";
export { ErrorMessage, type ErrorMessageProps } from "./ErrorMessage.tsx";
