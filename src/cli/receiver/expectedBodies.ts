import { serializePayload } from "../../payload/serializePayload.ts";
import { nilUuid } from "../../policy/nilUuid.ts";

/** The bytes that ask the vendor to erase what came under a UUID. */
export function erasureBody(uuid: string): string {
  return serializePayload({ id: uuid });
}

/** What was shown before there was a UUID, as it has to arrive. */
export function withUuid(shown: string, uuid: string | null): string {
  return uuid === null ? shown : shown.replaceAll(nilUuid, uuid);
}
