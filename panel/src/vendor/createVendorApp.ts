import type { KeyObject } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod/mini";
import { type Json, serializePayload } from "../../../src/payload/index.ts";
import {
  consentActivities,
  type Policy,
  revisionChain,
} from "../../../src/policy/index.ts";
import { signAnswers } from "./signAnswers.ts";
import type { VendorStore } from "./store.ts";

/** The largest report, in bytes. */
export const maxReportBytes = 64 * 1024;

/** A pseudonym; the nil UUID of the preview is none. */
const pseudonym = z.uuid({ version: "v4" });
const erasureRequest = z.strictObject({ id: pseudonym });

const refuse = (status: 400 | 404 | 410 | 413 | 415 | 500) =>
  new Response(null, { status });

/**
 * The vendor's API. It takes only what a revision of the policy discloses, in the bytes of
 * the one serializer: anything else has no place to travel in. Of anonymous reports it
 * keeps the day, of those under a pseudonym the month.
 */
export function createVendorApp(
  policy: Policy,
  store: VendorStore,
  key: KeyObject,
  now: () => Date,
) {
  const app = new Hono();
  const activities = revisionChain(policy).flatMap(consentActivities);
  app.notFound(() => refuse(404));
  app.onError(() => refuse(500));
  app.use(bodyLimit({ maxSize: maxReportBytes, onError: () => refuse(413) }));
  app.use(signAnswers(key, now));
  app.use(async ({ req }, next) => {
    if (req.header("Content-Type") !== "application/json") return refuse(415);
    return next();
  });

  app.post("/v1/erasures", async (context) => {
    const request = readExactly(erasureRequest, await context.req.text());
    if (!request) return refuse(400);
    return context.json(store.erase(request.id, now()));
  });

  app.post("/v1/:purpose", async ({ req }) => {
    const purpose = req.param("purpose");
    const described = activities.filter(({ id }) => id === purpose);
    if (described.length === 0) return refuse(404);
    const body = await req.text();
    const fitting = described.find(({ schema }) => readExactly(schema, body));
    if (!fitting) return refuse(400);
    const day = now().toISOString().slice(0, 10);
    if (fitting.identification === "none") {
      store.add({ purpose, id: null, period: day, body });
    } else {
      const { id } = JSON.parse(body) as { readonly id?: unknown };
      if (!z.safeParse(pseudonym, id).success) return refuse(400);
      if (store.isErased(String(id), now())) return refuse(410);
      store.add({ purpose, id: String(id), period: day.slice(0, 7), body });
    }
    return new Response(null, { status: 202 });
  });

  return app;
}

/** The value, if the text is exactly what the serializer makes of one that the schema takes. */
function readExactly<Schema extends z.core.$ZodType>(
  schema: Schema,
  text: string,
): z.infer<Schema> | undefined {
  try {
    const value = JSON.parse(text) as Json;
    const result = z.safeParse(schema, value);
    return result.success && serializePayload(value) === text ? result.data : undefined;
  } catch {
    return undefined;
  }
}
