export { StaticPolicy, type StaticPolicyProps } from "./StaticPolicy.tsx";
