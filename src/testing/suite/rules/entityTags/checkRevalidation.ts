import { expectStatus, expectStrongTag, expectThat } from "../../expectations.ts";
import type { SuiteContext } from "../../suiteContext.ts";

/** What moves by itself, such as a deletion, may move between two requests. */
const attempts = 5;

export async function checkRevalidation(
  { get }: SuiteContext,
  path: string,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await get(path);
    expectStatus(first, 200);
    const etag = expectStrongTag(first);
    const known = await get(path, { headers: { "If-None-Match": etag } });
    const moved = known.status === 200 && known.headers.get("ETag") !== etag;
    if (moved && attempt < attempts) continue;
    expectStatus(known, 304);
    expectThat(known, known.bytes.length === 0, "No body.");
    const other = await get(path, { headers: { "If-None-Match": '"another"' } });
    expectStatus(other, 200);
    return;
  }
}
