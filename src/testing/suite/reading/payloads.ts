import {
  parsePayloadKind,
  payloadKindHeader,
  payloadKinds,
} from "../../../contract/payloadKind.ts";
import { parseReprDigest } from "../../../payload/digest.ts";
import { readPayload } from "../../../payload/readPayload.ts";
import { serializePayload } from "../../../payload/serializePayload.ts";
import { nilUuid } from "../../../policy/nilUuid.ts";
import type { ContractPromise } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import { expectMediaType, expectThat } from "../expectations.ts";
import { readPayloadBytes, readPurpose, uuid4, uuidsIn } from "../panelReading.ts";

export const payloadPromises: readonly ContractPromise[] = [
  {
    id: "payload-headers",
    title: "A payload says what it is, and that nobody may store or change it",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const exchange = await readPayloadBytes(context, id);
        expectMediaType(exchange, "application/json");
        const kind = parsePayloadKind(exchange.headers.get(payloadKindHeader));
        const kinds = payloadKinds.join(", ");
        expectThat(
          exchange,
          kind !== undefined,
          `${payloadKindHeader}: one of ${kinds}.`,
          payloadKindHeader,
        );
        const caching = exchange.headers.get("Cache-Control")?.split(/\s*,\s*/) ?? [];
        for (const word of ["no-store", "no-transform"]) {
          const expected = `Cache-Control with ${word}.`;
          expectThat(exchange, caching.includes(word), expected, "Cache-Control");
        }
      });
    },
  },
  {
    id: "payload-digest",
    title: "Repr-Digest is the SHA-256 of the payload's bytes",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const exchange = await readPayloadBytes(context, id);
        const stated = parseReprDigest(exchange.headers.get("Repr-Digest"));
        expectThat(
          exchange,
          stated === exchange.digest,
          `Repr-Digest ${exchange.digest}.`,
          "Repr-Digest",
        );
      });
    },
  },
  {
    id: "payload-not-coded",
    title: "A payload has no content coding, even if the request would take one",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const headers = { "Accept-Encoding": "gzip, br, deflate, zstd" };
        const exchange = await readPayloadBytes(context, id, { headers });
        const coding = exchange.headers.get("Content-Encoding");
        const expected = `No Content-Encoding; it is ${coding}.`;
        expectThat(exchange, coding === null, expected, "Content-Encoding");
      });
    },
  },
  {
    id: "payload-disclosed",
    title: "Every value of a payload belongs to an item that the policy discloses",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id, schema }) => {
        const exchange = await readPayloadBytes(context, id);
        const reading = readPayload(exchange.bytes, schema);
        expectThat(exchange, reading.status === "readable", "JSON in UTF-8.");
        for (const { path, status } of reading.places) {
          const place = `${path.join(".")} is ${status}`;
          expectThat(
            exchange,
            status === "disclosed",
            `Disclosed values alone; ${place}.`,
          );
        }
      });
    },
  },
  {
    id: "payload-readable",
    title: "A payload has one value a line and nothing that a reader cannot see",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const exchange = await readPayloadBytes(context, id);
        const expected = serialized(exchange.text);
        expectThat(exchange, exchange.text === expected, `These bytes:\n${expected}`);
      });
    },
  },
  {
    id: "pseudonym-only-while-agreed",
    title: "There is a pseudonym only while consent is given or outdated",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id, identification }) => {
        const { exchange, decision, activity } = await readPurpose(context, id);
        const { pseudonym } = activity;
        if (identification === "pseudonym" && isAgreed(decision.status)) {
          const expected = `${id}: a random UUID (version 4).`;
          expectThat(exchange, uuid4.test(pseudonym ?? ""), expected);
        } else {
          const expected = `${id}: no pseudonym while ${decision.status}.`;
          expectThat(exchange, pseudonym === null, expected);
        }
      });
    },
  },
  {
    id: "payload-uuid",
    title: "A payload holds the pseudonym while consent is given, else the nil UUID",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id, identification }) => {
        const { decision, activity } = await readPurpose(context, id);
        const exchange = await readPayloadBytes(context, id);
        const agreed = isAgreed(decision.status) ? activity.pseudonym : null;
        const expected = identification === "pseudonym" ? [agreed ?? nilUuid] : [];
        const found = uuidsIn(exchange.text);
        const same = JSON.stringify(found) === JSON.stringify(expected);
        const wanted = expected[0] ?? "none";
        expectThat(exchange, same, `${id}, ${decision.status}: the UUID ${wanted}.`);
      });
    },
  },
];

function isAgreed(status: string): boolean {
  return status === "granted" || status === "outdated";
}

function serialized(text: string): string | undefined {
  try {
    return serializePayload(JSON.parse(text));
  } catch {
    return undefined;
  }
}
