import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { announcement } from "../../../test/elements.ts";
import {
  openCentre,
  requestsWith,
  watchForOn,
  withMethod,
} from "../../../test/support/openCentre.tsx";
import {
  clearPage,
  pass,
  policy,
  purpose,
  statusOf,
} from "../../../test/support/throughIntermediary.tsx";
import { sha256Digest } from "../../panel/sha256.ts";
import { showDigest } from "../../payload/index.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { policyText } from "../../policy/index.ts";
import { type FakePanel, people, statistics } from "../../testing/index.ts";

afterEach(clearPage);

describe("before anything is decided", () => {
  test("every switch is off, and nothing but reading has happened", async () => {
    const { panel } = await openCentre();
    const switches = screen.getAllByRole<HTMLInputElement>("switch");

    expect(switches.map(({ checked }) => checked)).toEqual([false, false]);
    expect(new Set(panel.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(announcement()).toBe("");
  });

  test("no is a button beside the switch, and is sent without any bytes", async () => {
    const { panel, card } = await openCentre();

    await userEvent.click(card.button("No, do not send"));

    await waitFor(() => expect(statusOf(panel)).toBe("refused"));
    await waitFor(() => expect(card.queryButton("No, do not send")).toBeNull());
    expect(requestsWith(panel, "PUT")[0]?.text).not.toContain("payloadDigest");
    expect(card.toggle().checked).toBe(false);
  });
});

describe("a grant", () => {
  test("names exactly the text and the bytes that are on the screen", async () => {
    const { panel, card } = await openCentre();
    const digestShown = card.digestShown();
    const digestOfShown = sha256Digest(card.bytesShown());

    await userEvent.click(card.toggle());

    await waitFor(() => expect(card.toggle().checked).toBe(true));
    expect(requestsWith(panel, "PUT").map(({ text }) => JSON.parse(text))).toEqual([
      {
        decision: "granted",
        revision: "2025-07-24",
        language: "en",
        textDigest: sha256Digest(policyText(policy, "en")),
        payloadDigest: digestOfShown,
      },
    ]);
    expect(digestShown).toBe(showDigest(digestOfShown));
  });

  test("names the decision that was seen", async () => {
    const { panel, card } = await openCentre({
      prepare: (panel) => panel.decideAs(people.admin2, purpose, "refuse"),
    });

    await userEvent.click(card.toggle());

    await waitFor(() => expect(statusOf(panel)).toBe("granted"));
    expect(requestsWith(panel, "PUT")[0]?.headers.get("If-Match")).toBe('"1"');
  });

  test("shows the bytes with the UUID when it is done, and says so", async () => {
    const { panel, card } = await openCentre();

    await userEvent.click(card.toggle());

    await waitFor(() =>
      expect(card.bytesShown()).toContain(panel.state().purposes[purpose]?.pseudonym),
    );
    await waitFor(() =>
      expect(announcement()).toMatch(/^Server statistics: Consent given\. By Admin on /),
    );
  });

  test("is not shown as on before the panel has answered", async () => {
    const { panel, card } = await openCentre();
    const held = panel.fault({ type: "held", moment: "request", on: withMethod("PUT") });

    await userEvent.click(card.toggle());

    expect(card.toggle().checked).toBe(false);
    expect(card.toggle().getAttribute("aria-busy")).toBe("true");
    expect(card.chip()).toBe("Being given");
    expect(card.line()).toBe("The consent applies once the panel confirms it.");
    held.release();
    await waitFor(() => expect(card.toggle().checked).toBe(true));
  });

  test("is one request, however often a failed one could be repeated", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await openCentre();
    panel.fault({ type: "dropped", moment: "request", on: withMethod("PUT") });

    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.alertText()).not.toBe(""));
    await pass(60_000);

    expect(requestsWith(panel, "PUT")).toHaveLength(1);
    expect(statusOf(panel)).toBe("undecided");
  });

  test.each([
    ["a proxy's 503", { type: "status", status: 503 }, /Your decision did not arrive/],
    [
      "a dropped request",
      { type: "dropped", moment: "request" },
      /Your decision did not arrive/,
    ],
    [
      "a panel that cannot tell the data",
      { type: "problem", code: "not-available-here" },
      /cannot be determined/,
    ],
    [
      "a panel that failed",
      { type: "problem", code: "internal-error" },
      /An error occurred in the panel/,
    ],
  ] as const)(
    "that met %s is never shown as on, and the page says so",
    async (_name, fault, sentence) => {
      const { panel, card } = await openCentre();
      const wasOn = watchForOn(card.toggle);
      panel.fault({ ...fault, on: withMethod("PUT") });

      await userEvent.click(card.toggle());

      await waitFor(() => expect(card.alertText()).toMatch(sentence));
      expect([card.chip(), card.line()]).toEqual(["Not decided yet", "Nothing is sent."]);
      expect(wasOn()).toBe(false);
    },
  );

  test("that ran out of time is never shown as on, and the page says so", async () => {
    const { panel, card } = await openCentre();
    const wasOn = watchForOn(card.toggle);
    const limit = new AbortController();
    panel.fault({ type: "no-answer", moment: "request", on: withMethod("PUT") });
    vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(limit.signal);

    await userEvent.click(card.toggle());
    limit.abort(new DOMException("The operation timed out.", "TimeoutError"));

    await waitFor(() => expect(card.alertText()).toMatch(/Your decision did not arrive/));
    expect(wasOn()).toBe(false);
  });

  test.each([
    ["was dropped", { type: "dropped", moment: "answer" }],
    ["broke off", { type: "dropped", moment: "body" }],
    ["was cut short", { type: "malformed-body" }],
    ["came as something else", { type: "media-type", mediaType: "text/html" }],
  ] as const)(
    "whose answer %s is read again: the page shows what the panel has",
    async (_name, fault) => {
      const { panel, card } = await openCentre();
      panel.fault({ ...fault, on: withMethod("PUT") });

      await userEvent.click(card.toggle());

      await waitFor(() => expect(card.toggle().checked).toBe(true));
      await waitFor(() => expect(card.toggle().getAttribute("aria-busy")).toBeNull());
      expect(statusOf(panel)).toBe("granted");
      expect(requestsWith(panel, "PUT")).toHaveLength(1);
    },
  );
});

describe("a grant that the panel turns down", () => {
  test.each<[string, (panel: FakePanel) => void, RegExp, boolean]>([
    [
      "after a refusal by somebody else",
      (panel) => panel.decideAs(people.admin2, purpose, "refuse"),
      /Someone has decided otherwise in the meantime/,
      false,
    ],
    [
      "after a grant by somebody else",
      (panel) => panel.decideAs(people.admin2, purpose, "grant"),
      /Someone has decided otherwise in the meantime/,
      true,
    ],
    [
      "under another policy",
      (panel) => panel.revise(policyInForce("2026-03-01")),
      /privacy policy has changed in the meantime/,
      false,
    ],
    [
      "because of other data",
      (panel) => panel.setPayload(purpose, { ...statistics, services: [] }),
      /data has changed in the meantime\. Your consent was not recorded/,
      false,
    ],
    [
      "because of a lock",
      (panel) => panel.lock("vendor"),
      /Sending is locked on this server; consent was not given/,
      false,
    ],
    [
      "because of a right that is gone",
      (panel) => panel.actAs(people.auditor),
      /Ask an administrator who has the permission/,
      false,
    ],
  ])(
    "%s says so and shows the panel's state",
    async (_name, meanwhile, sentence, checked) => {
      const { panel, card } = await openCentre();
      meanwhile(panel);

      await userEvent.click(card.toggle());

      await waitFor(() => expect(card.alertText()).toMatch(sentence));
      await waitFor(() => expect(card.toggle().checked).toBe(checked));
      expect(statusOf(panel) === "granted").toBe(checked);
    },
  );
});

describe("turning the switch a second time while a grant is slow", () => {
  test.each(["request", "answer"] as const)(
    "withdraws, when the %s is under way",
    async (moment) => {
      const { panel, card } = await openCentre();
      const held = panel.fault({ type: "held", moment, on: withMethod("PUT") });
      card.toggle().focus();
      await userEvent.keyboard(" ");
      const wasOn = watchForOn(card.toggle);

      await userEvent.keyboard(" ");
      await waitFor(() => expect(requestsWith(panel, "DELETE")).toHaveLength(1));
      held.release();

      await waitFor(() =>
        expect(card.toggle().getAttribute("aria-busy")).not.toBe("true"),
      );
      await waitFor(() => expect(requestsWith(panel, "PUT")[0]?.status).toBeDefined());
      expect(statusOf(panel)).not.toBe("granted");
      expect(card.toggle().checked).toBe(false);
      expect(wasOn()).toBe(false);
    },
  );

  test("keeps the focus on the switch", async () => {
    const { panel, card } = await openCentre();
    panel.fault({ type: "held", moment: "request", on: withMethod("PUT") });
    card.toggle().focus();

    await userEvent.keyboard("  ");

    await waitFor(() => expect(requestsWith(panel, "DELETE")).toHaveLength(1));
    expect(document.activeElement).toBe(card.toggle());
  });
});
