import { createRoot } from "react-dom/client";
import "react-json-view-lite/dist/index.css";
import "../../src/styles/klartext.css";
import { serializePayload } from "../../src/payload/index.ts";
import { type SubjectName, subjects } from "./subjects.tsx";

/** What `scripts/bench.ts` asks of the page. */
export interface Bench {
  /** Milliseconds from the bytes to the second frame that holds all of them. */
  readonly show: (name: SubjectName, addresses: number) => Promise<number>;
  /** The longest frame, in milliseconds, of two seconds' scrolling from end to end. */
  readonly scroll: (name: "ours" | "plain", addresses: number) => Promise<number>;
  /**
   * The longest frame, in milliseconds, from a click that highlights the values of an item
   * that almost all bytes belong to, until it can be seen; of the plain text, which highlights
   * nothing, that of bringing the same place into view.
   */
  readonly light: (name: "ours" | "plain", addresses: number) => Promise<number>;
  /** The bytes of a crash report of so many addresses. */
  readonly size: (addresses: number) => number;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const libraries = ["libc.so.6", "libssl.so.3", "libcrypto.so.3", "libstdc++.so.6"];

/** A crash report as a sender writes it, of so many addresses. */
function report(addresses: number): Uint8Array<ArrayBuffer> {
  const text = serializePayload({
    version: "0.1.0",
    libraries: libraries.map((name) => ({ name, version: "1.2.3" })),
    stackTrace: {
      process: "server",
      signal: 11,
      addresses: Array.from({ length: addresses }, (_, index) => ({
        address: `0x${(0x10000 + index * 37).toString(16)}`,
        library: libraries[index % libraries.length] ?? "libc.so.6",
      })),
    },
  });
  return new TextEncoder().encode(text);
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** After a frame: its message is read when the frame has been painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

async function mount(name: SubjectName, bytes: Uint8Array<ArrayBuffer>) {
  const container = document.createElement("div");
  document.querySelector("#root")?.replaceChildren(container);
  const root = createRoot(container);
  const content = await subjects[name](bytes);
  root.render(content);
  // React renders in a task of its own; the last address stands in the page after it.
  while (container.textContent === "")
    await new Promise((resolve) => setTimeout(resolve));
  return { container, root };
}

window.bench = {
  size: (addresses) => report(addresses).length,

  async show(name, addresses) {
    const bytes = report(addresses);
    await painted();
    const start = performance.now();
    const { container, root } = await mount(name, bytes);
    await painted();
    await painted();
    const time = performance.now() - start;
    const last = `0x${(0x10000 + (addresses - 1) * 37).toString(16)}`;
    const text = container.textContent ?? "";
    if (!text.includes(last)) throw new Error(`${name} does not show ${last}.`);
    if (name === "ours") {
      const pre = container.querySelector("pre")?.textContent ?? "";
      if (pre !== new TextDecoder().decode(bytes)) throw new Error("Not the bytes.");
      if (!text.includes("sha-256=:")) throw new Error("No digest is shown.");
    }
    root.unmount();
    await painted();
    return time;
  },

  async light(name, addresses) {
    const { container, root } = await mount(name, report(addresses));
    await painted();
    await painted();
    const box = container.querySelector(".kt-bytes");
    const show = [...container.querySelectorAll<HTMLElement>(".kt-link")].find((link) =>
      link.ariaLabel?.endsWith("Stack trace"),
    );
    if (!box || (name === "ours" && !show))
      throw new Error(`${name} highlights nothing.`);
    box.scrollTop = box.scrollHeight;
    await painted();
    let before = await frame();
    let longest = 0;
    if (show) show.click();
    else box.scrollTop = 0;
    for (let step = 0; step < 12; step += 1) {
      const now = await frame();
      longest = Math.max(longest, now - before);
      before = now;
    }
    if (name === "ours" && !container.querySelector("[data-highlighted=value]")) {
      throw new Error("Nothing is highlighted.");
    }
    root.unmount();
    await painted();
    return longest;
  },

  async scroll(name, addresses) {
    const { container, root } = await mount(name, report(addresses));
    await painted();
    await painted();
    const box = container.querySelector(".kt-bytes");
    if (!box) throw new Error(`${name} has no box to scroll.`);
    const steps = 120;
    let longest = 0;
    let before = await frame();
    for (let step = 1; step <= steps; step += 1) {
      box.scrollTop = ((box.scrollHeight - box.clientHeight) * step) / steps;
      const now = await frame();
      longest = Math.max(longest, now - before);
      before = now;
    }
    root.unmount();
    await painted();
    return longest;
  },
};
