import { cleanup, render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import type { Transport } from "../../contract/transport.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel, transport } from "../../testing/index.ts";
import { shortFingerprint } from "./shortFingerprint.ts";
import { TransportFacts } from "./TransportFacts.tsx";

const policy = liveConfigPolicy();
const panel = createFakePanel({ policy });

function way(given: Partial<Transport> = {}, resultsUrl: string | null = null) {
  vi.stubEnv("TZ", "UTC");
  render(
    <OverPanel panel={panel} policy={policy} language="en">
      <TransportFacts
        heading="Server statistics"
        transport={{ ...transport, ...given }}
        {...{ receiverAdds: undefined, resultsUrl }}
      />
    </OverPanel>,
  );
  return within(
    screen.getByRole("list", { name: "The way of the data: Server statistics" }),
  )
    .getAllByRole("listitem")
    .map((station) =>
      [...station.children].flatMap(({ textContent }) => textContent || []),
    );
}

test.each([
  [null, ["Not tried yet"]],
  ["verified", ["Certificate as expected", "15 Jan 2026, 09:30 UTC"]],
  ["tls-pin-mismatch", ["Wrong certificate", "15 Jan 2026, 09:30 UTC"]],
  ["not-reached", ["No connection", "15 Jan 2026, 09:30 UTC"]],
  ["quantum", ["Unknown result", "15 Jan 2026, 09:30 UTC"]],
])("the way of the data reads in words, with the last result: %s", (tls, result) => {
  const lastAttempt = tls === null ? null : { at: "2026-01-15T09:30:00.000Z", tls };

  expect(way({ lastAttempt })).toEqual([
    ["This server"],
    ["TLS", "Pinned CA 3F:A2:…:4F:93", ...result],
    ["Vendor", "telemetry.example"],
  ]);
});

test("no TLS and no CA are claimed where the panel names none", () => {
  expect(way({ url: "http://vendor.example:8080/v1", caFingerprints: [] })).toEqual([
    ["This server"],
    ["Without TLS", "No CA named", "Not tried yet"],
    ["Vendor", "vendor.example:8080"],
  ]);
});

test("a proxy stands on the way, and what it learns in the facts", () => {
  expect(way({ proxy: "proxy.example:3128" })[1]).toEqual([
    ...["TLS", "Pinned CA 3F:A2:…:4F:93", "Through the proxy proxy.example:3128"],
    "Not tried yet",
  ]);
  expect(
    screen.getByText(/^proxy\.example:3128 hands .* but not the content\.$/),
  ).toBeDefined();
});

test("no proxy is named where the panel names none", () => {
  way();

  expect(screen.queryByText(/proxy/i)).toBeNull();
});

test("the facts tell the fingerprint whole, and each header", () => {
  way({ headers: { "Content-Type": "application/json", Accept: "\u202enosj" } });

  expect(screen.getByText(transport.caFingerprints[0] ?? "")).toBeDefined();
  expect(screen.getByText("Content-Type: application/json")).toBeDefined();
  expect(screen.getByText("Accept: \\u202enosj")).toBeDefined();
});

test.each([
  ["AA:BB:CC:DD:EE:FF:00", "AA:BB:…:FF:00"],
  ["AA:BB:CC:DD:EE:FF", "AA:BB:CC:DD:EE:FF"],
  ["", ""],
])("of the fingerprint %j both ends are shown: %j", (whole, short) => {
  expect(shortFingerprint(whole)).toBe(short);
});

test("published results are a link, and nothing else that a panel may say is one", () => {
  const address = "https://vendor.example/statistics";
  way({}, address);

  expect(screen.getByRole("link").getAttribute("href")).toBe(address);
  expect(screen.getByText("Published results")).toBeDefined();
  cleanup();
  for (const other of [null, "javascript:alert(1)", "data:text/html,hello"]) {
    way({}, other);
    expect(screen.queryByRole("link")).toBeNull();
    cleanup();
  }
});
