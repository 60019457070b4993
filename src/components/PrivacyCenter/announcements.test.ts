import fc from "fast-check";
import { expect, test } from "vitest";
import { type Announcements, announce, endPause, silence } from "./announcements.ts";

const sentences = ({ said }: Announcements) => said.map(({ sentence }) => sentence);

test("what is announced at once is said one by one, in order, and nothing is left out", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.string(), { nil: undefined }), { maxLength: 60 }),
      (course) => {
        const heard: string[] = [];
        let now = silence;
        const go = (next: Announcements) => {
          const known = new Set(now.said.map(({ number }) => number));
          const added = next.said.filter(({ number }) => !known.has(number));
          expect(added.length).toBeLessThanOrEqual(1);
          heard.push(...added.map(({ sentence }) => sentence));
          now = next;
        };
        // Undefined: a pause passes.
        for (const step of course) {
          go(step === undefined ? endPause(now) : announce(now, step, "en"));
        }
        while (now.isPausing) go(endPause(now));
        expect(heard).toEqual(course.filter((step) => step !== undefined));
      },
    ),
  );
});

test("the first is said at once, and the second when the pause is over", () => {
  const both = announce(announce(silence, "Being given.", "en"), "An error.", "en");
  expect(sentences(both)).toEqual(["Being given."]);
  expect(sentences(endPause(both))).toEqual(["Being given.", "An error."]);
});
