import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Plugin } from "vite";

/** What is text, so that it gets much shorter. */
const compressible = /\.(?:js|css|svg|json|txt|map)$/;

const codings = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY,
        [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: zlib.Z_BEST_COMPRESSION }),
};

/**
 * Writes `<name>.br` and `<name>.gz` beside each file of a build whose name changes with its
 * content, where that makes it shorter. A server hands them out as they are.
 */
export function precompress(): Plugin {
  return {
    name: "klartext:precompress",
    apply: "build",
    writeBundle: async ({ dir = "." }, bundle) => {
      const names = Object.keys(bundle).filter((name) => compressible.test(name));
      await Promise.all(names.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  for (const [ending, code] of Object.entries(codings)) {
    const coded = await code(bytes);
    if (coded.length < bytes.length) await writeFile(`${file}.${ending}`, coded);
  }
}
