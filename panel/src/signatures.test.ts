import { describe, expect, test } from "vitest";
import type { Transmission } from "../../src/contract/index.ts";
import { checkSignedAnswer } from "../../src/signature/index.ts";
import { receiptsOf } from "../../test/support/receiptsOf.ts";
import {
  decide,
  decisionPath,
  startTestPanel,
  type TestPerson,
} from "../../test/support/startTestPanel.ts";

const statistics = "server-statistics";

async function read(person: TestPerson) {
  const { purposes } = JSON.parse((await person.send("GET", "/purposes")).text);
  return purposes[statistics];
}

async function log(person: TestPerson): Promise<readonly Transmission[]> {
  return JSON.parse((await person.send("GET", "/transmissions")).text).entries;
}

describe("what the vendor that comes with the panel answers", () => {
  test("is signed, in the log and with the deletion", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    await person.send("DELETE", decisionPath(statistics));
    await panel.tick();

    expect((await log(person)).map(({ kind, signature }) => [kind, signature])).toEqual([
      ["erasure", "valid"],
      ["report", "valid"],
    ]);
    expect((await read(person)).activity.deletions).toMatchObject([
      { state: "confirmed", signature: "valid" },
    ]);
  });

  test("can be checked from the receipt alone, which has no pseudonym", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    const { pseudonym } = (await read(person)).activity;
    await person.send("DELETE", decisionPath(statistics));
    await panel.tick();
    const [receipt] = await receiptsOf(person, "deletion-confirmed");
    const answer = receipt?.["kt:signedAnswer"];
    const { vendorKeys } = (await read(person)).transport;

    expect(vendorKeys).toHaveLength(1);
    expect(receipt?.["kt:signature"]).toBe("valid");
    const finding = await checkSignedAnswer(
      {
        body: String(answer?.["kt:body"]),
        base: String(answer?.["kt:signatureBase"]),
        signature: String(answer?.["kt:signatureValue"]),
      },
      vendorKeys,
    );
    expect(finding.state).toBe("signed");
    expect(JSON.parse(String(answer?.["kt:body"])).deleted).toBe(1);
    expect(typeof pseudonym).toBe("string");
    expect(JSON.stringify(receipt)).not.toContain(pseudonym);
    const files = (await panel.rawFiles()).join("");
    expect(files).not.toContain(pseudonym);
  });
});
