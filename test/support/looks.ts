import { readdirSync } from "node:fs";

/** In which language and theme the stories run as tests, and by which command. */
export interface Look {
  readonly language: "de" | "en";
  readonly theme: string;
  readonly command: "npm test" | "npm run test:deep";
}

/** The looks of hosts that the toolbar offers, one for each sheet. */
const hosts = readdirSync(new URL("../../.storybook/hosts/", import.meta.url))
  .filter((name) => name.endsWith(".css"))
  .toSorted()
  .map((name) => `host-${name.replace(".css", "")}`);

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
