export { PolicyContents, type PolicyContentsProps } from "./PolicyContents.tsx";
