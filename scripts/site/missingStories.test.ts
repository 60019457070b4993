import { expect, test } from "vitest";
import { missingStories } from "./missingStories.ts";

const entries = { "centre--offline": {} };
const link = (id: string) => `<a href="/a/storybook/?path=/story/${id}">`;

test("a story that Storybook has is not missing", () => {
  expect(missingStories(link("centre--offline"), entries)).toEqual([]);
});

test("a story that Storybook does not have is missing, and named once", () => {
  const html = link("centre--gone") + link("centre--offline") + link("centre--gone");

  expect(missingStories(html, entries)).toEqual(["centre--gone"]);
});
