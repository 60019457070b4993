import type { ICruiseResult } from "dependency-cruiser";
import { ofTests } from "./importRules.ts";

/** Which folders import which, by name. */
export type LayerGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** The folder of a file as the picture has it: a layer of the library, or a part of `panel/`. */
function layerOf(path: string): string | undefined {
  const [, layer, part] =
    /^(?:src\/([^/]+)\/|(panel\/(?:src|page))\/).*\.tsx?$/.exec(path) ?? [];
  return layer ?? part;
}

/** Reads from what was cruised which folder imports which, but for tests and stories. */
export function layerGraph({ modules }: ICruiseResult): LayerGraph {
  const graph = new Map<string, Set<string>>();
  const isTest = new RegExp(ofTests);
  for (const { source, dependencies } of modules) {
    const from = layerOf(source);
    if (from === undefined || isTest.test(source)) continue;
    const targets = graph.get(from) ?? new Set<string>();
    for (const { resolved } of dependencies) {
      const to = layerOf(resolved);
      if (to !== undefined && to !== from) targets.add(to);
    }
    graph.set(from, targets);
  }
  return graph;
}

/**
 * Draws a graph without circles as Mermaid. An arrow that follows from two others is left
 * out: what is above may import everything that arrows lead to.
 */
export function drawLayers(graph: LayerGraph): string {
  const arrows = [...graph]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([from, targets]) =>
      [...targets]
        .filter(
          (to) => ![...targets].some((way) => way !== to && leadsTo(graph, way, to)),
        )
        .toSorted()
        .map((to) => `  ${idOf(from)} --> ${idOf(to)}`),
    );
  const names = [...graph.keys()].toSorted().map((name) => `  ${idOf(name)}[${name}]`);
  return ["flowchart TD", ...names, ...arrows, ""].join("\n");
}

function leadsTo(graph: LayerGraph, from: string, to: string): boolean {
  return [...(graph.get(from) ?? [])].some(
    (next) => next === to || leadsTo(graph, next, to),
  );
}

function idOf(name: string): string {
  return name.replace("/", "_");
}
