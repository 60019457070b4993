import { sha256Digest } from "../../../src/panel/sha256.ts";
import { digestPath } from "../../../src/payload/digest.ts";
import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  tells,
} from "../world/faults.ts";
import { is } from "../world/hop.ts";

/** Stands for other texts, each under its own digest. */
const stands =
  (to: (text: string, language: string) => string): Plant =>
  () => {
    const texts = new Map<string, string>();
    return {
      front: async (hop) => {
        if (is.text(hop)) {
          const text = texts.get(hop.path.split("/").at(-1) ?? "");
          const answer = await hop.pass();
          if (text === undefined) return answer;
          return new Response(hop.method === "HEAD" ? null : text, {
            headers: {
              "Content-Type": "text/markdown; charset=utf-8",
              "Cache-Control": "public, max-age=31536000, immutable",
              ETag: '"text"',
            },
          });
        }
        const answer = await hop.pass();
        if (!is.policy(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        const policy: Loose = await answer.clone().json();
        for (const language of ["de", "en"]) {
          const own = await (
            await hop.pass({
              path: `/${policy.texts[language].href}`,
              headers: { "If-None-Match": null },
            })
          ).text();
          const text = to(own, language);
          const digest = sha256Digest(text);
          texts.set(digestPath(digest), text);
          policy.texts[language] = { digest, href: `policy/texts/${digestPath(digest)}` };
        }
        return altered(answer, { text: () => JSON.stringify(policy) });
      },
    };
  };

const policy = (to: (policy: Loose) => Loose): Plant =>
  tells(is.policy, (one) => ({ ...one, ...to(one) }));
const serves = (to: (text: string) => string): Plant => answers(is.text, { text: to });

export const textMistakes: KindOfMistakes = {
  kind: "texts",
  mistakes: [
    {
      id: "text-of-other-wording",
      sentence: "The text has another wording, under its own digest",
      plant: stands((text) =>
        text.replace("Klartext", "Telemetry").replace("Daten", "Angaben"),
      ),
    },
    {
      id: "text-with-urging",
      sentence: "The text has one sentence more, under its own digest",
      plant: stands((text) => `${text.trimEnd()}\n\nPlease help us.\n`),
    },
    {
      id: "text-without-end",
      sentence: "The text lacks its last section, under its own digest",
      plant: stands((text) => `${text.slice(0, text.lastIndexOf("\n## "))}\n`),
    },
    {
      id: "texts-swapped",
      sentence: "German and English are swapped",
      plant: policy(({ texts }) => ({ texts: { de: texts.en, en: texts.de } })),
    },
    {
      id: "texts-both-german",
      sentence: "The English text is the German one",
      plant: policy(({ texts }) => ({ texts: { de: texts.de, en: texts.de } })),
    },
    {
      id: "text-with-crlf",
      sentence: "The text has lines that end with CRLF",
      plant: stands((text) => text.replaceAll("\n", "\r\n")),
    },
    {
      id: "text-in-nfd",
      sentence: "The text is not in NFC",
      plant: stands((text) => text.normalize("NFD")),
    },
    {
      id: "text-with-bom",
      sentence: "The text begins with a byte order mark",
      plant: stands((text) => `\ufeff${text}`),
    },
    {
      id: "text-with-two-newlines",
      sentence: "The text has two final newlines",
      plant: stands((text) => `${text}\n`),
    },
    {
      id: "text-with-front-matter",
      sentence: "The text has front matter",
      plant: stands((text) => `---\ntitle: x\n---\n${text}`),
    },
    {
      id: "text-of-other-digest",
      sentence: "The text is another than its digest says",
      plant: serves((text) => `${text} `),
    },
    {
      id: "text-as-page",
      sentence: "The text is a page",
      plant: answers(is.text, {
        headers: { "Content-Type": "text/html" },
        text: (text) => `<pre>${text}</pre>`,
      }),
    },
    {
      id: "text-stale",
      sentence: "At every address lies the German text",
      plant: front(async (hop) => {
        if (!is.text(hop)) return hop.pass();
        const { texts }: Loose = await (
          await hop.pass({
            method: "GET",
            path: "/policy",
            headers: { "If-None-Match": null },
          })
        ).json();
        return hop.pass({ path: `/${texts.de.href}` });
      }),
    },
    {
      id: "text-of-unknown",
      sentence: "A text that there is not is empty",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.text(hop) && answer.status === 404
          ? new Response("", { headers: { "Content-Type": "text/markdown" } })
          : answer;
      }),
    },
    {
      id: "text-missing",
      sentence: "The English text is not found",
      plant: front(async (hop) => {
        const { texts }: Loose = await (
          await hop.pass({
            method: "GET",
            path: "/policy",
            body: "",
            headers: { "If-None-Match": null, Host: null },
          })
        ).json();
        return is.text(hop) && hop.path === `/${texts.en.href}`
          ? problem("not-found")
          : hop.pass();
      }),
    },
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
    {
      id: "text-redirected",
      sentence: "A text lies behind a redirect",
      plant: says(
        is.text,
        (hop) =>
          new Response(null, {
            status: 301,
            headers: { Location: `http://panel.test/texts${hop.path}` },
          }),
      ),
    },
  ],
};
