import type { CrashReport } from "../../../src/policy/index.ts";
import { knownFileName } from "./knownFiles.ts";
import type { NativeFrame } from "./parseNativeTrace.ts";
import type { Mapping } from "./readMaps.ts";

type Address = CrashReport["stackTrace"]["addresses"][number];

/**
 * States each address relative to where its library was loaded, which tells nothing of the
 * memory's layout, with the library's base name. An address in no mapped file stays as it
 * is, without a library. Without maps (`undefined`: no Linux, or it died before it was
 * ready) every address stays, with the name that the trace gave.
 */
export function relativeAddresses(
  frames: readonly NativeFrame[],
  maps: readonly Mapping[] | undefined,
): Address[] {
  return frames.map(({ address, file }) => {
    if (!maps) return entry(address, file);
    const mapping = maps.find(({ start, end }) => start <= address && address < end);
    if (!mapping) return entry(address, undefined);
    return entry(relativeTo(mapping, address, maps), knownFileName(mapping.path));
  });
}

/**
 * V8 maps its code a second time, near its heap: an address there is taken back to the
 * same byte of the file in its first mapping, where the loader put it.
 */
function relativeTo(found: Mapping, address: bigint, maps: readonly Mapping[]): bigint {
  const inFile = address - found.start + found.offset;
  const parts = maps.filter(({ path }) => path === found.path);
  const first = parts.find(({ offset }) => offset === 0n) ?? parts[0] ?? found;
  const loaded =
    parts.find(
      ({ start, end, offset, executable }) =>
        executable === found.executable &&
        offset <= inFile &&
        inFile < offset + end - start,
    ) ?? found;
  return loaded.start + inFile - loaded.offset - first.start;
}

function entry(address: bigint, library: string | undefined): Address {
  return {
    address: `0x${address.toString(16)}`,
    ...(library === undefined ? {} : { library }),
  };
}
