/** @jsxRuntime classic */
/** @jsx createElement */
// biome-ignore lint/correctness/noUnusedImports: Storybook builds its manager by this pragma
import { createElement } from "react";
import { addons, types } from "storybook/manager-api";
import { LookMenu } from "./LookMenu.tsx";

addons.register("klartext", () => {
  addons.add("klartext/look", {
    type: types.TOOL,
    title: "Look",
    match: ({ viewMode }) => viewMode === "story" || viewMode === "docs",
    render: () => <LookMenu />,
  });
});
