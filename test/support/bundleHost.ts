import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "../..");
const host = join(root, "test/package/host");

const modules = join(root, "node_modules");

/** What each React that a host may have is resolved to. */
export const reacts = {
  "React 19": { react: join(modules, "react"), "react-dom": join(modules, "react-dom") },
  "React 18.3": {
    react: join(root, "test/react-18/node_modules/react"),
    "react-dom": join(root, "test/react-18/node_modules/react-dom"),
  },
} as const;

export type Alias = Readonly<Record<string, string>>;

/** Preact in React's place, as its own documentation says. */
export const preact: Alias = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react/jsx-runtime": "preact/jsx-runtime",
};

interface HostBundle {
  readonly render: (panels: readonly string[]) => string;
  readonly renderRoot: (panel: string) => string;
}

/** Bundles the host's pages of `test/package/host` with the packed package and one React. */
export async function bundleHost(
  packageFolder: string,
  react: Alias,
  folder: string,
): Promise<HostBundle> {
  await bundlePages(packageFolder, react, folder);
  await build({
    ...shared(packageFolder, react),
    entryPoints: [join(host, "server.tsx")],
    outfile: join(folder, "server.mjs"),
    platform: "node",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return import(pathToFileURL(join(folder, "server.mjs")).href);
}

/** The same without a server. */
export async function bundlePages(
  packageFolder: string,
  react: Alias,
  folder: string,
): Promise<void> {
  await build({
    ...shared(packageFolder, react),
    entryPoints: [join(host, "client.tsx"), join(host, "roots.tsx")],
    outdir: folder,
    splitting: true,
    minify: true,
  });
}

function shared(packageFolder: string, react: Alias): BuildOptions {
  return {
    bundle: true,
    format: "esm",
    jsx: "automatic",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    nodePaths: [modules],
    plugins: [fromPackage(packageFolder)],
    alias: react,
  };
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
