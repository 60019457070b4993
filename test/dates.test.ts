import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** What is written in one zone of the world, by a process that lives there. */
interface Written {
  readonly moments: Readonly<Record<"de" | "en", string>>;
  readonly everyMonth: readonly string[];
  readonly html: string;
  readonly text: string;
}

/** A moment that is another day, and another year, elsewhere. */
const moment = "2025-12-31T23:30:00Z";

const script = `
  import { formatMoment } from "./src/i18n/formatMoment.ts";
  import { buildDocument, liveConfigPolicy, policyText, renderHtml } from "./src/policy/index.ts";
  const policy = liveConfigPolicy();
  const both = (write) => ["de", "en"].map(write).join("\\n");
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, month, 1)));
  console.log(JSON.stringify({
    moments: {
      de: formatMoment(new Date("${moment}"), "de"),
      en: formatMoment(new Date("${moment}"), "en"),
    },
    everyMonth: months.flatMap((day) => ["de", "en"].map((language) => formatMoment(day, language))),
    html: both((language) => renderHtml(buildDocument(policy, language))),
    text: both((language) => policyText(policy, language)),
  }));
`;

async function writtenIn(zone: string): Promise<Written> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module-typescript", "--eval", script],
    {
      cwd: join(import.meta.dirname, ".."),
      env: { ...process.env, TZ: zone },
      maxBuffer: 2 ** 22,
    },
  );
  return JSON.parse(stdout) as Written;
}

test.each([
  ["Pacific/Pago_Pago", "31.12.2025, 12:30 GMT-11", "31 Dec 2025, 12:30 GMT-11"],
  ["America/New_York", "31.12.2025, 18:30 GMT-5", "31 Dec 2025, 18:30 GMT-5"],
  ["UTC", "31.12.2025, 23:30 UTC", "31 Dec 2025, 23:30 UTC"],
  ["Europe/Berlin", "01.01.2026, 00:30 MEZ", "1 Jan 2026, 00:30 CET"],
  ["Asia/Kolkata", "01.01.2026, 05:00 GMT+5:30", "1 Jan 2026, 05:00 GMT+5:30"],
  ["Pacific/Kiritimati", "01.01.2026, 13:30 GMT+14", "1 Jan 2026, 13:30 GMT+14"],
])(
  "in %s a moment is the reader's own and names the zone, and a day is the same day",
  async (zone, german, english) => {
    const written = await writtenIn(zone);

    expect(written.moments).toEqual({ de: german, en: english });
    expect(written.html).toContain('<time datetime="2025-07-24">24. Juli 2025</time>');
    expect(written.html).toContain('<time datetime="2025-07-24">24 July 2025</time>');
    expect(written.text).toMatch(/24\\?\. Juli 2025[\s\S]*24 July 2025/);
    expect(`${written.html} ${written.text} ${written.everyMonth}`).not.toMatch(
      /\d{1,2}\/\d{1,2}\/\d{2,4}/,
    );
  },
);

test("the text that has a digest is the same, byte for byte, from −11 to +14", async () => {
  const texts = await Promise.all(
    ["Pacific/Pago_Pago", "Pacific/Kiritimati"].map(writtenIn),
  );

  expect(texts[0]?.text).toBe(texts[1]?.text);
  expect(texts[0]?.html).toBe(texts[1]?.html);
});
