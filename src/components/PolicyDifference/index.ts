export { PolicyDifference, type PolicyDifferenceProps } from "./PolicyDifference.tsx";
