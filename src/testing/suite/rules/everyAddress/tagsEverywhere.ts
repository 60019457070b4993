import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { readable } from "../../snapshot/addresses.ts";
import { askWhileStill } from "./askWhileStill.ts";

export const tagsEverywhere = requestRule(
  {
    id: "tags-everywhere",
    title:
      "Every GET has a strong ETag and answers 304 to it, in a list, weakened or with a coding's name",
    section: "docs/panel-api.md#live-pages",
    remedy: "Compare every tag of If-None-Match without W/ and without a coding's name.",
    occasion: "an address that answers 200",
  },
  ["read"],
  async (context, expect) => {
    const ways: readonly ((tag: string) => string)[] = [
      (tag) => tag,
      (tag) => `W/${tag}`,
      (tag) => tag.replace(/"$/, '-gzip"'),
      (tag) => `"another", ${tag}`,
    ];
    const paths = (await readable(context)).map(({ path }) => path);
    const asked = paths.flatMap((path) => [
      ...ways.map((way) => ({ path, way, method: "GET" })),
      { path, way: (tag: string) => tag, method: "HEAD" },
    ]);
    await forEachConcurrently(asked, async ({ path, way, method }) => {
      const found = await askWhileStill(context, path, (tag) =>
        context.send(method, path, { headers: { "If-None-Match": way(tag) } }),
      );
      if (!found) return;
      const { tag, answer } = found;
      expect(answer, /^"[\x21\x23-\x7e]+"$/.test(tag), "A strong ETag.", "ETag");
      expect(answer, answer.status === 304, `304 to ${way(tag)}.`);
      expect(answer, answer.bytes.length === 0, "No body with 304.");
      const told = answer.headers.get("ETag");
      expect(answer, told === tag, `ETag ${tag} with 304.`, "ETag");
    });
    await forEachConcurrently(paths, async (path) => {
      const other = await context.get(path, {
        headers: { "If-None-Match": '"another"' },
      });
      expect(other, other.status === 200, "200 to a tag of something else.");
    });
  },
);
