import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  announcement,
  describedBy,
  isInactive,
  settledCard,
} from "../../../test/elements.ts";
import { alertText } from "../../../test/support/alerts.ts";
import { sha256Digest } from "../../panel/sha256.ts";
import { showDigest } from "../../payload/index.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { policyText } from "../../policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  type Fault,
  people,
  statistics,
} from "../../testing/index.ts";
import { PrivacyCenter, type PrivacyCenterProps } from "./PrivacyCenter.tsx";

const purpose = "server-statistics";
const policy = policyInForce("2025-07-24");
const granted = { purposes: { [purpose]: { status: "granted" } } } as const;

interface Opened {
  readonly options?: FakePanelOptions;
  readonly props?: Partial<PrivacyCenterProps>;
  readonly prepare?: (panel: FakePanel) => void;
}

/** Opens a centre over a panel in memory, and waits for the statistics to be there. */
async function open({ options, props, prepare }: Opened = {}) {
  const panel = createFakePanel({ policy, ...options });
  prepare?.(panel);
  render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} {...props} />);
  return { panel, card: await settledCard() };
}

const on =
  (method: string): NonNullable<Fault["on"]> =>
  (request) =>
    request.method === method;

const sent = ({ requests }: FakePanel, method: string) =>
  requests.filter((request) => request.method === method);

const statusAt = (panel: FakePanel) => panel.state().purposes[purpose]?.decision.status;

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  localStorage.clear();
});

describe("before anything is decided", () => {
  test("every switch is off, and nothing but reading has happened", async () => {
    const { panel } = await open();
    const switches = screen.getAllByRole<HTMLInputElement>("switch");

    expect(switches.map(({ checked }) => checked)).toEqual([false, false]);
    expect(new Set(panel.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
    expect(announcement()).toBe("");
  });

  test("no is a button beside the switch, and is sent without any bytes", async () => {
    const { panel, card } = await open();

    await userEvent.click(card.button("No, do not send"));

    await waitFor(() => expect(statusAt(panel)).toBe("refused"));
    await waitFor(() => expect(card.queryButton("No, do not send")).toBeNull());
    expect(sent(panel, "PUT")[0]?.text).not.toContain("payloadDigest");
    expect(card.toggle().checked).toBe(false);
  });
});

describe("a grant", () => {
  test("names exactly the text and the bytes that are on the screen", async () => {
    const { panel, card } = await open();
    const digestShown = card.digestShown();
    const digestOfShown = sha256Digest(card.bytesShown());

    await userEvent.click(card.toggle());

    await waitFor(() => expect(card.toggle().checked).toBe(true));
    expect(sent(panel, "PUT").map(({ text }) => JSON.parse(text))).toEqual([
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
    const { panel, card } = await open({
      prepare: (panel) => panel.decideAs(people.admin2, purpose, "refuse"),
    });

    await userEvent.click(card.toggle());

    await waitFor(() => expect(statusAt(panel)).toBe("granted"));
    expect(sent(panel, "PUT")[0]?.headers.get("If-Match")).toBe('"1"');
  });

  test("shows the bytes with the UUID when it is done, and says so", async () => {
    const { panel, card } = await open();

    await userEvent.click(card.toggle());

    await waitFor(() =>
      expect(card.bytesShown()).toContain(panel.state().purposes[purpose]?.pseudonym),
    );
    await waitFor(() =>
      expect(announcement()).toMatch(/^Server statistics: Consent given\. By Admin on /),
    );
  });

  test("is not shown as on before the panel has answered", async () => {
    const { panel, card } = await open();
    const held = panel.fault({ type: "held", moment: "request", on: on("PUT") });

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
    const { panel, card } = await open();
    panel.fault({ type: "dropped", moment: "request", on: on("PUT") });

    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.alertText()).not.toBe(""));
    await pass(60_000);

    expect(sent(panel, "PUT")).toHaveLength(1);
    expect(statusAt(panel)).toBe("undecided");
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
      const { panel, card } = await open();
      const wasOn = watchForOn(card.toggle);
      panel.fault({ ...fault, on: on("PUT") });

      await userEvent.click(card.toggle());

      await waitFor(() => expect(card.alertText()).toMatch(sentence));
      expect([card.chip(), card.line()]).toEqual(["Not decided yet", "Nothing is sent."]);
      expect(wasOn()).toBe(false);
    },
  );

  test("that ran out of time is never shown as on, and the page says so", async () => {
    const { panel, card } = await open();
    const wasOn = watchForOn(card.toggle);
    const limit = new AbortController();
    panel.fault({ type: "no-answer", moment: "request", on: on("PUT") });
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
      const { panel, card } = await open();
      panel.fault({ ...fault, on: on("PUT") });

      await userEvent.click(card.toggle());

      await waitFor(() => expect(card.toggle().checked).toBe(true));
      await waitFor(() => expect(card.toggle().getAttribute("aria-busy")).toBeNull());
      expect(statusAt(panel)).toBe("granted");
      expect(sent(panel, "PUT")).toHaveLength(1);
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
      const { panel, card } = await open();
      meanwhile(panel);

      await userEvent.click(card.toggle());

      await waitFor(() => expect(card.alertText()).toMatch(sentence));
      await waitFor(() => expect(card.toggle().checked).toBe(checked));
      expect(statusAt(panel) === "granted").toBe(checked);
    },
  );
});

describe("a withdrawal", () => {
  test("is off at once, and the page says that the panel has not got it", async () => {
    const { panel, card } = await open({ options: granted });
    const held = panel.fault({ type: "held", moment: "request", on: on("DELETE") });

    await userEvent.click(card.toggle());

    expect(card.toggle().checked).toBe(false);
    expect([card.chip(), card.line()]).toEqual([
      "Being withdrawn",
      "The withdrawal is on its way. Until then, reports may still be sent.",
    ]);
    held.release();
    await waitFor(() => expect(card.chip()).toBe("Withdrawn"));
    expect(card.line()).toMatch(/^By Admin on /);
    expect(statusAt(panel)).toBe("withdrawn");
  });

  test("is sent again after network errors until the panel has it", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open({ options: granted });
    panel.fault({ type: "dropped", moment: "request", on: on("DELETE"), times: 3 });

    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.chip()).toBe("Not withdrawn yet"));
    expect(card.line()).toMatch(/^The withdrawal is still unconfirmed\./);
    expect(card.toggle().checked).toBe(false);
    await pass(30_000);

    await waitFor(() => expect(statusAt(panel)).toBe("withdrawn"));
    await waitFor(() => expect(card.alertText()).toBe(""));
    expect(sent(panel, "DELETE")).toHaveLength(4);
    expect(card.toggle().checked).toBe(false);
  });

  test("is sent again at once when the network is back", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open({ options: granted });
    panel.fault({ type: "dropped", moment: "request", on: on("DELETE") });
    await userEvent.click(card.toggle());
    await waitFor(() => expect(sent(panel, "DELETE")).toHaveLength(1));

    await waitFor(() => {
      dispatchEvent(new Event("online"));
      expect(statusAt(panel)).toBe("withdrawn");
    });
    expect(sent(panel, "DELETE")).toHaveLength(2);
  });

  test("whose answer was dropped is not sent a second time", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open({ options: granted });
    panel.fault({ type: "dropped", moment: "answer", on: on("DELETE") });

    await userEvent.click(card.toggle());
    await waitFor(() => expect(statusAt(panel)).toBe("withdrawn"));
    await pass(30_000);

    expect(sent(panel, "DELETE")).toHaveLength(1);
    expect(card.chip()).toBe("Withdrawn");
    expect(card.line()).toMatch(/^By Admin on /);
  });

  test("does not undo what somebody has decided meanwhile, unless told to", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open({ options: granted });
    panel.fault({ type: "dropped", moment: "request", on: on("DELETE") });
    await userEvent.click(card.toggle());
    panel.decideAs(people.admin2, purpose, "grant");
    await pass(30_000);
    expect(card.region().textContent).toContain("A new decision was made");
    expect([statusAt(panel), sent(panel, "DELETE").length]).toEqual(["granted", 1]);

    await userEvent.click(card.button("Withdraw anyway"));
    await pass(1_000);

    await waitFor(() => expect(card.chip()).toBe("Withdrawn"));
    expect(statusAt(panel)).toBe("withdrawn");
  });

  test("without being signed in says that it has not arrived, and claims nothing", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open({ options: granted });
    panel.actAs(null);

    await userEvent.click(card.toggle());

    await waitFor(() => expect(screen.queryAllByRole("switch")).toEqual([]));
    expect(alertText()).toContain("You are not signed in");
    expect(alertText()).toContain("sent once the person who withdrew has signed in");
  });

  test("is sent once the same person has signed in again", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open({ options: granted });
    panel.actAs(null);
    await userEvent.click(card.toggle());
    await pass(5_000);
    await waitFor(() => expect(screen.queryAllByRole("switch")).toEqual([]));
    expect(statusAt(panel)).toBe("granted");

    panel.actAs(people.admin);
    await pass(5_000);

    await waitFor(() => expect(statusAt(panel)).toBe("withdrawn"));
  });

  test("goes on when the page is opened again", async () => {
    const { panel, card } = await open({ options: granted });
    const line = panel.fault({
      type: "dropped",
      moment: "request",
      on: on("DELETE"),
      times: 1_000,
    });
    await userEvent.click(card.toggle());
    await waitFor(() => expect(sent(panel, "DELETE")).toHaveLength(1));
    cleanup();
    line.remove();
    expect(statusAt(panel)).toBe("granted");

    render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);

    await waitFor(() => expect(statusAt(panel)).toBe("withdrawn"));
  });

  test("of somebody else in this browser is told and never sent", async () => {
    const { panel, card } = await open({ options: granted });
    panel.fault({ type: "dropped", moment: "request", on: on("DELETE"), times: 1_000 });
    await userEvent.click(card.toggle());
    await waitFor(() => expect(sent(panel, "DELETE")).toHaveLength(1));
    cleanup();
    panel.actAs(people.admin2);

    render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);

    const again = await settledCard();
    await waitFor(() =>
      expect(again.region().textContent).toContain("nothing is sent in your name."),
    );
    expect([again.toggle().checked, sent(panel, "DELETE").length]).toEqual([true, 1]);
  });

  test("without the right to is told, and the switch is on again", async () => {
    const { panel, card } = await open({ options: granted });
    panel.actAs(people.auditor);

    await userEvent.click(card.toggle());

    await waitFor(() => expect(card.alertText()).toContain("Ask an administrator"));
    expect(card.toggle().checked).toBe(true);
  });

  test.each(["locked", "outdated"] as const)(
    "stays possible while the consent is %s, by a button",
    async (hindrance) => {
      const { panel, card } = await open({
        options: {
          purposes: {
            [purpose]:
              hindrance === "locked"
                ? { status: "granted", lock: "do-not-track" }
                : { status: "outdated" },
          },
        },
      });
      expect(card.toggle().checked).toBe(false);

      await userEvent.click(card.button("Withdraw and delete the data"));

      await waitFor(() => expect(statusAt(panel)).toBe("withdrawn"));
    },
  );

  test("needs no bytes that can be shown", async () => {
    const { panel, card } = await open({
      options: granted,
      prepare: (panel) => panel.setPayload(purpose, { hostname: "server.example" }),
    });

    await userEvent.click(card.toggle());

    await waitFor(() => expect(statusAt(panel)).toBe("withdrawn"));
  });
});

describe("turning the switch a second time while a grant is slow", () => {
  test.each(["request", "answer"] as const)(
    "withdraws, when the %s is under way",
    async (moment) => {
      const { panel, card } = await open();
      const held = panel.fault({ type: "held", moment, on: on("PUT") });
      card.toggle().focus();
      await userEvent.keyboard(" ");
      const wasOn = watchForOn(card.toggle);

      await userEvent.keyboard(" ");
      await waitFor(() => expect(sent(panel, "DELETE")).toHaveLength(1));
      held.release();

      await waitFor(() =>
        expect(card.toggle().getAttribute("aria-busy")).not.toBe("true"),
      );
      await waitFor(() => expect(sent(panel, "PUT")[0]?.status).toBeDefined());
      expect(statusAt(panel)).not.toBe("granted");
      expect(card.toggle().checked).toBe(false);
      expect(wasOn()).toBe(false);
    },
  );

  test("keeps the focus on the switch", async () => {
    const { panel, card } = await open();
    panel.fault({ type: "held", moment: "request", on: on("PUT") });
    card.toggle().focus();

    await userEvent.keyboard("  ");

    await waitFor(() => expect(sent(panel, "DELETE")).toHaveLength(1));
    expect(document.activeElement).toBe(card.toggle());
  });
});

describe("consent that cannot be given", () => {
  test.each<[string, Opened, string]>([
    [
      "by an auditor",
      { options: { viewer: people.auditor } },
      "You can see everything here, but not decide.",
    ],
    [
      "to a value that nothing discloses",
      {
        prepare: (panel) =>
          panel.setPayload(purpose, { ...statistics, hostname: "server.example" }),
      },
      "The data does not match the privacy policy.",
    ],
    [
      "to bytes that are no JSON",
      { prepare: (panel) => panel.setPayload(purpose, new TextEncoder().encode("{")) },
      "The data cannot be read.",
    ],
    [
      "to bytes with another checksum than stated",
      {
        prepare: (panel) =>
          panel.setPayload(purpose, statistics, {
            headers: { "Repr-Digest": `sha-256=:${"A".repeat(43)}=:` },
          }),
      },
      "The checksum of the data does not match the panel’s.",
    ],
    [
      "under a lock",
      { prepare: (panel) => panel.lock("vendor") },
      "Locked by the vendor.",
    ],
    [
      "to a revision that the page does not know",
      { prepare: (panel) => panel.revise(policyInForce("2026-03-01")) },
      "The panel has a revision of the privacy policy that this page does not know.",
    ],
    [
      "in a state that the page does not know",
      { options: { purposes: { [purpose]: { decision: { status: "paused" } } } } },
      "This page is older than the panel.",
    ],
  ])("%s leaves the switch inactive and says why", async (_name, opened, reason) => {
    const { panel, card } = await open(opened);

    await userEvent.click(card.toggle());

    expect(isInactive(card.toggle())).toBe(true);
    expect(describedBy(card.toggle())).toContain(reason);
    expect(sent(panel, "PUT")).toEqual([]);
    expect(card.toggle().checked).toBe(false);
  });

  test("is possible where the panel stated no checksum", async () => {
    const { panel, card } = await open({
      prepare: (panel) =>
        panel.setPayload(purpose, statistics, { headers: { "Repr-Digest": null } }),
    });
    expect(card.region().textContent).toContain("none stated by the panel");

    await userEvent.click(card.toggle());

    await waitFor(() => expect(statusAt(panel)).toBe("granted"));
  });

  test("waits for the new data to be looked at, which swap only when asked", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { panel, card } = await open();
    const before = card.bytesShown();
    panel.setPayload(purpose, { ...statistics, services: [] });
    await pass(5_000);
    await waitFor(() => expect(isInactive(card.toggle())).toBe(true));
    expect(card.bytesShown()).toBe(before);
    expect(announcement()).toBe("Server statistics: The data has changed.");

    await userEvent.click(card.button("Show the new data"));

    expect(card.bytesShown()).not.toContain("nginx");
    expect(isInactive(card.toggle())).toBe(false);
  });
});

/** Tells whether a switch was ever on from here, even between two renderings. */
function watchForOn(toggle: () => HTMLInputElement) {
  let wasOn = false;
  const observer = new MutationObserver(() => {
    wasOn ||= toggle().checked;
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return () => {
    observer.disconnect();
    return wasOn;
  };
}

/** Lets time pass on a clock that the test holds. */
function pass(ms: number): Promise<void> {
  return act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}
