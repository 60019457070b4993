import { expect, test } from "vitest";
import type { FakePanel, Fault } from "../src/testing/index.ts";

interface Told {
  readonly globals?: { readonly network?: string };
  readonly args?: { readonly prepare?: (panel: FakePanel) => unknown };
  readonly play?: unknown;
}

const modules = import.meta.glob<Readonly<Record<string, Told>>>(
  "../src/**/*.stories.tsx",
  { eager: true },
);

const stories = Object.values(modules).flatMap(({ default: meta, ...exported }) =>
  Object.entries(exported).map(([name, story]) => ({
    name: `${Object(meta).title} ${name}`,
    story,
  })),
);

/** The kinds of faults that a story gives its panel, before it begins or as it is played. */
function faultsOf({ args, play }: Told): readonly string[] {
  const faults: string[] = [];
  // A panel to which nothing happens but what is asked here.
  const panel = new Proxy({} as FakePanel, {
    get: (_panel, name) => (given: Fault) => {
      if (name === "fault") faults.push(given.type);
    },
  });
  args?.prepare?.(panel);
  const played = [...String(play).matchAll(/\.fault\(\{\s*type: "([\w-]+)"/g)];
  return [...faults, ...played.map(([, type = ""]) => type)];
}

/** A problem is the panel's own answer: the line is in order. */
const isOfTheLine = (fault: string) => fault !== "problem";

test("a story whose line has a fault says so in the toolbar, and no other story does", () => {
  const names = (wanted: typeof stories) => wanted.map(({ name }) => name).toSorted();
  const faulty = names(stories.filter(({ story }) => faultsOf(story).some(isOfTheLine)));
  const telling = names(stories.filter(({ story }) => story.globals?.network));

  expect(faulty.length).toBeGreaterThan(12);
  expect(telling).toEqual(faulty);
});
