import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What the tests of other engines start, and the Debian package that has it. */
const packageOf: Readonly<Record<string, string>> = {
  "firefox-esr": "firefox-esr",
  WebKitWebDriver: "webkit2gtk-driver",
  "xvfb-run": "xvfb",
  xauth: "xauth",
  "dbus-run-session": "dbus",
  orca: "orca",
  "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
  openbox: "openbox",
  xdotool: "xdotool",
};

const missing = Object.entries(packageOf)
  .filter(([name]) => spawnSync("sh", ["-c", `command -v ${name}`]).status !== 0)
  .map(([, debianPackage]) => debianPackage);

if (missing.length > 0) {
  console.error(
    `Not installed: ${missing.join(", ")}. On Debian:\n` +
      `  apt-get install --no-install-recommends ${missing.join(" ")}`,
  );
  process.exitCode = 1;
} else {
  // A display and a session bus of its own, which browsers and screen reader share.
  const display = ["-a", "-s", "-screen 0 1400x1000x24"];
  const check = [process.execPath, join(import.meta.dirname, "check.ts"), "engines"];
  const { status } = spawnSync(
    "xvfb-run",
    [...display, "dbus-run-session", "--", ...check],
    { stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
}
