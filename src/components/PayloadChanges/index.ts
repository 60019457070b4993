export { PayloadChanges, type PayloadChangesProps } from "./PayloadChanges.tsx";
