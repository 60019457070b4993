import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { readAddresses } from "../../snapshot/addresses.ts";
import { unknownId } from "../../unknownId.ts";
import { askWhileStill } from "./askWhileStill.ts";

export const headEverywhere = requestRule(
  {
    id: "head-everywhere",
    title: "HEAD answers as GET does, without a body",
    section: "docs/panel-api.md#the-requests",
    remedy: "Answer HEAD by the route of GET, with its status and headers.",
    occasion: "an address that can be read",
  },
  ["read"],
  async (context, expect) => {
    await forEachConcurrently(await readAddresses(context), async ({ path }) => {
      const found = await askWhileStill(context, path, () => context.send("HEAD", path));
      if (!found) return;
      const { before, answer } = found;
      expect(
        answer,
        answer.status === before.status,
        `Status ${before.status}, as to GET.`,
      );
      expect(answer, answer.bytes.length === 0, "No body.");
      for (const name of [
        "ETag",
        "Content-Type",
        "Cache-Control",
        "Repr-Digest",
        "Klartext-Payload",
      ]) {
        const [own, other] = [answer.headers.get(name), before.headers.get(name)];
        expect(answer, own === other, `${name} ${other}, as to GET.`, name);
      }
    });
    const unknown = await context.send("HEAD", `/receipts/${unknownId}`);
    expect(unknown, unknown.status === 404, "404 to HEAD of what there is not.");
  },
);
