export { DecisionHistory, type DecisionHistoryProps } from "./DecisionHistory.tsx";
