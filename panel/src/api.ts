import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import {
  type Contract,
  type DecisionRequest,
  type PolicyResource,
  type PurposeState,
  type Purposes,
  payloadKindHeader,
  type Viewer,
} from "../../src/contract/index.ts";
import { type ConsentActivity, consentActivities } from "../../src/policy/index.ts";
import { answer, decided, keptBytes, unchanged } from "./answers.ts";
import type { DecisionLog } from "./decisionLog.ts";
import type { Decisions, Purpose } from "./decisions.ts";
import { parseDecisionRequest } from "./parseDecisionRequest.ts";
import {
  buildPayload,
  type PayloadSource,
  type PreparedPayload,
  preparePayload,
} from "./payloads.ts";
import type { PolicyTexts } from "./policyTexts.ts";
import { ProblemError } from "./problemError.ts";
import { findReceipt } from "./receipts.ts";
import type { Sender } from "./sending/sender.ts";
import type { Sessions } from "./sessions.ts";
import { NotAvailableHere } from "./system/notAvailableHere.ts";

/** The cookie that holds the token of a session. */
export const sessionName = "session";

/** The largest body of a decision, in bytes. */
const largestBody = 16 * 1024;

export interface ApiParts {
  readonly contract: Contract;
  readonly decisions: Decisions;
  readonly decisionLog: DecisionLog;
  readonly sessions: Sessions;
  readonly policyTexts: PolicyTexts;
  readonly source: PayloadSource;
  readonly sender: Sender;
  readonly lock: "do-not-track" | null;
}

/** The panel API, contract 1. */
export function createApi(parts: ApiParts): Hono<{ Variables: { viewer: Viewer } }> {
  const { contract, decisions, decisionLog, policyTexts, sender, lock } = parts;
  const api = new Hono<{ Variables: { viewer: Viewer } }>();
  const { policy } = contract;

  api.get("/policy", (context) => {
    const body: PolicyResource = {
      contract: 1,
      revision: policy.revision.id,
      texts: policyTexts.texts,
    };
    return answer(context, JSON.stringify(body));
  });

  api.get("/policy/texts/:digest", (context) => {
    const digest = context.req.param("digest");
    const text = policyTexts.find(digest);
    if (text === undefined) throw new ProblemError("not-found");
    const headers = {
      ETag: `"${digest}"`,
      "Cache-Control": "public, max-age=31536000, immutable",
    };
    if (unchanged(context, headers.ETag)) return context.body(null, 304, headers);
    return context.body(text, 200, {
      ...headers,
      "Content-Type": "text/markdown; charset=utf-8",
    });
  });

  api.use(async (context, next) => {
    const viewer = parts.sessions.find(getCookie(context, sessionName));
    if (!viewer) throw new ProblemError("not-signed-in");
    context.set("viewer", viewer);
    await next();
  });

  const stateOf = (id: string, { decision, etag, pseudonym }: Purpose): PurposeState => ({
    decision,
    etag,
    activity: {
      effective: decision.status === "granted" && lock === null,
      pseudonym,
      ...sender.activity(id),
      lock,
    },
    transport: sender.transport(id),
  });

  api.get("/purposes", (context) => {
    const body: Purposes = {
      viewer: context.get("viewer"),
      purposes: Object.fromEntries(
        contract.purposeIds.map((id) => [id, stateOf(id, decisions.read(id))]),
      ),
    };
    return answer(context, JSON.stringify(body));
  });

  const activityOf = (context: Context): ConsentActivity => {
    const id = context.req.param("purpose");
    const found = consentActivities(policy).find((activity) => activity.id === id);
    if (!found) {
      throw new ProblemError(
        "not-found",
        `There is no purpose "${id}". Use one of: ${contract.purposeIds.join(", ")}.`,
      );
    }
    return found;
  };

  /** What waits to be sent, else what would be sent now, else a sample. */
  const prepare = async ({ id, schema }: ConsentActivity): Promise<PreparedPayload> => {
    const found = preparePayload[id];
    if (!found) throw new ProblemError("not-available-here");
    try {
      const prepared = await found(parts.source, schema);
      return (pseudonym) => {
        const queued = sender.queued(id);
        return queued ? buildPayload("queued", queued) : prepared(pseudonym);
      };
    } catch (error) {
      if (error instanceof NotAvailableHere) {
        throw new ProblemError("not-available-here", error.message);
      }
      throw error;
    }
  };

  api.get("/purposes/:purpose/decision", (context) => {
    const { decision, etag } = decisions.read(activityOf(context).id);
    return answer(context, JSON.stringify(decision), { etag });
  });

  const requirePermission = (viewer: Viewer) => {
    if (!viewer.mayDecide) throw new ProblemError("not-permitted");
  };

  const requireCurrentText = (request: DecisionRequest) => {
    if (
      request.revision !== policy.revision.id ||
      request.textDigest !== policyTexts.texts[request.language].digest
    ) {
      throw new ProblemError("policy-changed");
    }
  };

  api.put(
    "/purposes/:purpose/decision",
    async (context, next) => {
      activityOf(context);
      requirePermission(context.get("viewer"));
      await next();
    },
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new ProblemError("body-too-large", `At most ${largestBody} bytes.`);
      },
    }),
    async (context) => {
      const activity = activityOf(context);
      const viewer = context.get("viewer");
      const body = await context.req.text();
      const contentType = context.req.header("Content-Type");
      const request = parseDecisionRequest(contract, contentType, body);
      if (request.decision === "granted" && lock !== null)
        throw new ProblemError("locked");
      const ifMatch = context.req.header("If-Match");
      if (ifMatch === undefined) throw new ProblemError("precondition-required");

      if (request.decision === "refused") {
        const seen = { ...request, payloadDigest: null };
        return decided(context, decisions.refuse(activity.id, ifMatch, viewer, seen));
      }
      decisions.requireMatch(activity.id, ifMatch);
      const prepared = await prepare(activity);
      const granted = decisions.grant(activity, ifMatch, viewer, request, (pseudonym) => {
        requireCurrentText(request);
        const payload = prepared(pseudonym);
        if (payload.digest !== request.payloadDigest) {
          throw new ProblemError("payload-changed");
        }
        return payload;
      });
      return decided(context, granted);
    },
  );

  api.delete("/purposes/:purpose/decision", (context) => {
    const { id } = activityOf(context);
    requirePermission(context.get("viewer"));
    const withdrawn = decisions.withdraw(id, context.get("viewer"));
    const isOpen = sender
      .activity(id)
      .deletions.some(({ state }) => state !== "confirmed");
    return decided(context, withdrawn, isOpen ? 202 : 200);
  });

  api.get("/purposes/:purpose/payload", async (context) => {
    const activity = activityOf(context);
    const prepared = await prepare(activity);
    const { bytes, digest, kind } = prepared(decisions.read(activity.id).pseudonym);
    const etag = `"${createHash("sha256").update(kind).update(bytes).digest("base64url")}"`;
    const headers = {
      ETag: etag,
      "Cache-Control": "no-store, no-transform",
      [payloadKindHeader]: kind,
    };
    if (unchanged(context, etag)) return context.body(null, 304, headers);
    return context.body(bytes, 200, {
      ...headers,
      "Content-Type": "application/json",
      "Repr-Digest": digest,
    });
  });

  api.get("/decisions", (context) =>
    answer(context, JSON.stringify(decisionLog.page(context.req.query("after")))),
  );

  api.get("/decisions/:id/payload", (context) =>
    keptBytes(context, decisionLog.payload(context.req.param("id"))),
  );

  api.get("/receipts/:id", (context) => {
    const receipt = findReceipt(
      context.req.param("id"),
      decisionLog,
      policyTexts,
      policy,
    );
    return answer(context, JSON.stringify(receipt), { type: "application/ld+json" });
  });

  api.get("/transmissions", (context) => {
    const after = context.req.query("after");
    if (after !== undefined && !/^\d{1,15}$/.test(after)) {
      throw new ProblemError(
        "malformed-body",
        "Give `after` the `next` of the page before.",
      );
    }
    return answer(context, JSON.stringify(sender.transmissions(after)));
  });

  api.get("/transmissions/:id/body", (context) => {
    const bytes = sender.transmissionBody(context.req.param("id"));
    if (bytes === undefined) throw new ProblemError("not-found");
    if (bytes === "deleted") throw new ProblemError("gone");
    return keptBytes(context, buildPayload("queued", bytes));
  });

  return api;
}
