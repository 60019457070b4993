import { execFile } from "node:child_process";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { rpmQueryFormat } from "./rpm.ts";

/** In milliseconds; a server's thousands of packages take about a second. */
const maxQueryMs = 30_000;

/** In bytes; a server's thousands of packages take about 100 kB. */
const maxListingBytes = 8 * 2 ** 20;

/**
 * Asks this machine's `rpm` which packages the database in `folder` lists. `folder` is a
 * private copy, because rpm writes into the folder that it reads: locks, journals, and a
 * new database where it finds none that it knows.
 *
 * rpm runs without a shell, and without this process's environment or the account's own
 * macros: `HOME` is the copy. Its signatures are not checked, since the keys for that are
 * this machine's and not the database's. An error that it prints counts as one even if it
 * ends well, which it does over a damaged database.
 *
 * @throws NotAvailableHere when there is no `rpm`, or it cannot read the database
 */
export function queryRpm(folder: string, timeout = maxQueryMs): Promise<string> {
  const query = ["--query", "--all", "--nosignature", "--queryformat", rpmQueryFormat];
  const env = { PATH: process.env.PATH, LC_ALL: "C", HOME: folder };
  const options = {
    cwd: folder,
    env,
    timeout,
    killSignal: "SIGKILL",
    maxBuffer: maxListingBytes,
  } as const;
  return new Promise((resolve, reject) => {
    execFile("rpm", ["--dbpath", folder, ...query], options, (error, stdout, stderr) => {
      if (error?.code === "ENOENT") reject(missing(error));
      else if (error || /^error:/m.test(stderr)) reject(unreadable(error ?? stderr));
      else resolve(stdout);
    });
  });
}

function missing(cause: Error): NotAvailableHere {
  return new NotAvailableHere(
    "The installed services are unknown: this machine's packages are rpm's, whose " +
      "database only rpm can read, and there is no rpm command on the panel's PATH. " +
      "Install rpm, or put its folder on the PATH.",
    { cause },
  );
}

function unreadable(cause: unknown): NotAvailableHere {
  return new NotAvailableHere(
    "The installed services are unknown: rpm could not read the machine's package " +
      "database to its end. See what `rpm --query --all` says, and rebuild the database " +
      "with `rpm --rebuilddb` where it is damaged.",
    { cause },
  );
}
