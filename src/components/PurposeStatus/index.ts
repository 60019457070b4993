export { StatusChip, type StatusChipProps } from "./StatusChip.tsx";
export { StatusLine, type StatusLineProps } from "./StatusLine.tsx";
