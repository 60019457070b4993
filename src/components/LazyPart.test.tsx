import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { OverPanel } from "../../test/support/OverPanel.tsx";
import { createLazy } from "../client/createLazy.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel } from "../testing/index.ts";
import { LazyPart } from "./LazyPart.tsx";

const policy = liveConfigPolicy();

interface GreetingProps {
  readonly name: string;
}

function Greeting({ name }: GreetingProps) {
  return <p>Good morning, {name}</p>;
}

function show(fetch: () => Promise<typeof Greeting>) {
  render(
    <OverPanel panel={createFakePanel({ policy })} policy={policy} language="en">
      <LazyPart part={createLazy(fetch)} props={{ name: "Ada" }} />
    </OverPanel>,
  );
}

test("a part stands there once it is loaded, and says so until then", async () => {
  show(async () => Greeting);

  expect(screen.getByText("Loading…")).toBeDefined();
  expect(await screen.findByText("Good morning, Ada")).toBeDefined();
});

test("a part that cannot be loaded says so, and is loaded when asked again", async () => {
  const fetch = vi
    .fn<() => Promise<typeof Greeting>>()
    .mockRejectedValueOnce(new TypeError("Failed to fetch"))
    .mockResolvedValue(Greeting);
  show(fetch);

  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));

  expect(await screen.findByText("Good morning, Ada")).toBeDefined();
  expect(fetch).toHaveBeenCalledTimes(2);
});
