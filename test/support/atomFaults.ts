/**
 * What a text has against the rules of RFC 4287 for a feed, each with its section; empty where
 * it is one. It needs a `DOMParser`.
 */
export function atomFaults(text: string): readonly string[] {
  const document = new DOMParser().parseFromString(text, "application/xml");
  const feed = document.documentElement;
  if (document.querySelector("parsererror")) return ["not well-formed XML (2)"];
  if (feed.namespaceURI !== atom || feed.localName !== "feed") return ["no feed (4.1.1)"];
  const entries = childrenOf(feed, "entry");
  const hasAuthor = (one: Element) => childrenOf(one, "author").length > 0;
  const idsAndDays = entries.map(
    (one) => `${textOf(one, "id")} ${textOf(one, "updated")}`,
  );
  return [
    ...common(feed, "feed"),
    ...unknown(feed, feedMembers),
    ...(hasAuthor(feed) || entries.every(hasAuthor) ? [] : ["no author (4.1.1)"]),
    ...(new Set(idsAndDays).size === entries.length ? [] : ["an entry twice (4.1.1)"]),
    ...entries.flatMap((entry) => [
      ...common(entry, "entry"),
      ...unknown(entry, entryMembers),
      ...contentFaults(entry),
    ]),
  ];
}

const atom = "http://www.w3.org/2005/Atom";

const both = ["author", "category", "contributor", "id", "link", "rights", "title"];
const feedMembers = [
  ...both,
  "updated",
  "generator",
  "icon",
  "logo",
  "subtitle",
  "entry",
];
const entryMembers = [...both, "updated", "content", "published", "source", "summary"];

/** RFC 3339 with a capital T and Z (3.3). */
const dateConstruct =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function common(parent: Element, name: string): readonly string[] {
  const alternates = childrenOf(parent, "link")
    .filter((link) => (link.getAttribute("rel") ?? "alternate") === "alternate")
    .map((link) => `${link.getAttribute("type")} ${link.getAttribute("hreflang")}`);
  return [
    ...["id", "title", "updated"]
      .filter((member) => childrenOf(parent, member).length !== 1)
      .map((member) => `${name}: not exactly one ${member} (4.1)`),
    ...(/^[a-z][a-z0-9+.-]*:\S+$/i.test(textOf(parent, "id"))
      ? []
      : [`${name}: an id that is no absolute IRI (4.2.6)`]),
    ...(dateConstruct.test(textOf(parent, "updated"))
      ? []
      : [`${name}: no date in updated (3.3)`]),
    ...(textOf(parent, "title").trim() ? [] : [`${name}: an empty title (4.2.14)`]),
    ...(new Set(alternates).size === alternates.length
      ? []
      : [`${name}: an alternate link twice (4.1)`]),
    ...childrenOf(parent, "link")
      .filter((link) => !link.getAttribute("href"))
      .map(() => `${name}: a link without href (4.2.7.1)`),
    ...childrenOf(parent, "author")
      .filter(
        (author) => childrenOf(author, "name").length !== 1 || !textOf(author, "name"),
      )
      .map(() => `${name}: an author without one name (3.2.1)`),
  ];
}

/** Content as text or escaped HTML (4.1.3), or a link in its place. */
function contentFaults(entry: Element): readonly string[] {
  const contents = childrenOf(entry, "content");
  const [content] = contents;
  if (!content) {
    return childrenOf(entry, "link").length > 0 ? [] : ["entry: says nothing (4.1.2)"];
  }
  return [
    ...(contents.length > 1 ? ["entry: more than one content (4.1.2)"] : []),
    ...(["text", "html"].includes(content.getAttribute("type") ?? "text")
      ? []
      : ["entry: another type of content (4.1.3.1)"]),
    ...(content.children.length > 0 ? ["entry: elements in its content (4.1.3.3)"] : []),
  ];
}

function unknown(parent: Element, known: readonly string[]): readonly string[] {
  return [...parent.children]
    .filter((child) => child.namespaceURI === atom && !known.includes(child.localName))
    .map((child) => `${parent.localName}: ${child.localName} does not belong here (4.1)`);
}

function childrenOf(parent: Element, name: string): readonly Element[] {
  return [...parent.children].filter(
    (child) => child.namespaceURI === atom && child.localName === name,
  );
}

function textOf(parent: Element, name: string): string {
  return childrenOf(parent, name)[0]?.textContent ?? "";
}
