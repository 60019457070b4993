/** A part of a file in the memory of a process. */
export interface Mapping {
  readonly start: bigint;
  readonly end: bigint;
  /** Where in the file it begins. */
  readonly offset: bigint;
  readonly executable: boolean;
  readonly path: string;
}

const line =
  /^([0-9a-f]+)-([0-9a-f]+) ..(.). ([0-9a-f]+) \S+ \d+ +(\/.*?)(?: \(deleted\))?$/;

/** Reads the mapped files out of `/proc/{pid}/maps` (proc_pid_maps(5)), in its order. */
export function readMaps(text: string): readonly Mapping[] {
  return text.split("\n").flatMap((entry) => {
    const found = line.exec(entry);
    if (!found) return [];
    const [, start, end, execute, offset, path = ""] = found;
    return [
      {
        start: BigInt(`0x${start}`),
        end: BigInt(`0x${end}`),
        offset: BigInt(`0x${offset}`),
        executable: execute === "x",
        path,
      },
    ];
  });
}
