import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { type KlartextError, PanelUnreachable } from "../../client/errors.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";

const policy = liveConfigPolicy();
const error = new PanelUnreachable(new TypeError("Failed to fetch"));

afterEach(() => vi.unstubAllGlobals());

function Reporter() {
  const { report } = usePrivacy();
  return (
    <button type="button" onClick={() => report(error)}>
      Report
    </button>
  );
}

function show(onError?: (error: KlartextError) => void) {
  render(
    <OverPanel
      panel={createFakePanel({ policy })}
      policy={policy}
      language="en"
      onError={onError}
    >
      <Reporter />
    </OverPanel>,
  );
  return userEvent.click(screen.getByRole("button", { name: "Report" }));
}

test("tells the host what went wrong", async () => {
  const onError = vi.fn();

  await show(onError);

  await waitFor(() => expect(onError).toHaveBeenCalledExactlyOnceWith(error));
});

test("needs no host that listens", async () => {
  await show();

  expect(screen.getByRole("button", { name: "Report" })).toBeDefined();
});

test("leaves what a host's handler throws to the host", async () => {
  const hosts = new Error("of the host");
  const reportError = vi.fn();
  vi.stubGlobal("reportError", reportError);

  await show(() => {
    throw hosts;
  });

  await waitFor(() => expect(reportError).toHaveBeenCalledExactlyOnceWith(hosts));
  expect(screen.getByRole("button", { name: "Report" })).toBeDefined();
});
