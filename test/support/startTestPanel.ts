import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Config } from "../../panel/src/config.ts";
import type { PersonId } from "../../panel/src/people.ts";
import { type RunningPanel, startPanel } from "../../panel/src/startPanel.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import type { Policy } from "../../src/policy/index.ts";

/** A file tree: absolute paths and texts. */
export type FileTree = Readonly<Record<string, string>>;

/** A Debian 12 with these packages and their versions. */
export function debian(packages: Readonly<Record<string, string>>): FileTree {
  const paragraphs = Object.entries({ bash: "5.2.15-2", ...packages }).map(
    ([name, version]) =>
      `Package: ${name}\nStatus: install ok installed\nVersion: ${version}\n`,
  );
  return {
    "/etc/os-release": 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\n',
    "/var/lib/dpkg/status": paragraphs.join("\n"),
  };
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface TestRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request exactly as given; unlike fetch, it can name any `Host`. */
export function send(
  address: string,
  method: string,
  path: string,
  { headers = {}, body }: TestRequest = {},
): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, address), { method, headers }, (incoming) => {
      const chunks: Uint8Array[] = [];
      incoming.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const bytes = new Uint8Array(Buffer.concat(chunks));
        const text = new TextDecoder().decode(bytes);
        const { statusCode: status = 0, headers: received } = incoming;
        resolve({ status, headers: received, bytes, text });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export interface TestPanelOptions {
  readonly tree?: FileTree;
  readonly policy?: Policy;
  readonly config?: Partial<Config>;
}

/**
 * Starts a real panel on a free port, over a prepared machine and an empty store, and
 * removes all of it when the test is over.
 */
export async function startTestPanel({
  tree = debian({ nginx: "1.22.1-9+deb12u1" }),
  policy = policyInForce("2025-07-24"),
  config = {},
}: TestPanelOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), "klartext-panel-"));
  const systemRoot = join(folder, "system");
  const dataFolder = join(folder, "data");
  let panel: RunningPanel | undefined;

  const layOut = async (files: FileTree) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(systemRoot, path)), { recursive: true });
      await writeFile(join(systemRoot, path), text);
    }
  };
  const start = (current: Policy, changed: Partial<Config>) =>
    startPanel(
      {
        port: 0,
        dataFolder,
        databaseUrl: undefined,
        systemRoot,
        origin: undefined,
        lock: null,
        policyRevision: current.revision.id,
        isNewEpoch: false,
        allowUnseen: false,
        token: undefined,
        vendor: undefined,
        proxy: undefined,
        ...changed,
      },
      current,
      { runsClient: false },
    );
  const stop = async () => {
    await panel?.close();
    panel = undefined;
  };

  onTestFinished(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  await layOut(tree);
  panel = await start(policy, config);

  const address = () => {
    if (!panel) throw new Error("The test panel has been stopped.");
    return panel.address;
  };
  return {
    dataFolder,
    address,
    stop,
    /** Sends and erases all that is due. */
    tick: async () => panel?.tick(),
    /** Changes files of the machine that the panel describes. */
    layOut,
    /** Stops the panel and starts one over the same store. */
    restart: async (changed: { policy?: Policy; config?: Partial<Config> } = {}) => {
      await stop();
      panel = await start(changed.policy ?? policy, changed.config ?? config);
    },
    send: (method: string, path: string, options?: TestRequest) =>
      send(address(), method, path, options),
    /** Signs a person in and sends as a browser on the panel's own page would. */
    signIn: async (person: PersonId) => {
      const own = { "Sec-Fetch-Site": "same-origin" };
      const answer = await send(address(), "POST", "/demo/session", {
        headers: { ...own, "Content-Type": "application/json" },
        body: JSON.stringify({ person }),
      });
      const [cookie = ""] = answer.headers["set-cookie"] ?? [];
      const signedIn = { ...own, Cookie: cookie.split(";")[0] ?? "" };
      return {
        headers: signedIn,
        send: (method: string, path: string, { headers, body }: TestRequest = {}) =>
          send(address(), method, `/api/privacy${path}`, {
            headers: { ...signedIn, ...headers },
            ...(body === undefined ? {} : { body }),
          }),
      };
    },
    /** Every file of the store, as it lies on the disk. */
    rawFiles: async () => {
      const entries = await readdir(dataFolder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      return Promise.all(
        files.map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1")),
      );
    },
  };
}

export type TestPanel = Awaited<ReturnType<typeof startTestPanel>>;
export type TestPerson = Awaited<ReturnType<TestPanel["signIn"]>>;

/** The path of a purpose's decision. */
export function decisionPath(purpose: string): string {
  return `/purposes/${purpose}/decision`;
}

/** The body and the headers of a PUT that is bound to what the panel shows now. */
export async function prepareDecision(
  person: TestPerson,
  purpose: string,
  decision: "granted" | "refused",
): Promise<{
  readonly headers: Record<string, string>;
  readonly body: Record<string, string>;
}> {
  const policy = JSON.parse((await person.send("GET", "/policy")).text);
  const current = await person.send("GET", decisionPath(purpose));
  const payload = await person.send("GET", `/purposes/${purpose}/payload`);
  return {
    headers: {
      "Content-Type": "application/json",
      "If-Match": current.headers.etag ?? "",
    },
    body: {
      decision,
      revision: policy.revision,
      language: "de",
      textDigest: policy.texts.de.digest,
      ...(decision === "granted"
        ? { payloadDigest: String(payload.headers["repr-digest"]) }
        : {}),
    },
  };
}

/** Decides for what the panel shows now. */
export async function decide(
  person: TestPerson,
  purpose: string,
  decision: "granted" | "refused",
): Promise<TestAnswer> {
  const { headers, body } = await prepareDecision(person, purpose, decision);
  const options = { headers, body: JSON.stringify(body) };
  return person.send("PUT", decisionPath(purpose), options);
}

/** The `type` of a problem document, without what all types begin with. */
export function problemOf({ headers, text }: TestAnswer): string {
  if (headers["content-type"] !== "application/problem+json")
    return "no problem document";
  return String(JSON.parse(text).type).replace("urn:klartext:problem:", "");
}
