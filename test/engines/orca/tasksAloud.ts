import type { Aloud } from "./aloud.ts";

/** What somebody does who hears the page, and what must have been said by then. */
interface TaskAloud {
  readonly name: string;
  readonly run: (aloud: Aloud) => Promise<void>;
  /** Words of the page that must be heard, in this order. */
  readonly words: (names: Aloud["names"]) => readonly string[];
}

const space = ({ orca }: Aloud) => orca.press("space");

async function grantStatistics(aloud: Aloud): Promise<void> {
  await aloud.tabToSwitch(2);
  await aloud.after("Space: switch the statistics on", async () => {
    space(aloud);
    await aloud.status("granted");
    await aloud.page
      .getByRole("listitem")
      .filter({ hasText: /^(Zuletzt gesendet|Last sent) \d/ })
      .waitFor({ timeout: 60_000 });
  });
}

/** Reads on line by line from where the focus is, so many lines. */
async function readOn({ after, orca }: Aloud, lines: number): Promise<void> {
  // Keys go to the page while something in it is worked, and to Orca while it is read.
  const toggle = () => after("Orca+A", () => orca.press("Insert+a"), 800);
  const mode = await toggle();
  if (mode.some((sentence) => sentence.includes("Focus mode"))) await toggle();
  for (let line = 0; line < lines; line += 1) {
    await after("Down", () => orca.press("Down"), 500);
  }
}

async function openFold(aloud: Aloud, name: string): Promise<void> {
  const { page, after, orca, names } = aloud;
  await page
    .getByRole("region", { name: names.statistics, exact: true })
    .getByRole("button", { name })
    .first()
    .focus();
  await after(`${name}: Enter`, () => orca.press("Return"));
}

export const tasksAloud: readonly TaskAloud[] = [
  {
    name: "first reading",
    run: async (aloud) => {
      await readOn(aloud, 0);
      await aloud.after("to the top of the page", () => aloud.orca.press("ctrl+Home"));
      for (let line = 0; line < 45; line += 1) {
        await aloud.after("Down", () => aloud.orca.press("Down"), 500);
      }
    },
    words: ({ statistics, words }) => [words.chip.undecided, statistics],
  },
  {
    name: "deciding on both",
    run: async (aloud) => {
      await aloud.tabToSwitch(1);
      await aloud.after("Tab to the refusal", () => aloud.orca.press("Tab"));
      await aloud.after("Space: do not send crash reports", async () => {
        space(aloud);
        await aloud.page
          .locator("[data-kt=purpose] .kt-chip[data-status=refused]")
          .waitFor();
      });
      await grantStatistics(aloud);
    },
    words: ({ words }) => [words.chip.refused, words.chip.granted],
  },
  {
    name: "withdrawing until the deletion is confirmed",
    run: async (aloud) => {
      await grantStatistics(aloud);
      await aloud.after("Space: switch the statistics off", async () => {
        space(aloud);
        await aloud.status("deleted");
      });
    },
    words: ({ words }) => [words.chip.granted, words.chip.deleted],
  },
  {
    name: "panel lost and back",
    run: async (aloud) => {
      const { panel, page } = aloud;
      const alert = page.getByText(aloud.names.words.problem.unreachable).last();
      await aloud.after("the panel is stopped", async () => {
        await panel.stop();
        await alert.waitFor({ timeout: 60_000 });
      });
      await aloud.after(
        "it is started again",
        async () => {
          await panel.restart();
          await page
            .locator("[data-kt=announcements]")
            .getByText(aloud.names.words.recovered)
            .waitFor({ state: "attached", timeout: 90_000 });
        },
        2_500,
      );
    },
    words: ({ words }) => [words.problem.unreachable, words.recovered],
  },
  {
    name: "newer data",
    run: async (aloud) => {
      const { page, root, names } = aloud;
      await aloud.after("another version is installed", async () => {
        await root.install("1.24.0-1");
        await page
          .getByRole("button", { name: names.words.payload.showNewer })
          .waitFor({ timeout: 60_000 });
      });
      await page.getByRole("button", { name: names.words.payload.showNewer }).focus();
      await aloud.after("Space: show the new data", () => space(aloud));
      await readOn(aloud, 12);
    },
    words: ({ words }) => [words.payload.newer],
  },
  {
    name: "a failed write",
    run: async (aloud) => {
      await aloud.page.route(/\/decision$/, (route) =>
        route.fulfill({
          status: 500,
          contentType: "application/problem+json",
          body: '{"type":"urn:klartext:problem:internal-error","title":"","status":500}',
        }),
      );
      await aloud.tabToSwitch(2);
      await aloud.after(
        "Space: switch the statistics on, which fails",
        async () => {
          space(aloud);
          await aloud.page
            .getByText(aloud.names.words.problem["internal-error"])
            .last()
            .waitFor({ timeout: 60_000 });
        },
        3_000,
      );
    },
    words: ({ words }) => [words.problem["internal-error"]],
  },
  {
    name: "reading values and bytes",
    run: async (aloud) => {
      const { page, names, after, orca } = aloud;
      const card = page.getByRole("region", { name: names.statistics, exact: true });
      await aloud.tabToSwitch(2);
      await readOn(aloud, 24);
      await card.getByRole("button", { name: /^(Genau diese|Show exactly)/ }).focus();
      await after("Enter: exactly these bytes", () => orca.press("Return"));
      await readOn(aloud, 20);
    },
    words: () => ["nginx 1.22.1"],
  },
  {
    name: "log",
    run: async (aloud) => {
      await grantStatistics(aloud);
      await openFold(aloud, aloud.names.words.fold.sent);
      await readOn(aloud, 20);
    },
    words: ({ words }) => [words.chip.granted, words.fold.sent],
  },
];
