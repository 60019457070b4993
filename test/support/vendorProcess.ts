import { startKillable } from "./killableProcess.ts";

/** Starts the vendor over a folder as a process of its own, on any free port. */
export function startVendorProcess(folder: string, port = 0) {
  return startKillable<{ readonly url: string; readonly ca: string }>(
    "test/support/runVendor.ts",
    { VENDOR_FOLDER: folder, VENDOR_PORT: String(port) },
  );
}
