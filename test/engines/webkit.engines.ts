import { openWebKit } from "./browsers/openWebKit.ts";
import { workIn } from "./workIn.ts";

workIn("webkit", openWebKit, {
  light: {},
  "dark, less motion": { dark: true, reducedMotion: true },
});
