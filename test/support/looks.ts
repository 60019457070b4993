import { readdirSync, readFileSync } from "node:fs";
import { hostThemes } from "../../.storybook/hostThemes.ts";

/** In which language and theme the stories run as tests, and by which command. */
export interface Look {
  readonly language: "de" | "en";
  readonly theme: string;
  readonly command: "npm test" | "npm run test:deep";
}

const folder = new URL("../../.storybook/hosts/", import.meta.url);

/** The looks of hosts that the toolbar offers. */
const hosts = readdirSync(folder)
  .filter((name) => name.endsWith(".css"))
  .toSorted()
  .flatMap((name) => hostThemes(name, readFileSync(new URL(name, folder), "utf8")))
  .map(({ value }) => value);

const quick = ["de light", "en dark"];

/** Every language in every theme. */
export const looks: readonly Look[] = ["light", "dark", "forced", ...hosts].flatMap(
  (theme) =>
    (["de", "en"] as const).map((language) => ({
      language,
      theme,
      command: quick.includes(`${language} ${theme}`)
        ? ("npm test" as const)
        : ("npm run test:deep" as const),
    })),
);
