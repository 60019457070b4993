import { sha256Digest } from "../../../src/panel/sha256.ts";
import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  change,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  tells,
  tellsEntry,
} from "../world/faults.ts";
import { all, any, byteReads, type Hop, is, type Where } from "../world/hop.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (value: string) => new TextEncoder().encode(value);

/** Serves other bytes, under their own digest. */
const serves = (where: Where, to: (text: string, hop: Hop) => string): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    if (!where(hop) || answer.status !== 200 || hop.method === "HEAD") return answer;
    const body = to(await answer.text(), hop);
    return new Response(body, {
      headers: new Headers(
        [...answer.headers, ["Repr-Digest", sha256Digest(body)]]
          .reverse()
          .filter(
            ([name], at, list) =>
              list.findIndex(([one]) => one?.toLowerCase() === name?.toLowerCase()) ===
              at,
          ) as [string, string][],
      ),
    });
  });

/** Sends other reports than are shown. */
const sends = (to: (text: string) => string): Plant =>
  change(({ put, ...rest }) => ({
    ...rest,
    ...(put && {
      put: put.map((item) =>
        (item.data as Loose).kind === "report"
          ? { ...item, bytes: bytes(to(text(item.bytes))) }
          : item,
      ),
    }),
  }));

const json = (to: (value: Loose) => Loose) => (body: string) =>
  `${JSON.stringify(to(JSON.parse(body)), null, 2)}\n`;
const kind = (where: Where, name: string): Plant =>
  answers(all(is.payload, where), { headers: { "Klartext-Payload": name } });
const isMonthly: Where = ({ path }) => path.includes("server-statistics");
const minified = (body: string) => JSON.stringify(JSON.parse(body));

export const byteMistakes: KindOfMistakes = {
  kind: "bytes",
  mistakes: [
    {
      id: "leaf-only-in-sent",
      sentence: "A report has a value that the payload does not show",
      plant: sends(json((value) => ({ ...value, hostname: "srv1" }))),
    },
    {
      id: "leaf-deep-in-sent",
      sentence: "A report has a value deep in it that the payload does not show",
      plant: sends(
        json((value) => ({
          ...value,
          distribution: { ...value.distribution, kernel: "6.1" },
        })),
      ),
    },
    {
      id: "value-other-in-sent",
      sentence: "A report tells another version than the payload shows",
      plant: sends(json((value) => ({ ...value, version: "9.9.9" }))),
    },
    {
      id: "sent-minified",
      sentence: "A report is written otherwise than the payload shows",
      plant: sends(minified),
    },
    {
      id: "sent-in-other-order",
      sentence: "A report has its values in another order than the payload shows",
      plant: sends(json((value) => Object.fromEntries(Object.entries(value).reverse()))),
    },
    {
      id: "leaf-only-on-the-wire",
      sentence: "What leaves has a value that neither payload nor log shows",
      plant: () => ({ wire: json((value) => ({ ...value, hostname: "srv1" })) }),
    },
    {
      id: "next-as-queued",
      sentence: "What would be sent now is said to wait",
      plant: kind(isMonthly, "queued"),
    },
    {
      id: "sample-as-queued",
      sentence: "A sample is said to wait",
      plant: kind((hop) => !isMonthly(hop), "queued"),
    },
    {
      id: "next-as-sample",
      sentence: "What would be sent now is said to be a sample",
      plant: kind(isMonthly, "sample"),
    },
    {
      id: "sample-as-next",
      sentence: "A sample is said to be sent next",
      plant: kind((hop) => !isMonthly(hop), "next"),
    },
    {
      id: "kind-unknown",
      sentence: "The kind of the payload is one that there is not",
      plant: kind(() => true, "current"),
    },
    {
      id: "kind-missing",
      sentence: "The payload does not say what it is",
      plant: answers(is.payload, { headers: { "Klartext-Payload": null } }),
    },
    {
      id: "agreed-coded",
      sentence: "Agreed bytes are said to be compressed",
      plant: answers(is.agreed, { headers: { "Content-Encoding": "identity" } }),
    },
    {
      id: "sent-coded",
      sentence: "Sent bytes are said to be compressed",
      plant: answers(is.sent, { headers: { "Content-Encoding": "gzip" } }),
    },
    {
      id: "payload-coded-on-request",
      sentence: "A payload is compressed for whoever takes that",
      plant: answers(
        all(
          is.payload,
          ({ headers }) => headers.get("Accept-Encoding")?.includes("gzip") ?? false,
        ),
        { headers: { "Content-Encoding": "gzip" } },
      ),
    },
    {
      id: "size-in-characters",
      sentence: "The log counts characters, not bytes",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.log(hop) || answer.status !== 200 || hop.method === "HEAD") return answer;
        const page: Loose = await answer.clone().json();
        const entries = await Promise.all(
          page.entries.map(async (entry: Loose) => {
            const sent = await hop.pass({
              path: `/transmissions/${entry.id}/body`,
              headers: { "If-None-Match": null },
            });
            return sent.status === 200
              ? { ...entry, size: (await sent.text()).length }
              : entry;
          }),
        );
        return altered(answer, { text: () => JSON.stringify({ ...page, entries }) });
      }),
    },
    {
      id: "size-zero",
      sentence: "The log tells a size of 0",
      plant: tellsEntry(is.log, () => ({ size: 0 })),
    },
    {
      id: "digest-of-log",
      sentence: "The log tells a digest that no body has",
      plant: tellsEntry(is.log, () => ({ digest: `sha-256=:${"A".repeat(43)}=:` })),
    },
    {
      id: "digest-of-newest",
      sentence: "Every entry of the log has the digest of the newest",
      plant: tells(is.log, (page) => ({
        ...page,
        entries: page.entries.map((entry: Loose) => ({
          ...entry,
          digest: page.entries[0].digest,
        })),
      })),
    },
    {
      id: "digest-of-payload",
      sentence: "Repr-Digest of a payload is that of other bytes",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.payload(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        return altered(answer, {
          headers: { "Repr-Digest": sha256Digest(minified(await answer.clone().text())) },
        });
      }),
    },
    {
      id: "digest-in-hex",
      sentence: "Repr-Digest of a payload is in hexadecimal",
      plant: answers(is.payload, {
        headers: { "Repr-Digest": `sha-256=${"ab".repeat(32)}` },
      }),
    },
    {
      id: "no-digest-on-agreed",
      sentence: "Agreed bytes have no Repr-Digest",
      plant: answers(is.agreed, { headers: { "Repr-Digest": null } }),
    },
    {
      id: "no-digest-on-sent",
      sentence: "Sent bytes have no Repr-Digest",
      plant: answers(is.sent, { headers: { "Repr-Digest": null } }),
    },
    {
      id: "agreed-made-anew",
      sentence: "Agreed bytes are made anew from the payload of today",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.agreed(hop) || answer.status !== 200) return answer;
        const page: Loose = await (
          await hop.pass({
            path: "/decisions",
            method: "GET",
            headers: { "If-None-Match": null },
          })
        ).json();
        const id = hop.path.split("/")[2];
        const purpose = page.entries.find((entry: Loose) => entry.id === id)?.purpose;
        return purpose ? hop.pass({ path: `/purposes/${purpose}/payload` }) : answer;
      }),
    },
    {
      id: "agreed-minified",
      sentence: "Agreed bytes are written otherwise than they were shown",
      plant: serves(is.agreed, minified),
    },
    {
      id: "sent-body-minified",
      sentence: "The body of an attempt is shown otherwise than it was sent",
      plant: serves(is.sent, minified),
    },
    {
      id: "payload-as-text",
      sentence: "A payload is text/plain",
      plant: answers(is.payload, { headers: { "Content-Type": "text/plain" } }),
    },
    {
      id: "sent-as-octets",
      sentence: "The body of an attempt is application/octet-stream",
      plant: answers(is.sent, {
        headers: { "Content-Type": "application/octet-stream" },
      }),
    },
    {
      id: "agreed-as-text",
      sentence: "Agreed bytes are text/plain",
      plant: answers(is.agreed, { headers: { "Content-Type": "text/plain" } }),
    },
    {
      id: "payload-without-newline",
      sentence: "A payload has no final newline",
      plant: serves(is.payload, (body) => body.trimEnd()),
    },
    {
      id: "payload-of-tabs",
      sentence: "A payload is indented with tabs",
      plant: serves(
        is.payload,
        (body) => `${JSON.stringify(JSON.parse(body), null, "\t")}\n`,
      ),
    },
    {
      id: "payload-with-bom",
      sentence: "A payload begins with a byte order mark",
      plant: serves(is.payload, (body) => `\ufeff${body}`),
    },
    {
      id: "payload-of-ascii",
      sentence: "A payload writes ü as \\u00fc",
      plant: serves(is.payload, (body) => body.replaceAll("ü", "\\u00fc")),
    },
    {
      id: "payload-with-host",
      sentence: "A payload holds a value that no item discloses",
      plant: serves(
        is.payload,
        json((value) => ({ ...value, hostname: "srv1" })),
      ),
    },
    {
      id: "payload-with-deep-value",
      sentence: "A payload holds a value in a list that no item discloses",
      plant: serves(
        is.payload,
        json((value) => ({
          ...value,
          [value.services ? "services" : "libraries"]: (
            value.services ?? value.libraries
          ).map((one: Loose) => ({ ...one, path: "/usr" })),
        })),
      ),
    },
    {
      id: "payload-without-promised",
      sentence: "A payload lacks what an item promises",
      plant: serves(
        is.payload,
        json(({ version: _version, ...value }) => value),
      ),
    },
    {
      id: "payload-of-other-type",
      sentence: "A payload has a number where the policy has text",
      plant: serves(
        is.payload,
        json((value) => ({ ...value, version: 2 })),
      ),
    },
    {
      id: "payload-unsorted",
      sentence: "The lists of a payload are in no order",
      plant: serves(
        is.payload,
        json((value) => ({
          ...value,
          ...(value.services && { services: value.services.toReversed() }),
          ...(value.libraries && { libraries: value.libraries.toReversed() }),
        })),
      ),
    },
    {
      id: "payload-with-time",
      sentence: "A payload is another each time",
      plant: () => {
        let count = 0;
        return serves(
          all(is.payload, is.get),
          json((value) => {
            count += 1;
            return { ...value, version: `2.18.${count}` };
          }),
        )();
      },
    },
    {
      id: "payload-of-viewer",
      sentence: "A payload is another for another viewer",
      plant: serves(is.payload, (body, hop) =>
        json((value) =>
          hop.headers.get("Cookie")?.includes("auditor")
            ? { ...value, version: "0.0.0" }
            : value,
        )(body),
      ),
    },
    {
      id: "payload-empty",
      sentence: "A machine that cannot tell answers an empty list",
      plant: serves(
        all(is.payload, isMonthly),
        json((value) => ({ ...value, services: [], distribution: null })),
      ),
    },
    {
      id: "head-of-payload-missing",
      sentence: "HEAD of a payload is not found",
      plant: says(all(is.head, is.payload), () => problem("not-found")),
    },
    {
      id: "payload-transformed",
      sentence: "A proxy may transform a payload",
      plant: answers(is.payload, { headers: { "Cache-Control": "no-store" } }),
    },
    {
      id: "agreed-transformed",
      sentence: "A proxy may transform agreed bytes",
      plant: answers(any(is.agreed), { headers: { "Cache-Control": "no-store" } }),
    },
    {
      id: "bytes-stored",
      sentence: "A cache may store bytes",
      plant: answers(
        all(byteReads, (hop) => !is.payload(hop)),
        { headers: { "Cache-Control": "private, max-age=60, no-transform" } },
      ),
    },
  ],
};
