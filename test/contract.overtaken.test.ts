import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { expect, test } from "vitest";
import { deleteDecision } from "../src/testing/suite/deciding/decisionRequests.ts";
import { prepareDecision } from "../src/testing/suite/deciding/prepareDecision.ts";
import { readPurpose } from "../src/testing/suite/panelReading.ts";
import { contractSubjects } from "./support/contractSubjects.ts";

test.each(["crash-reports", "server-statistics"])(
  "a grant of %s that a withdrawal overtakes on the wire ends withdrawn",
  async (purpose) => {
    const panel = await contractSubjects["the reference panel"]();
    const { baseUrl, headers } = panel.options();
    await panel.decide(purpose, "grant");
    const { etag, grant } = await prepareDecision(panel.context(), purpose);
    const body = JSON.stringify(grant);

    // The head of the request arrives, the body is still on its way.
    const overtaken = request(`${baseUrl}/purposes/${purpose}/decision`, {
      method: "PUT",
      headers: {
        ...headers,
        Origin: new URL(baseUrl).origin,
        "Content-Type": "application/json",
        "Content-Length": String(body.length),
        "If-Match": etag,
      },
    });
    const answered = once(overtaken, "response");
    await new Promise((resolve) => overtaken.write(body.slice(0, 10), resolve));
    const withdrawn = await deleteDecision(panel.context(), purpose);
    overtaken.end(body.slice(10));

    const [answer]: IncomingMessage[] = await answered;
    answer?.resume();
    expect([200, 202]).toContain(withdrawn.status);
    expect(answer?.statusCode).toBe(412);
    const { decision, activity } = await readPurpose(panel.context(), purpose);
    expect(decision.status).toBe("withdrawn");
    expect(activity).toMatchObject({ effective: false, pseudonym: null });
  },
);
