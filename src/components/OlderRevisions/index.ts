export { OlderRevisions, type OlderRevisionsProps } from "./OlderRevisions.tsx";
