export { PurposeSwitch, type PurposeSwitchProps } from "./PurposeSwitch.tsx";
