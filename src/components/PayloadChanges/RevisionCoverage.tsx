"use client";
import { useMemo } from "react";
import { useWords } from "../../hooks/useWords.ts";
import type { ReadBySchema } from "../../payload/comparePayloads.ts";
import { explainText } from "../../payload/explainText.ts";
import { formatPath } from "../../payload/view/groupByItem.ts";
import type { Schema } from "../../policy/schemaNode.ts";
import { Heading } from "../Heading.tsx";

export interface RevisionCoverageProps {
  readonly revision: string;
  /** What the revision told of this purpose; nothing where it did not know it. */
  readonly schema: Schema | undefined;
  readonly shown: ReadBySchema;
  readonly headingLevel: number;
}

/** More is no help to a reader, and stands in the bytes. */
const maxPlaces = 50;

/** Which of the values on the screen an older revision did not tell of. */
export function RevisionCoverage({
  revision,
  schema,
  shown: { reading },
  headingLevel,
}: RevisionCoverageProps) {
  const words = useWords();
  const untold = useMemo(() => {
    if (reading.status !== "readable" || !schema) return [];
    const explained = explainText(schema, reading.text);
    const places = explained.status === "json" ? explained.places : [];
    return places.filter(({ status }) => status === "undisclosed");
  }, [reading, schema]);

  return (
    <>
      <Heading level={headingLevel}>{words("changes.revision", { revision })}</Heading>
      {reading.status !== "readable" ? (
        <p>{words("changes.notReadable")}</p>
      ) : !schema ? (
        <p>{words("changes.revisionWithout")}</p>
      ) : (
        untold.length === 0 && <p>{words("changes.revisionCovers")}</p>
      )}
      {untold.length > 0 && (
        <ul>
          {untold.slice(0, maxPlaces).map(({ path }) => (
            <li key={JSON.stringify(path)}>
              <code translate="no">{formatPath(path)}</code>
            </li>
          ))}
        </ul>
      )}
      {untold.length > maxPlaces && (
        <p>{words("payload.moreFindings", { count: untold.length - maxPlaces })}</p>
      )}
    </>
  );
}
