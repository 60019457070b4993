export { PolicySample, type PolicySampleProps } from "./PolicySample.tsx";
