export { TransportFacts, type TransportFactsProps } from "./TransportFacts.tsx";
