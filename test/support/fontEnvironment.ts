import { join } from "node:path";
import { unpackFonts } from "./unpackChromium.ts";

/** Variables by which a machine says which fonts it has, and for which language. */
const ofTheMachine = /^(FONTCONFIG_.*|FC_.*|LANG|LANGUAGE|LC_.*|XDG_DATA_HOME)$/;

/**
 * The environment of the test browser: that of this process, but for the fonts, which are those
 * of npm packages whatever the machine has, and the language by which fontconfig chooses.
 */
export async function fontEnvironment(): Promise<Record<string, string>> {
  const others = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !ofTheMachine.test(entry[0]),
  );
  const folder = await unpackFonts();
  return {
    ...Object.fromEntries(others),
    LC_ALL: "C.UTF-8",
    FONTCONFIG_FILE: join(import.meta.dirname, "fonts.conf"),
    XDG_CACHE_HOME: folder,
    XDG_DATA_HOME: folder,
  };
}
