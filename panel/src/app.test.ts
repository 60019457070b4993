import { describe, expect, test, vi } from "vitest";
import { createContract } from "../../src/contract/index.ts";
import { startTestPanel } from "../../test/support/startTestPanel.ts";
import { createApp } from "./app.ts";
import { openStore } from "./database.ts";
import { createDecisionLog } from "./decisionLog.ts";
import { createDecisions } from "./decisions.ts";
import { keepPolicyTexts } from "./policyTexts.ts";
import { policyInForce } from "./referencePolicy.ts";
import { createSender } from "./sending/sender.ts";
import { createSessions } from "./sessions.ts";

const referencePolicy = policyInForce("2025-07-24");

describe("a failure of the panel", () => {
  test("is reported to the panel, and the client learns nothing but a number", async () => {
    const { dataFolder, stop } = await startTestPanel();
    await stop();
    const store = openStore(dataFolder);
    const contract = createContract(referencePolicy);
    const decisionLog = createDecisionLog(store);
    const report = vi.fn();
    const app = createApp({
      contract,
      decisionLog,
      decisions: createDecisions(
        store,
        decisionLog,
        contract.purposeIds,
        () => new Date(),
        { granted: vi.fn(), stopped: vi.fn(), withdrawn: vi.fn() },
      ),
      sender: createSender({
        store,
        policy: referencePolicy,
        vendor: { url: "https://127.0.0.1:9", ca: "" },
        standing: () => ({ sending: "stopped", pseudonym: null }),
        prepare: vi.fn(),
      }),
      crash: undefined,
      sessions: createSessions(store),
      policyTexts: await keepPolicyTexts(store, referencePolicy),
      source: { systemRoot: "/", version: "0.1.0" },
      lock: null,
      origins: () => ["http://127.0.0.1"],
      pageFolder: dataFolder,
      report,
    });
    store.close();

    const answer = await app.request("/api/privacy/purposes", {
      headers: { Host: "127.0.0.1", Cookie: "session=x" },
    });
    const problem = await answer.json();

    expect(answer.status).toBe(500);
    expect(problem).toEqual({
      type: "urn:klartext:problem:internal-error",
      status: 500,
      title: "The panel failed",
      instance: expect.stringMatching(/^urn:uuid:/),
    });
    expect(report).toHaveBeenCalledExactlyOnceWith(problem.instance, expect.any(Error));
  });
});

describe("the panel", () => {
  test("says which address it has, and stops answering when it is closed", async () => {
    const panel = await startTestPanel();
    const address = panel.address();

    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/api/privacy/policy`)).status).toBe(200);
    await panel.stop();
    await expect(fetch(`${address}/api/privacy/policy`)).rejects.toThrow();
  });

  test("does not start on a port that another program has", async () => {
    const panel = await startTestPanel();
    const port = Number(new URL(panel.address()).port);

    await expect(startTestPanel({ config: { port } })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});
