export { PolicySummary, type PolicySummaryProps } from "./PolicySummary.tsx";
