import type { Json } from "../../payload/serializePayload.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import {
  type ConsentActivity,
  consentActivities,
  type Policy,
} from "../../policy/policy.ts";
import { sampleOf } from "../../policy/sampleOf.ts";
import { vectorPlans } from "./vectorPlans.ts";
import { playVector, type Vector } from "./vectors.ts";

const anyUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A sample as it is before there is a UUID, if the policy has one. */
export function sampleBefore(activity: ConsentActivity): Json | undefined {
  const sample = sampleOf(activity);
  if (sample === undefined) return undefined;
  const isUuid = (value: unknown) => typeof value === "string" && anyUuid.test(value);
  return JSON.parse(
    JSON.stringify(sample, (_name, value) =>
      activity.identification === "pseudonym" && isUuid(value) ? nilUuid : value,
    ),
  );
}

/** The vectors of each purpose of a policy that has a sample of what it sends. */
export async function buildVectors(policy: Policy): Promise<readonly Vector[]> {
  const vectors: Vector[] = [];
  for (const activity of consentActivities(policy)) {
    const payload = sampleBefore(activity);
    if (payload === undefined) continue;
    for (const plan of vectorPlans) {
      vectors.push(await playVector(plan, { policy, purpose: activity.id, payload }));
    }
  }
  return vectors;
}
