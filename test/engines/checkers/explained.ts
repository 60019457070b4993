import type { CheckerFinding } from "./findings.ts";

interface Explained extends Pick<CheckerFinding, "checker" | "rule"> {
  /** The stories that it is explained for, by how their ids begin. @default all */
  readonly story?: string;
  /** Why it is right as it is, or what looks after it. */
  readonly reason: string;
}

/** What the checkers name in some story and what stays; docs/accessibility.md has the same. */
export const explained: readonly Explained[] = [
  {
    checker: "IBM Equal Access",
    rule: "skip_main_exists",
    reason: "a component stands in the host's page, which has its own `<main>`",
  },
  {
    checker: "IBM Equal Access",
    rule: "html_skipnav_exists",
    reason: "as above: the way past the blocks of a page is the host's",
  },
  {
    checker: "IBM Equal Access",
    rule: "aria_content_in_landmark",
    reason: "as above: the landmark is the host's",
  },
  {
    checker: "IBM Equal Access",
    rule: "style_highcontrast_visible",
    reason:
      "asked of every page with a sheet; `test/e2e/look.e2e.ts` looks in forced colours",
  },
  {
    checker: "IBM Equal Access",
    rule: "style_color_misuse",
    reason: "asked of every page with a sheet; state is said by sign and word",
  },
  {
    checker: "IBM Equal Access",
    rule: "style_focus_visible",
    reason:
      "asked of every control with a border; `test/support/tabOrder.ts` sees each outline",
  },
  {
    checker: "IBM Equal Access",
    rule: "text_sensory_misuse",
    reason: "“too large” is said of data, and names no place on the screen",
  },
  {
    checker: "IBM Equal Access",
    rule: "list_structure_proper",
    reason: "`<div>` groups `<dt>` and `<dd>` within `<dl>`, as HTML allows",
  },
  {
    checker: "IBM Equal Access",
    rule: "text_block_heading",
    reason:
      "the label of a switch in the wording that was agreed to, not a heading of the page",
  },
  {
    checker: "IBM Equal Access",
    rule: "element_tabbable_role_valid",
    reason:
      "a region that scrolls takes the focus, so that arrow keys scroll it (WCAG 2.1.1)",
  },
  {
    checker: "IBM Equal Access",
    rule: "input_checkboxes_grouped",
    reason: "each switch is a decision of its own, in a region with a name",
  },
  {
    checker: "IBM Equal Access",
    rule: "input_fields_grouped",
    reason: "the two fields of the log's filter each have a label",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_4.1_4_3.G18.Abs",
    reason:
      "text for screen readers alone, or over its own surface; axe measures the contrast",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_4.1_4_10",
    reason:
      "what is fixed or scrolls is looked at at 320 px by `test/support/geometry.ts`",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_3.1_3_1.H42",
    reason:
      "the title of a receipt names its region; a heading would break the page's levels",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_3.1_3_1_A.G141",
    reason: "the story shows a part alone; in the page the level above is there",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_3.1_3_1.H48",
    reason: "two links in a line are no list",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_3.1_3_1.H85.2",
    reason: "the options of the filter have no groups",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle2.Guideline2_4.2_4_1.G1,G123,G124.NoSuchID",
    reason: "the story shows the contents without the policy that they lead to",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle4.Guideline4_1.4_1_2.H91.Select.Value",
    reason:
      "the first option is selected by HTML, without the attribute that is looked for",
  },
  {
    checker: "IBM Equal Access",
    rule: "aria_landmark_name_unique",
    story: "do-and-don-t--",
    reason:
      "in “Do and don’t” alone: the same card stands there more than once, to compare",
  },
  {
    checker: "IBM Equal Access",
    rule: "aria_region_label_unique",
    story: "do-and-don-t--",
    reason: "as above",
  },
  {
    checker: "IBM Equal Access",
    rule: "widget_tabbable_exists",
    story: "do-and-don-t--",
    reason: "in “Do and don’t” alone: what is crossed out there is inert",
  },
  {
    checker: "HTML CodeSniffer",
    rule: "WCAG2AA.Principle1.Guideline1_4.1_4_3_F24.F24.BGColour",
    story: "foundations-type-space-icons--",
    reason: "in the sheet of spaces alone: a bar that has no text",
  },
];

/** Whether docs/accessibility.md says why a finding stays in the stories that have it. */
export function isExplained(
  finding: CheckerFinding,
  stories: readonly string[],
): boolean {
  return explained.some(
    ({ checker, rule, story = "" }) =>
      checker === finding.checker &&
      finding.rule.startsWith(rule) &&
      stories.every((id) => id.startsWith(story)),
  );
}
