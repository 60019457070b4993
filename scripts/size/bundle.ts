import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

/** What stays outside a bundle, by package. */
export const react = ["react", "react-dom"] as const;

export interface BundleOptions {
  /** Where the program lies, from which its imports are resolved. */
  readonly folder: string;
  /** A module that uses what is measured; what it imports later is not counted. */
  readonly program: string;
  readonly external?: readonly string[];
  /** Leaves every text of the languages away. */
  readonly withoutTexts?: boolean;
}

export interface Bundle {
  /** Bytes of the script after gzip. */
  readonly script: number;
  /** Bytes of the sheet after gzip. */
  readonly sheet: number;
  /** What each module adds to the script before gzip, most first. */
  readonly modules: readonly (readonly [string, number])[];
}

/** Bundles as a host would for production: one script, minified, and one sheet. */
export async function bundle({
  folder,
  program,
  external = [],
  withoutTexts = false,
}: BundleOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: folder, sourcefile: "program.js" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    outdir: "out",
    write: false,
    metafile: true,
    legalComments: "none",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    external: external.flatMap((name) => [name, `${name}/*`]),
    plugins: [loadedLater, ...(withoutTexts ? [emptyTexts] : [])],
  });
  const sizeOf = (ending: string) =>
    outputFiles
      .filter(({ path }) => path.endsWith(ending))
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return {
    script: sizeOf(".js"),
    sheet: sizeOf(".css"),
    modules: Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
      .toSorted(([, a], [, b]) => b - a),
  };
}

const loadedLater: Plugin = {
  name: "loaded-later",
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};

const emptyTexts: Plugin = {
  name: "empty-texts",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/dist\/locales\/.*\.js$/ }, () => ({
      contents: "export default {};",
    })),
};
