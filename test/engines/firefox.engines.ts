import { openFirefox } from "./browsers/openFirefox.ts";
import { workIn } from "./workIn.ts";

workIn("firefox", openFirefox, {
  light: {},
  "dark, less motion": { dark: true, reducedMotion: true },
  "forced colours": { forcedColors: true },
});
