import { sha256Digest } from "../../../../src/panel/sha256.ts";
import { digestPath } from "../../../../src/payload/digest.ts";
import {
  altered,
  answers,
  front,
  type Loose,
  type Plant,
  problem,
  says,
} from "../../faultyPanel/faults.ts";
import { jsonNow, readNow } from "../../faultyPanel/readNow.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { policy } from "./policy.ts";

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
            await readNow(hop, `/${policy.texts[language].href}`)
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

const serves = (to: (text: string) => string): Plant => answers(is.text, { text: to });

/** A text is not the policy's, byte for byte. */
export const textBytes: readonly Mistake[] = [
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
      const { texts }: Loose = await jsonNow(hop, "/policy");
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
];
