import { describe, expect } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };
import {
  behindProxy,
  comeBack,
  kept,
  notWithdrawnYet,
  within,
} from "../support/behindProxy.ts";
import { saysTruly } from "../support/compareStatus.ts";
import { signInOnPage } from "../support/demoMenu.ts";
import { said, seesNoReason, seesReason, textOf } from "../support/foreignNotices.ts";
import { test } from "../support/playwright.ts";
import type { Intermediary } from "../support/proxy/intermediaries.ts";
import { below } from "../support/proxy/startFaultProxy.ts";
import { shareName, shareOf } from "../support/shareOf.ts";
import { statusOf } from "../support/statusOf.ts";

const {
  become,
  becomeAny,
  pass,
  truth,
  compare,
  enter,
  stopPanel,
  restartPanel,
  seesKeptWithdrawal,
  seesWithdrawn,
} = behindProxy();

const lost: readonly (readonly [Intermediary, string])[] = [
  ["a sign-in page at the same origin", said("session-over", { status: "3xx" })],
  ["a sign-in page at another origin", said("session-over", { status: "3xx" })],
  ["a sign-in page with 200", said("session-over", { status: "200" })],
  ["basic credentials that are gone", said("session-over", { status: "401" })],
  ["a captive portal", said("session-over", { status: "511" })],
  [
    "a firewall that blocks every write",
    said("blocked", { method: "DELETE", status: "403" }),
  ],
  ["a rate limit with 429", said("too-many-requests", { status: "429" })],
  ["a gateway that answers 502", said("gateway", { status: "502" })],
  ["a problem that names none, with 404", said("not-the-panel", { status: "404" })],
  ["JSON of another program for writes", words.problem["outside-contract"]],
];

describe(`a withdrawal that the panel does not get (${shareName})`, () => {
  test.for(shareOf(lost, 5))(
    "because of %s is kept, told why, and sent",
    async ([name, sentence], { browser }) => {
      const entered = await enter(browser, "granted");
      become(name);

      await entered.toggle.click();

      await seesReason(entered.page, sentence, "DELETE");
      await seesKeptWithdrawal(entered);
      pass();
      await entered.card.getByRole("button", { name: words.tryNow }).click();
      await seesWithdrawn(entered);
    },
  );

  test("over a session that is over is sent once somebody has signed in", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("pages in place of errors");
    await entered.context.clearCookies();

    await entered.toggle.click();

    await seesReason(entered.page, said("session-over", { status: "401" }), "HTTP 401");
    await seesKeptWithdrawal(entered);
    await signInOnPage(entered.page, "Admin");
    await seesWithdrawn(entered);
  });

  test("while the panel is down and its errors are made 403 is sent once it is up", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("a firewall that makes every error 403");
    await stopPanel();

    await entered.toggle.click();

    await seesReason(
      entered.page,
      said("blocked", { method: "DELETE", status: "403" }),
      "DELETE",
    );
    expect(await entered.toggle.isChecked()).toBe(false);
    expect(await statusOf(entered.card)).toBe(notWithdrawnYet);
    expect(await kept(entered.page)).toHaveLength(1);
    await restartPanel();
    await entered.card.getByRole("button", { name: words.tryNow }).click();
    await seesWithdrawn(entered);
  });

  test("is sent by itself after the page was loaded anew meanwhile", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("a sign-in page at the same origin");
    await entered.toggle.click();
    await expect.poll(() => kept(entered.page)).toHaveLength(1);

    await entered.page.reload();

    await seesReason(entered.page, said("session-over", { status: "3xx" }), "GET");
    expect(await entered.page.getByRole("switch").count()).toBe(0);
    // Whose withdrawal it is cannot be known, so nothing is said of it.
    expect(await entered.card.locator(".kt-chip, .kt-status").count()).toBe(0);
    expect(await kept(entered.page)).toHaveLength(1);
    pass();
    await comeBack(entered.page);
    await seesWithdrawn(entered);
  });

  test("because the way hides where it comes from is kept, and told why", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("neither Sec-Fetch-Site nor Origin");

    await entered.toggle.click();

    await expect
      .poll(() => textOf(entered.page), within)
      .toContain(words.problem["cross-site"]);
    await seesKeptWithdrawal(entered);
    pass();
    await entered.card.getByRole("button", { name: words.tryNow }).click();
    await seesWithdrawn(entered);
  });

  test("though tags are weak and an answer was lost makes nobody decide anew", async ({
    browser,
  }) => {
    const entered = await enter(browser);
    const { page, card, toggle } = entered;
    become("gzip, and no answer to /purposes");
    await toggle.click();
    await expect.poll(() => toggle.isChecked(), within).toBe(true);
    becomeAny(
      { type: "compresses" },
      { type: "hangs-up", moment: "request", on: { methods: ["DELETE"] } },
    );
    await toggle.click();
    await expect.poll(() => textOf(page), within).toContain(words.problem.unreachable);

    become("gzip on everything");
    await card.getByRole("button", { name: words.tryNow }).click();

    await seesWithdrawn(entered);
  });
});

/** What comes between, and lets a decision pass. */
const passing: readonly Intermediary[] = [
  "a firewall without PUT and DELETE",
  "a server without PUT and DELETE",
  "a server that implements no PUT",
  "weak tags",
  "tags with the name of a coding",
  "gzip on everything",
  "no ETag",
  "no Repr-Digest",
  "no If-None-Match",
  "no Sec-Fetch-Site",
  "a proxy that sends writes twice",
  "a gateway that gives up on writes",
  "a gateway that loses the answer to a write",
  "a sign-in page after a write was done",
  "a page with 200 after a write was done",
  "a page with 403 after a write was done",
  "a cache by path and query",
];

describe("a decision that passes", () => {
  test.for(shareOf(passing, 8))(
    `%s is shown as the panel has it, and nothing is said against it (${shareName})`,
    async (name, { browser }) => {
      const entered = await enter(browser);
      const { page, card, toggle } = entered;
      become(name);

      await toggle.click();

      await expect.poll(truth, within).toBe("granted");
      await expect.poll(() => toggle.isChecked(), within).toBe(true);
      await expect.poll(() => toggle.getAttribute("aria-busy"), within).toBe(null);
      expect(await compare(card)).toEqual(saysTruly("granted"));
      expect(await textOf(page)).not.toContain(words.problem["not-recorded"]);
      await seesNoReason(page);

      await toggle.click();
      await seesWithdrawn(entered);
    },
  );
});

test("below a path grants and withdraws as at the root", async ({ browser }) => {
  const entered = await enter(browser, "withdrawn", `${below}/`);

  await entered.toggle.click();
  await expect.poll(truth, within).toBe("granted");
  await expect.poll(() => entered.toggle.isChecked(), within).toBe(true);

  await entered.toggle.click();
  await seesWithdrawn(entered);
});
