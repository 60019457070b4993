import { basename, join } from "node:path";
import { beforeAll, expect } from "vitest";
import {
  allCells,
  type Cell,
  coveringCells,
  layouts,
  resets,
  schemes,
} from "../support/hosts/cells.ts";
import { layContactSheets } from "../support/hosts/contactSheets.ts";
import type { FaultKind } from "../support/hosts/fault.ts";
import { plantedFaults } from "../support/hosts/plantedFaults.ts";
import {
  type JudgedCell,
  prepareStage,
  type ShownCell,
} from "../support/hosts/prepareStage.ts";
import { faultLines, tableOfRedCells } from "../support/hosts/redCells.ts";
import { type ResetSheets, resetSheets } from "../support/hosts/resetSheets.ts";
import { readSubjects, type Subjects, takeSubjects } from "../support/hosts/subjects.ts";
import { test } from "../support/playwright.ts";
import { shareName, shareOf } from "../support/shareOf.ts";

/** A file with the subjects of another build, to judge that one. */
const foreign = process.env.HOSTS_SUBJECTS;
const results = join(import.meta.dirname, "../../test-results");
const pictures = join(results, foreign ? `hosts-${basename(foreign, ".json")}` : "hosts");

let subjects: Subjects;
let sheets: ResetSheets;

beforeAll(async () => {
  subjects = await (foreign ? readSubjects(foreign) : takeSubjects());
  sheets = await resetSheets();
});

const isDeep = process.env.KLARTEXT_DEEP === "1";
const seed = Number(process.env.HOSTS_SEED ?? Date.now() % 1_000_000);
const share = isDeep ? "any host" : `hosts of any two kinds (HOSTS_SEED=${seed})`;

test(`grant and refusal weigh the same, and all is seen, in ${share}`, async ({
  open,
}) => {
  const { page } = await open({ locale: "de-DE" });
  const show = await prepareStage(page);
  const judged: JudgedCell[] = [];
  const pictured: ShownCell[] = [];
  const cells = isDeep ? allCells() : coveringCells(seed);
  for (const cell of cells) {
    const shown = await show(cell, subjects[cell.drawer], sheets[cell.reset]);
    judged.push({ cell, faults: shown.faults });
    if (isPictured(shown)) pictured.push(shown);
    if (judged.length % 128 === 0) console.log(`${judged.length} of ${cells.length}`);
  }
  console.log(`${tableOfRedCells(judged)}\nPictures: ${pictures}`);
  await layContactSheets(page, pictures, pictured);

  expect(faultLines(judged)).toEqual([]);
}, 3_600_000);

/** Of 1,280 cells, those that nobody would tell apart are left out. */
function isPictured({ cell, faults }: ShownCell): boolean {
  const isUsual = cell.drawer === "React" && cell.order === "ours first";
  return !isDeep || isUsual || faults.length > 0;
}

/** A host on a phone that says nothing but how bare its elements are. */
const host: Cell = {
  reset: "Meyer",
  drawer: "React",
  scheme: "light",
  layout: "block",
  order: "ours first",
  width: 360,
};

/** A fault that the sheet once had, and the hosts of one kind in which it does harm. */
interface Planted {
  readonly fault: keyof typeof plantedFaults;
  readonly kind: FaultKind;
  readonly among: readonly Cell[];
  readonly by: "reset" | "scheme" | "layout";
  readonly found: readonly string[];
}

const byReset = {
  by: "reset",
  among: resets.map((reset) => ({ ...host, reset })),
} as const;
const byLayout = {
  by: "layout",
  among: layouts.map((layout) => ({ ...host, layout })),
} as const;

const planted: readonly Planted[] = [
  {
    fault: "a layer",
    kind: "weight",
    ...byReset,
    found: resets.filter((reset) => !reset.startsWith("Bootstrap")),
  },
  {
    fault: "a size container on the root",
    kind: "width",
    ...byLayout,
    found: ["flex row", "table cell", "float"],
  },
  {
    fault: "the system's scheme on the root",
    kind: "scheme",
    by: "scheme",
    among: schemes.map((scheme) => ({ ...host, scheme })),
    found: ["dark on light", "light on dark"],
  },
  { fault: "lengths in rem", kind: "target", ...byReset, found: ["Bootstrap 3"] },
  {
    fault: "choices that are each as high as their words",
    kind: "weight",
    ...byLayout,
    found: ["flex row"],
  },
  {
    fault: "drawings that are not kept",
    kind: "contrast",
    ...byReset,
    found: ["all unset"],
  },
];

test.for(shareOf(planted, 2))(
  `$fault is found where it does harm (${shareName})`,
  async ({ fault, kind, among, by, found }, { open }) => {
    const { page } = await open({ locale: "de-DE" });
    const show = await prepareStage(page);
    const { React } = subjects;
    const subject = { ...React, sheet: plantedFaults[fault](React.sheet) };
    const red: ShownCell[] = [];
    for (const cell of among) {
      const shown = await show(cell, subject, sheets[cell.reset]);
      if (shown.faults.length > 0) red.push(shown);
    }

    expect(red.map(({ cell }) => cell[by])).toEqual(found);
    expect(red.flatMap(({ faults }) => faults.map((one) => one.kind))).toContain(kind);
  },
);
