import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import manifest from "./package.json" with { type: "json" };

/** Whatever a host installs beside the library stays an import. */
const external = [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.peerDependencies),
]
  .map((name) => new RegExp(`^${name}(/|$)`))
  .concat(/^node:/);

export default defineConfig({
  plugins: [react()],
  build: {
    lib: {
      entry: {
        index: "src/index.ts",
        policy: "src/policy/index.ts",
        "policy/react": "src/components/StaticPolicy/index.ts",
        contract: "src/contract/index.ts",
        panel: "src/panel/index.ts",
        "panel/node": "src/sending/index.ts",
        "panel/postgres": "src/stores/postgres/index.ts",
        "panel/sqlite": "src/stores/sqlite/index.ts",
        testing: "src/testing/index.ts",
      },
      formats: ["es"],
    },
    minify: false,
    // Of what is packed along: everything else a host installs beside it.
    license: { fileName: "LICENSES.md" },
    rolldownOptions: {
      // How long a busy machine took is nothing to warn of.
      checks: { bundlerTimings: false },
      external,
      // One file per module keeps "use client" where it stands.
      output: {
        preserveModules: true,
        preserveModulesRoot: "src",
        entryFileNames: ({ name }) => {
          const [, packaged] = name.split("node_modules/");
          return packaged === undefined ? "[name].js" : `vendor/${packaged}.js`;
        },
        banner: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes("/node_modules/")) ? '"use client";' : "",
      },
    },
  },
});
