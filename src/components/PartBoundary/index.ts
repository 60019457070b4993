export { GuardedPart, type GuardedPartProps } from "./GuardedPart.tsx";
export { PartBoundary, type PartBoundaryProps } from "./PartBoundary.tsx";
