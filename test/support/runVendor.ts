// A vendor in a process of its own, to be killed; see vendorProcess.ts.
import { startVendor } from "../../panel/src/vendor/startVendor.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";

process.once("disconnect", () => process.exit());
const { url, caPem: ca } = await startVendor({
  folder: process.env.VENDOR_FOLDER ?? "",
  port: Number(process.env.VENDOR_PORT),
  policy: liveConfigPolicy(),
});
process.send?.({ url, ca });
