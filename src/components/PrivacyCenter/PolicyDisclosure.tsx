"use client";
import { Fragment, useMemo } from "react";
import type { PolicyDocument } from "../../policy/document.ts";
import { Heading } from "../Heading.tsx";
import { PolicyBlocks } from "../PolicyBlocks/index.ts";

export interface PolicyDisclosureProps {
  readonly id: string;
  readonly name: string;
  readonly document: PolicyDocument;
  /** Whether it is unfolded from the start, as there is nothing else to read. */
  readonly isOpen: boolean;
  readonly headingLevel: number;
}

/** The whole policy, folded: a `<details>`. Its sections are no landmarks: the cards are. */
export function PolicyDisclosure({
  id,
  name,
  document,
  isOpen,
  headingLevel,
}: PolicyDisclosureProps) {
  const whole = useMemo(
    () => (
      <>
        <PolicyBlocks blocks={document.introduction} idPrefix={`${id}.`} />
        {document.sections.map(({ anchor, heading, blocks }) => (
          <Fragment key={anchor}>
            <Heading level={headingLevel} id={`${id}.${anchor}`}>
              {heading}
            </Heading>
            <PolicyBlocks blocks={blocks} idPrefix={`${id}.`} />
          </Fragment>
        ))}
      </>
    ),
    [document, id, headingLevel],
  );
  return (
    <details id={id} className="kt-disclosure kt-card" open={isOpen} data-kt="policy">
      <summary>{name}</summary>
      {whole}
    </details>
  );
}

/** The day of the revision in words, where the policy names one. */
export function dateOf({ sections }: PolicyDocument): string | undefined {
  for (const { kind, blocks } of sections) {
    if (kind !== "status") continue;
    for (const block of blocks) {
      if (block.type !== "paragraph") continue;
      const parts = block.sentences.flatMap(({ content }) => content);
      const time = parts.find(({ type }) => type === "time");
      if (time) return time.text;
    }
  }
  return undefined;
}
