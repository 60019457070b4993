import * as z from "zod/mini";
import { type ProblemCode, problemCode } from "../../src/contract/problemCode.ts";
import { problemDocument } from "../../src/contract/problemDocument.ts";

/** Why a request to the demonstration came to nothing, and what of it can be shown. */
export interface DemoFailure {
  /** `unreachable`: there was no answer. `foreign`: somebody else answered. */
  readonly cause: "unreachable" | "foreign" | ProblemCode;
  /** What came, for whoever runs the panel and the proxy. */
  readonly received: string;
}

/** Posts to the demonstration beside the page; gives what went wrong, if something did. */
export async function askDemo(
  path: string,
  body?: unknown,
): Promise<DemoFailure | undefined> {
  const asked = `POST ${new URL(path, document.baseURI).href}`;
  try {
    const answer = await fetch(path, {
      method: "POST",
      redirect: "manual",
      ...(body === undefined
        ? {}
        : {
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body),
          }),
    });
    return await failureOf(answer, asked);
  } catch (error) {
    return { cause: "unreachable", received: `${asked} – ${String(error)}` };
  }
}

async function failureOf(
  answer: Response,
  asked: string,
): Promise<DemoFailure | undefined> {
  const { status, type, headers } = answer;
  if (type === "opaqueredirect") {
    return { cause: "foreign", received: `${asked} – a redirect` };
  }
  const mediaType = headers.get("Content-Type")?.split(";")[0]?.trim() ?? "";
  // The panel's own success is JSON, or empty.
  if (answer.ok && /^(application\/json)?$/.test(mediaType)) return undefined;
  const read = z.safeParse(problemDocument, await answer.json().catch(() => undefined));
  const cause = read.success ? problemCode(read.data.type) : undefined;
  if (answer.ok || !read.success || cause === undefined) {
    return { cause: "foreign", received: `${asked} – ${status} ${mediaType}` };
  }
  const { title, detail, instance } = read.data;
  const told = [`${status} ${cause}`, detail ?? title, instance];
  return { cause, received: told.filter(Boolean).join(" – ") };
}
