import * as z from "zod/mini";
import type { Exchange } from "../exchange.ts";
import { parseBody } from "../parseBody.ts";

const panelProblem = z.object({
  type: z.string().check(z.startsWith("urn:klartext:problem:")),
});

/**
 * The `type` of a problem document of the contract: the panel itself made this answer. An
 * answer to HEAD has its media type alone.
 */
export function panelProblemType(exchange: Exchange): string | undefined {
  if (exchange.request.method === "HEAD") {
    const type = exchange.headers.get("Content-Type") ?? "";
    return type.startsWith("application/problem+json") ? type : undefined;
  }
  return z.safeParse(panelProblem, parseBody(exchange)).data?.type;
}
