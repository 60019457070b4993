"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatNumber } from "../../i18n/formatMoment.ts";
import { sayFinding } from "../../payload/view/findings.ts";
import { usePayloadView } from "./usePayloadView.ts";

/** More is no help beside a switch; all of them stand with the bytes. */
const maxBesideSwitch = 3;

/**
 * What is wrong with the bytes, in a sentence or a few, and a button that goes there: the
 * content of an alert. Nothing where nothing is wrong.
 */
export function PayloadFindings() {
  const words = useWords();
  const { showFinding } = usePayloadView();
  const findings = useFindings(maxBesideSwitch);
  if (findings.length === 0) return null;
  return (
    <>
      <FindingSentences sentences={findings} />
      <p>
        <button type="button" className="kt-link" onClick={showFinding}>
          {words("payload.showFinding")}
        </button>
      </p>
    </>
  );
}

/** One finding as a sentence, several as a list. */
export function FindingSentences({
  sentences,
}: {
  readonly sentences: readonly string[];
}) {
  const [only, ...others] = sentences;
  if (others.length === 0) return <p>{only}</p>;
  return (
    <ul>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The first findings as sentences, and how many more there are. */
export function useFindings(max: number): readonly string[] {
  const words = useWords();
  const { language } = usePrivacy();
  const { content } = usePayloadView();
  if (content.status !== "shown") return [];
  const { findings } = content;
  const format = (count: number) => formatNumber(count, language);
  const said = findings.slice(0, max).map((one) => sayFinding(one, words, format));
  const count = findings.length - max;
  if (count <= 0) return said;
  return [...said, words("payload.moreFindings", { count, number: format(count) })];
}
