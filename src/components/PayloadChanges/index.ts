export {
  NewerChanges,
  PayloadChanges,
  type PayloadChangesProps,
} from "./PayloadChanges.tsx";
