export { TransmissionLog, type TransmissionLogProps } from "./TransmissionLog.tsx";
