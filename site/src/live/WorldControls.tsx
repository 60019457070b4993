import { useState } from "react";
import type { Language } from "../../../src/policy/language.ts";
import type { SiteWords } from "../siteWords.ts";
import { Choice } from "./Choice.tsx";
import { type Circumstance, isFirstWorld, type World } from "./world.ts";

export type Theme = "site" | "light" | "dark";

type Words = SiteWords["live"];

export interface WorldControlsProps {
  readonly words: Words;
  readonly world: World;
  readonly language: Language;
  readonly theme: Theme;
  readonly onWorld: (next: World) => void;
  readonly onLanguage: (next: Language) => void;
  readonly onTheme: (next: Theme) => void;
  readonly onReset: () => void;
}

/** What can be chosen, and the word for it. */
const options: {
  readonly [Name in Circumstance]: Readonly<Record<World[Name], keyof Words>>;
} = {
  line: {
    good: "lineGood",
    slow: "lineSlow",
    offline: "lineOffline",
    failing: "lineFailing",
    foreign: "lineForeign",
  },
  viewer: { admin: "viewerAdmin", auditor: "viewerAuditor", nobody: "viewerNobody" },
  lock: { none: "lockNone", vendor: "lockVendor", "do-not-track": "lockDoNotTrack" },
  deletion: {
    confirmed: "deletionConfirmed",
    "under-way": "deletionUnderWay",
    failed: "deletionFailed",
  },
  policy: { first: "policyFirst", revised: "policyRevised" },
  data: { first: "dataFirst", newer: "dataNewer" },
};

const themeWords = {
  site: "themeSite",
  light: "themeLight",
  dark: "themeDark",
} as const satisfies Record<Theme, keyof Words>;

function labelled<Value extends string>(
  names: Readonly<Record<Value, keyof Words>>,
  words: Words,
): readonly { readonly value: Value; readonly label: string }[] {
  const values = Object.keys(names) as Value[];
  return values.map((value) => ({ value, label: words[names[value]] }));
}

/** Whether there is room for the choices beside the page; a phone shows the page first. */
const hasRoom = () => matchMedia("(min-width: 50rem)").matches;

/**
 * A fold with a group of choices about the line, the panel, the vendor and the look. It
 * begins open where there is room, and where something was chosen before a reload.
 */
export function WorldControls({
  words,
  world,
  language,
  theme,
  onWorld,
  onLanguage,
  onTheme,
  onReset,
}: WorldControlsProps) {
  const circumstance = <Name extends Circumstance>(name: Name) => (
    <Choice<World[Name]>
      label={words[name]}
      value={world[name]}
      options={labelled(options[name], words)}
      onChoice={(value) => onWorld({ ...world, [name]: value })}
    />
  );
  const [beginsOpen] = useState(() => hasRoom() || !isFirstWorld(world));
  return (
    <details className="live-world" open={beginsOpen}>
      <summary>{words.world}</summary>
      {/* biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset would say the summary again. */}
      <div className="live-world__choices" role="group" aria-label={words.world}>
        {circumstance("line")}
        {circumstance("viewer")}
        {circumstance("lock")}
        {circumstance("deletion")}
        {circumstance("policy")}
        {circumstance("data")}
        <Choice
          label={words.language}
          value={language}
          options={[
            { value: "de", label: "Deutsch" },
            { value: "en", label: "English" },
          ]}
          onChoice={onLanguage}
        />
        <Choice
          label={words.theme}
          value={theme}
          options={labelled(themeWords, words)}
          onChoice={onTheme}
        />
      </div>
      <div className="live-world__foot">
        <p>{words.sent}</p>
        <button type="button" onClick={onReset}>
          {words.reset}
        </button>
      </div>
    </details>
  );
}
