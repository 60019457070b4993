export { PurposeTimeline, type PurposeTimelineProps } from "./PurposeTimeline.tsx";
