import * as z from "zod/mini";
import type { ConsentActivity } from "../policy.ts";
import { sampleOf } from "../sampleOf.ts";
import { sampleText } from "../sampleText.ts";
import { unreadable } from "../unreadable.ts";
import { type Diagnostic, diagnostic } from "./diagnostic.ts";

/** That a sample is a payload which the sender could have made, and which a person can read. */
export function diagnoseSample(activity: ConsentActivity): readonly Diagnostic[] {
  const { id, schema } = activity;
  const sample = sampleOf(activity);
  if (sample === undefined) return [];
  const parsed = z.safeParse(schema, sample);
  const issues = parsed.error?.issues ?? [];
  const isReadable = !sampleText(sample).replaceAll("\n", "").match(unreadable);
  return [
    ...issues.map(({ path }) =>
      diagnostic("sample-invalid", [id, ...path].map(String).join(".")),
    ),
    ...(isReadable ? [] : [diagnostic("sample-invalid", id)]),
  ];
}
