export { PurposeActivity, type PurposeActivityProps } from "./PurposeActivity.tsx";
