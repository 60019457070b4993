/** What a centre shows once it has the panel's state and the words to tell it. */
export { withdrawalsOf } from "../../client/withdrawalsOf.ts";
export { WordsProvider } from "../../hooks/WordsProvider.tsx";
export { addTexts } from "../../i18n/addTexts.ts";
export { ErrorEvidence } from "../ErrorMessage/index.ts";
export { ExportLink, PrivacyExport } from "../PrivacyExport/index.ts";
export { CardRows } from "./CardRows.tsx";
export { CenterOverview } from "./CenterOverview.tsx";
export { CenterProblem } from "./CenterProblem.tsx";
export { GuardedCard } from "./GuardedCard.tsx";
export { PurposeInDoubt } from "./PurposeInDoubt.tsx";
export { RecoveryAnnouncer } from "./RecoveryAnnouncer.tsx";
export { ViewerName } from "./ViewerName.tsx";
