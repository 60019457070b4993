import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { alertText } from "../../../test/support/alerts.ts";
import type { KlartextError } from "../../client/errors.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel, people } from "../../testing/index.ts";

/** Which parts throw when they are shown. */
const broken = vi.hoisted(() => new Set<string>());
const breakable = vi.hoisted(
  () =>
    (name: string) =>
    <Module extends object>(module: Module): Module => {
      const real = Reflect.get(module, name) as (props: unknown) => unknown;
      const replaced = (props: unknown) => {
        if (broken.has(name)) throw new TypeError(`${name} is broken`);
        return real(props);
      };
      return { ...module, [name]: replaced };
    },
);
vi.mock("../PayloadPreview/PayloadValues.tsx", async (original) =>
  breakable("PayloadValues")(await original<object>()),
);
vi.mock("./PurposeDecision.tsx", async (original) =>
  breakable("PurposeDecision")(await original<object>()),
);
vi.mock("../PrivacyExport/PrivacyExport.tsx", async (original) =>
  breakable("PrivacyExport")(await original<object>()),
);
vi.mock("../PolicyBlocks/PolicyBlocks.tsx", async (original) =>
  breakable("PolicyBlocks")(await original<object>()),
);

// The parts have been loaded before this file says that they can break.
vi.resetModules();
const { PrivacyCenter } = await import("./PrivacyCenter.tsx");
const { PrivacyPolicy } = await import("../PrivacyPolicy/PrivacyPolicy.tsx");
const { loadParts } = await import("../../../test/support/loadParts.ts");
await loadParts();

const policy = liveConfigPolicy();
const purpose = "server-statistics";

beforeEach(() => {
  // React tells of every error that it meets.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => broken.clear());

function show(...names: readonly string[]) {
  for (const name of names) broken.add(name);
  const panel = createFakePanel({ policy });
  panel.decideAs(people.admin, purpose, "grant");
  const errors: KlartextError[] = [];
  render(
    <PrivacyCenter
      policy={policy}
      language="en"
      fetch={panel.fetch}
      onError={(error) => errors.push(error)}
    />,
  );
  return { panel, errors };
}

/** The card, once a part of it offers to be read again. */
async function brokenCard(): Promise<HTMLElement> {
  await screen.findAllByRole("button", { name: "Read again" });
  return screen.getByRole("region", { name: "Server statistics" });
}
const again = (root: HTMLElement) =>
  within(root).getByRole("button", { name: "Read again" });

test("a preview that breaks leaves the switch, and the consent can be withdrawn", async () => {
  const { panel } = show("PayloadValues");
  const region = await brokenCard();

  await userEvent.click(within(region).getByRole("switch", { checked: true }));

  await waitFor(() =>
    expect(panel.state().purposes[purpose]?.decision.status).toBe("withdrawn"),
  );
});

test("a part that breaks is told to the host, and is there when it is read again", async () => {
  const { panel, errors } = show("PayloadValues");
  const region = await brokenCard();
  const button = again(region);
  await waitFor(() => expect(errors).toHaveLength(2));
  expect(errors[0]).toMatchObject({
    name: "PartFailed",
    part: "values",
    cause: expect.objectContaining({ message: "PayloadValues is broken" }),
  });

  broken.clear();
  const asked = panel.requests.length;
  await userEvent.click(button);

  await within(region).findByRole("button", { name: /^Show exactly/ });
  expect(panel.requests.length).toBeGreaterThan(asked);
  expect(within(region).queryByRole("button", { name: "Read again" })).toBeNull();
});

test("a card that breaks says the last known state and when it was read", async () => {
  show("PurposeDecision");
  const region = await brokenCard();

  expect(region.textContent).toMatch(/could not be shown/);
  expect(region.textContent).toMatch(/Last known: Consent given/);
  expect(region.textContent).toMatch(/Last known state: .*By .*Admin.* on /);
});

test("an export that breaks leaves the cards", async () => {
  show("PrivacyExport");

  expect(await screen.findAllByRole("switch")).toHaveLength(2);
  expect(await screen.findAllByRole("button", { name: "Read again" })).toHaveLength(1);
});

test("a page that breaks says so, and what holds", async () => {
  const { errors } = show("PolicyBlocks");

  await waitFor(() => expect(alertText()).toMatch(/This page could not be shown/));

  await waitFor(() => expect(errors[0]).toMatchObject({ part: "page" }));
});

test("a policy that breaks says so, and tells the host", async () => {
  broken.add("PolicyBlocks");
  const errors: KlartextError[] = [];
  render(
    <PrivacyPolicy
      policy={policy}
      language="en"
      onError={(error) => errors.push(error)}
    />,
  );

  await waitFor(() => expect(alertText()).toMatch(/This page could not be shown/));

  await waitFor(() => expect(errors[0]).toMatchObject({ part: "policy" }));
});
