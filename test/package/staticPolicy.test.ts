import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { build } from "esbuild";
import { describe, expect, inject, test } from "vitest";

const folder = inject("packageFolder");

/**
 * Renders an element as React Server Components do: each component is called once, with no
 * hooks to be had. A client component, a hook or a handler fails.
 */
const program = `
  import { isValidElement } from "react";
  import { liveConfigPolicy, buildPage, renderHtml } from "klartext/policy";
  import { StaticPolicy } from "klartext/policy/react";
  const policy = liveConfigPolicy();
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const render = (node) => {
    if (Array.isArray(node)) return node.map(render).join("");
    if (typeof node === "string" || typeof node === "number") return escape(String(node));
    if (!isValidElement(node)) return "";
    const { type, props } = node;
    if (typeof type === "function") return render(type(props));
    const handlers = Object.values(props).filter((value) => typeof value === "function");
    if (handlers.length > 0) throw new Error("A handler cannot be sent to a browser.");
    if (typeof type !== "string") return render(props.children);
    return "<" + type + " id='" + (props.id ?? "") + "'>" + render(props.children) + "</" + type + ">";
  };
  console.log(JSON.stringify(["de", "en"].map((language) => [
    render(StaticPolicy({ policy, language })),
    renderHtml(buildPage(policy, language)),
  ])));`;

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/** Everything that is said, without elements and space. */
function charactersOf(html: string): string {
  return html
    .replace(/<[^>]+>|\s/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (entity, name) => entities[name] ?? entity);
}

async function runOnServer(text: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--input-type=module", "--eval", text],
    { cwd: folder },
  );
  return stdout;
}

describe("klartext/policy/react", () => {
  test("renders where React has no hooks, in both languages, what renderHtml writes", async () => {
    const pages: [string, string][] = JSON.parse(await runOnServer(program));
    const anchorsOf = (html: string) =>
      [...html.matchAll(/ id=["']([^"']+)["']/g)].map(([, id = ""]) => id);

    expect(pages).toHaveLength(2);
    for (const [component, html] of pages) {
      expect(component.length).toBeGreaterThan(5_000);
      expect(charactersOf(component)).toBe(charactersOf(html));
      expect(anchorsOf(component)).toEqual(anchorsOf(html));
    }
  });

  test("has nothing in its modules that a browser alone can run, nor a second library", async () => {
    const { metafile } = await build({
      stdin: { contents: 'import "klartext/policy/react";', resolveDir: folder },
      ...{ bundle: true, write: false, metafile: true, format: "esm", logLevel: "error" },
      ...{ conditions: ["react-server"], ignoreAnnotations: true },
      external: ["react", "react/*"],
    });
    const inputs = Object.keys(metafile.inputs).filter((path) => path !== "<stdin>");
    const ours = inputs.filter((path) => /klartext\/dist\//.test(path));
    const isClient = (path: string) => /^"use client"/.test(readFileSync(path, "utf8"));

    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter(isClient)).toEqual([]);
    expect(inputs.join("\n")).not.toMatch(
      /node_modules\/(react-dom|@tanstack|i18next|react-i18next)\//,
    );
    expect(inputs.join("\n")).not.toMatch(/dist\/(client|hooks|i18n|panel|sending)\//);
  });

  test("of klartext the component with state could not be rendered so", async () => {
    const withState = program
      .replace("klartext/policy/react", "klartext")
      .replaceAll("StaticPolicy", "PrivacyPolicy");

    await expect(runOnServer(withState)).rejects.toThrow(/useRef|hook/i);
  });
});
