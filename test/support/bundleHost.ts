import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "../..");
const host = join(root, "test/package/host");

/** Where each React lies that a host may have. */
export const reacts = {
  "React 19": join(root, "node_modules"),
  "React 18.3": join(root, "test/react-18/node_modules"),
} as const;

export interface HostBundle {
  /** The folder with `client.js`. */
  readonly folder: string;
  readonly render: (panels: readonly string[]) => string;
}

/** Bundles the host's page of `test/package/host` with the packed package and one React. */
export async function bundleHost(
  packageFolder: string,
  react: string,
  folder: string,
): Promise<HostBundle> {
  const plugins = [fromPackage(packageFolder)];
  const alias = {
    react: join(react, "react"),
    "react-dom": join(react, "react-dom"),
  };
  const shared: BuildOptions = {
    bundle: true,
    format: "esm",
    jsx: "automatic",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [join(root, "node_modules")],
    plugins,
    alias,
  };
  await build({
    ...shared,
    entryPoints: [join(host, "client.tsx")],
    outdir: folder,
    splitting: true,
    minify: true,
  });
  await build({
    ...shared,
    entryPoints: [join(host, "server.tsx")],
    outfile: join(folder, "server.mjs"),
    platform: "node",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  const { render } = await import(pathToFileURL(join(folder, "server.mjs")).href);
  return { folder, render };
}

/** The host's sources name ours, for their types; what runs is the packed package. */
function fromPackage(packageFolder: string): Plugin {
  return {
    name: "from-package",
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/src\/index\.ts$/ }, () => ({
        path: join(packageFolder, "dist/index.js"),
      })),
  };
}
