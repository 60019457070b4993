import { tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { policy } from "./policy.ts";

/** GET /policy or GET /purposes tells another policy. */
export const policyMembers: readonly Mistake[] = [
  {
    id: "href-absolute",
    sentence: "The address of a text is absolute",
    plant: policy(({ texts }) => ({
      texts: { ...texts, en: { ...texts.en, href: `/api/privacy/${texts.en.href}` } },
    })),
  },
  {
    id: "href-elsewhere",
    sentence: "The address of a text is on another site",
    plant: policy(({ texts }) => ({
      texts: {
        ...texts,
        en: { ...texts.en, href: `https://cdn.example/${texts.en.href}` },
      },
    })),
  },
  {
    id: "href-of-base64",
    sentence: "The address of a text has base64 with padding",
    plant: policy(({ texts }) => ({
      texts: { ...texts, en: { ...texts.en, href: `${texts.en.href}=` } },
    })),
  },
  {
    id: "contract-2",
    sentence: "The policy says contract 2",
    plant: policy(() => ({ contract: 2 })),
  },
  {
    id: "contract-missing",
    sentence: "The policy does not say which contract",
    plant: tells(is.policy, ({ contract: _contract, ...one }) => one),
  },
  {
    id: "revision-other",
    sentence: "The policy says another revision",
    plant: policy(() => ({ revision: "2026-01-01" })),
  },
  {
    id: "revision-with-space",
    sentence: "The revision has a space",
    plant: policy(() => ({ revision: "24 July" })),
  },
  {
    id: "text-language-missing",
    sentence: "There is no English text",
    plant: policy(({ texts }) => ({ texts: { de: texts.de } })),
  },
  {
    id: "text-digest-hex",
    sentence: "The digest of a text is in hexadecimal",
    plant: policy(({ texts }) => ({
      texts: { ...texts, en: { ...texts.en, digest: `sha-256=:${"ab".repeat(32)}:` } },
    })),
  },
  {
    id: "policy-per-viewer",
    sentence: "The policy is another for whoever is not signed in",
    plant: tells(
      (hop) => is.policy(hop) && !hop.headers.has("Cookie"),
      (one) => ({ ...one, revision: "public" }),
    ),
  },
  {
    id: "purposes-of-all",
    sentence: "The purposes have one that needs no consent",
    plant: tells(is.purposes, (body) => ({
      ...body,
      purposes: { ...body.purposes, license: Object.values(body.purposes)[0] },
    })),
  },
  {
    id: "purposes-incomplete",
    sentence: "A purpose is missing",
    plant: tells(is.purposes, (body) => ({
      ...body,
      purposes: { "crash-reports": body.purposes["crash-reports"] },
    })),
  },
];
