import { dpvTerms, dublinCoreTerms } from "../fixtures/dpvTerms.ts";

/** Every IRI of a JSON-LD document: its terms as keys, types, and references. */
export function irisOf(document: {
  readonly "@context": Readonly<Record<string, unknown>>;
}): readonly string[] {
  const { "@context": context, ...rest } = document;
  const expand = (name: string) => {
    const [prefix = "", ...after] = name.split(":");
    const base = context[prefix];
    return typeof base === "string" ? base + after.join(":") : name;
  };
  const collect = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(collect);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      if (key === "@id" || key === "@type") return [inner].flat().map(expand);
      return [expand(key), ...collect(inner)];
    });
  };
  return collect(rest);
}

const dpv = "https://w3id.org/dpv#";
const dct = "http://purl.org/dc/terms/";

/** Whether an IRI is one of DPV 2.3, of Dublin Core, or of our own. */
export function isKnownIri(iri: string): boolean {
  if (iri.startsWith(dpv)) return dpvTerms.has(iri.slice(dpv.length));
  if (iri.startsWith(dct)) return dublinCoreTerms.has(iri.slice(dct.length));
  return /^urn:(klartext:term:[A-Za-z]+|uuid:[0-9a-f-]{36})$/.test(iri);
}
