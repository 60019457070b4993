import fc from "fast-check";
import { createSigner, createVerifier, httpbis } from "http-message-signatures";
import { describe, expect, test } from "vitest";
import {
  exchange,
  makeKey,
  signedAt,
  targetUri,
} from "../../test/support/signedExchange.ts";
import { sha256Digest } from "../panel/sha256.ts";
import {
  checkSignedAnswer,
  coveredComponents,
  isSigned,
  keyIdOf,
} from "../signature/index.ts";
import { type AnswerToCheck, checkAnswer } from "./checkAnswer.ts";

const vendor = makeKey();
const other = makeKey();
const keys = [{ publicKey: vendor.publicKey }];

describe("an answer that the vendor has signed", () => {
  test("is valid, and can be checked by somebody else", async () => {
    const given = await exchange(vendor);
    const { state, signed } = await checkAnswer({ ...given, keys });

    expect(state).toBe("valid");
    if (!signed) throw new Error("Nothing was kept.");
    expect(await checkSignedAnswer(signed, keys)).toEqual({
      state: "signed",
      keyId: await keyIdOf(vendor.publicKey),
      claimedAt: "2026-01-15T09:30:00.000Z",
    });
  });

  test.each([
    ["an empty one", new Response(null, { status: 202 })],
    ["one that refuses", new Response(null, { status: 410 })],
  ])("is valid also where it is %s", async (_, answer) => {
    const given = await exchange({ ...vendor, answer });

    expect((await checkAnswer({ ...given, keys })).state).toBe("valid");
  });

  test("is not checked where no key is named, or it did not come to its end", async () => {
    const given = await exchange(vendor);

    expect(await checkAnswer({ ...given, keys: [] })).toEqual({ state: "unchecked" });
    expect(await checkAnswer({ ...given, answer: undefined, keys })).toEqual({
      state: "unchecked",
    });
  });

  test("by another key is unexpected, and nothing of it is kept", async () => {
    expect(await checkAnswer({ ...(await exchange(other)), keys })).toEqual({
      state: "unexpected",
    });
  });

  test("within the dates of its key is valid, and wrong outside of them", async () => {
    const given = await exchange(vendor);
    const { publicKey } = vendor;
    const stateWith = async (dates: { from?: string; until?: string }) =>
      (await checkAnswer({ ...given, keys: [{ publicKey, ...dates }] })).state;

    expect(await stateWith({ from: signedAt.toISOString() })).toBe("valid");
    expect(await stateWith({ until: "2026-01-15T09:30:00Z" })).toBe("valid");
    expect(await stateWith({ from: "2026-01-15T09:30:01Z" })).toBe("wrong");
    expect(await stateWith({ until: "2026-01-15T09:29:59Z" })).toBe("wrong");
  });
});

describe("an answer", () => {
  const fields = ["signatureInput", "signature"] as const;
  const change = (answer: AnswerToCheck["answer"], changed: object) =>
    answer && { ...answer, ...changed };

  test("that is not signed says so", async () => {
    const { answer, ...given } = await exchange(vendor);
    const bare = change(answer, { signatureInput: undefined, signature: undefined });

    expect(await checkAnswer({ ...given, answer: bare, keys })).toEqual({
      state: "absent",
    });
  });

  test.each(fields)(
    "that lost its %s alone is not one that is not signed",
    async (field) => {
      const { answer, ...given } = await exchange(vendor);
      const half = change(answer, { [field]: undefined });

      expect((await checkAnswer({ ...given, answer: half, keys })).state).not.toBe(
        "absent",
      );
      expect((await checkAnswer({ ...given, answer: half, keys })).state).not.toBe(
        "valid",
      );
    },
  );

  test("that is changed in anything that the signature covers is never valid", async () => {
    const base = await exchange(vendor);
    const foreign = await exchange(other);
    const text = fc.string({ minLength: 1, maxLength: 12 });
    /** What may be changed of an exchange, by a text that a machine in between chose. */
    const mutations: Record<string, (value: string) => Partial<AnswerToCheck>> = {
      status: (value) => ({
        answer: change(base.answer, { status: 200 + ((value.length % 40) + 1) }),
      }),
      body: (value) => ({
        answer: change(base.answer, { body: new TextEncoder().encode(value) }),
      }),
      "body and digest": (value) => ({
        answer: change(base.answer, {
          ...{
            body: new TextEncoder().encode(value),
            contentDigest: sha256Digest(value),
          },
        }),
      }),
      method: (value) => ({ request: { ...base.request, method: `POST${value}` } }),
      uri: (value) => ({
        request: { ...base.request, targetUri: `${targetUri}${value}` },
      }),
      "digest of the request": (value) => ({
        request: { ...base.request, contentDigest: sha256Digest(value) },
      }),
      time: (value) => ({ answer: replaced(/created=\d+/, `created=${value.length}`) }),
      "time of its end": (value) => ({
        answer: replaced(/created/, `expires=${value.length};created`),
      }),
      algorithm: () => ({ answer: replaced(/;keyid/, ';alg="hmac-sha256";keyid') }),
      key: (value) => ({ answer: replaced(/keyid="/, `keyid="${value.length}`) }),
      "another's key": () => ({ answer: foreign.answer }),
      "another's signature": () => ({
        answer: change(base.answer, { signature: foreign.answer.signature }),
      }),
      order: () => ({
        answer: replaced(/\(.*\)/, `(${coveredComponents.toReversed().join(" ")})`),
      }),
      "a component less": (value) => ({
        answer: replaced(
          /\(.*\)/,
          `(${coveredComponents.toSpliced(value.length % 5, 1).join(" ")})`,
        ),
      }),
      "a component twice": (value) => ({
        answer: replaced(
          /\(.*\)/,
          `(${[...coveredComponents, coveredComponents[value.length % 5]].join(" ")})`,
        ),
      }),
      label: () => ({ answer: replaced(/^sig=/, "gis=") }),
      "input as such": (value) => ({
        answer: change(base.answer, { signatureInput: value }),
      }),
      signature: () => ({
        answer: change(base.answer, {
          signature: base.answer.signature?.replace(
            /:(.)/,
            (_, first) => `:${first === "A" ? "B" : "A"}`,
          ),
        }),
      }),
      "signature as such": (value) => ({
        answer: change(base.answer, { signature: value }),
      }),
    };
    function replaced(what: RegExp, by: string) {
      return change(base.answer, {
        signatureInput: base.answer.signatureInput?.replace(what, by),
      });
    }

    expect((await checkAnswer({ ...base, keys })).state).toBe("valid");
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(mutations)),
        text,
        async (name, value) => {
          const given = { ...base, keys, ...mutations[name]?.(value) };
          expect((await checkAnswer(given)).state).not.toBe("valid");
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("another implementation of RFC 9421", () => {
  const message = ({ request, answer }: Awaited<ReturnType<typeof exchange>>) => ({
    request: {
      method: request.method,
      url: request.targetUri,
      headers: { "content-digest": request.contentDigest },
    },
    response: {
      status: answer.status,
      headers: {
        "content-digest": answer.contentDigest ?? "",
        ...(answer.signatureInput && { "signature-input": answer.signatureInput }),
        ...(answer.signature && { signature: answer.signature }),
      },
    },
  });

  test("takes what the vendor signs", async () => {
    const { request, response } = message(await exchange(vendor));
    const verified = await httpbis.verifyMessage(
      {
        keyLookup: async () => ({ verify: createVerifier(vendor.publicKey, "ed25519") }),
        requiredFields: ["@status", "content-digest"],
        notAfter: signedAt,
      },
      response,
      request,
    );

    expect(verified).toBe(true);
  });

  test("signs what the panel takes", async () => {
    const given = await exchange(vendor);
    const { request, response } = message({
      ...given,
      answer: { ...given.answer, signature: undefined, signatureInput: undefined },
    });
    const { headers } = await httpbis.signMessage(
      {
        key: {
          ...createSigner(vendor.key, "ed25519", await keyIdOf(vendor.publicKey)),
        },
        fields: [...coveredComponents],
        params: ["created", "keyid", "alg"],
        paramValues: { created: signedAt },
      },
      response,
      request,
    );
    const answer = {
      ...given.answer,
      signatureInput: String(Reflect.get(headers, "Signature-Input")),
      signature: String(Reflect.get(headers, "Signature")),
    };

    expect(answer.signatureInput).toContain('alg="ed25519"');
    expect((await checkAnswer({ ...given, answer, keys })).state).toBe("valid");
  });
});

test("the signature of RFC 9421, B.2.6 is one", async () => {
  const publicKey = "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";
  const base = [
    '"date": Tue, 20 Apr 2021 02:07:55 GMT',
    '"@method": POST',
    '"@path": /foo',
    '"@authority": example.com',
    '"content-type": application/json',
    '"content-length": 18',
    '"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
  ].join("\n");
  const signature = Uint8Array.from(
    Buffer.from(
      "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
      "base64",
    ),
  );

  expect(await isSigned(publicKey, signature, base)).toBe(true);
  expect(await isSigned(publicKey, signature, `${base} `)).toBe(false);
});
