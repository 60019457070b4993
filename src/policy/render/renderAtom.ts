import { buildRevisions } from "../buildRevisions.ts";
import type { Section } from "../document.ts";
import type { Language } from "../language.ts";
import type { Policy } from "../policy.ts";
import { revisionChain } from "../revisions.ts";
import { escapeXml } from "./escapeXml.ts";
import { createHtmlParts } from "./htmlParts.ts";
import { linkUrl } from "./linkUrl.ts";
import { nameUuid } from "./nameUuid.ts";
import { defaultPrefix } from "./pageOptions.ts";

/** Where a feed and its page lie (RFC 4287, 4.2.7): each is linked where its URL is given. */
export interface AtomOptions {
  /** Where the feed lies: an http, https or relative URL. */
  readonly feedUrl?: string;
  /** Where the page lies that has the same revisions: an http, https or relative URL. */
  readonly pageUrl?: string;
}

/** The namespace of the ids of feeds and their entries; another one would make other entries. */
const namespace = "c27e7341-e135-48f3-9df7-5ce79c4b1252";

/**
 * The revisions of a policy as an Atom feed (RFC 4287) in one language, newest first. An entry
 * says what its revision changed. Ids are made of product, revision and language, so they stay
 * when the feed moves; `updated` is the day of the revision.
 *
 * @throws {RangeError} when an address may not be linked.
 */
export function renderAtom(
  policy: Policy,
  language: Language,
  { feedUrl, pageUrl }: AtomOptions = {},
): string {
  const { title, sections } = buildRevisions(policy, language);
  const { product, vendor, revision } = policy;
  const page = pageUrl === undefined ? undefined : linkUrl(pageUrl);
  const idOf = (name: readonly string[]) =>
    `<id>urn:uuid:${nameUuid(namespace, JSON.stringify([product, language, ...name]))}</id>`;
  const entry = (section: Section, of: Policy) => [
    "<entry>",
    idOf([of.revision.id]),
    `<title>${escapeXml(section.heading)}</title>`,
    updated(of.revision.date),
    ...pageLink(page && `${page}#${anchorOf(section)}`, language),
    `<content type="html">${escapeXml(contentOf(section))}</content>`,
    "</entry>",
  ];
  const chain = revisionChain(policy);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    idOf([]),
    `<title>${escapeXml(title)}</title>`,
    updated(revision.date),
    `<author><name>${escapeXml(vendor[language])}</name></author>`,
    ...(feedUrl === undefined
      ? []
      : [
          `<link rel="self" type="application/atom+xml" href="${escapeXml(linkUrl(feedUrl))}"/>`,
        ]),
    ...pageLink(page, language),
    ...chain.flatMap((one, index) => {
      const section = sections[index];
      return section ? entry(section, one) : [];
    }),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

/** A day has no time; the feed says its first moment in UTC (RFC 3339). */
function updated(day: string): string {
  return `<updated>${day}T00:00:00Z</updated>`;
}

function pageLink(href: string | undefined, language: Language): readonly string[] {
  return href === undefined
    ? []
    : [
        `<link rel="alternate" type="text/html" hreflang="${language}" href="${escapeXml(href)}"/>`,
      ];
}

function anchorOf({ anchor }: Section): string {
  return encodeURIComponent(defaultPrefix + anchor);
}

function contentOf({ blocks }: Section): string {
  return blocks.map(createHtmlParts(defaultPrefix).block).join("\n");
}
