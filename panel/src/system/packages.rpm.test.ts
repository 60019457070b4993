import { readdir } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { readPackageDatabase } from "./packages.ts";
import { readServices } from "./services.ts";
import { listing, standInRpm } from "./testing/standInRpm.ts";
import { type Tree, withTree } from "./testing/withTree.ts";

const nginx = "nginx\t1.26.2\nbash\t5.1.8\n";
const fedora = { "/etc/os-release": "ID=fedora\n" };
const machine = { ...fedora, "/var/lib/rpm/rpmdb.sqlite": nginx };
const dpkg = {
  "/var/lib/dpkg/status": "Package: tar\nStatus: install ok installed\nVersion: 1.34-1\n",
};

function refusal(tree: Tree): Promise<unknown> {
  return withTree(tree, (root) =>
    readPackageDatabase(root).catch((reason: unknown) => reason),
  );
}

describe("the packages of rpm", () => {
  test.each([
    ["/var/lib/rpm", { "/var/lib/rpm/rpmdb.sqlite": nginx }],
    ["/usr/lib/sysimage/rpm", { "/usr/lib/sysimage/rpm/Packages.db": nginx }],
    [
      "a folder linked inside the tree",
      { "/usr/share/rpm/Packages": nginx, "/var/lib/rpm": { link: "/usr/share/rpm" } },
    ],
  ])("are told by rpm from %s", async (_, tree) => {
    await standInRpm(listing);
    const database = await withTree(tree, readPackageDatabase);

    expect(database.manager).toBe("rpm");
    expect(Array.from(database.packages)).toEqual([
      ["nginx", "1.26.2"],
      ["bash", "5.1.8"],
    ]);
  });

  test("are not looked for on this machine where the tree's are linked to", async () => {
    await standInRpm(listing);
    const error = await withTree({ "/rpmdb.sqlite": nginx }, (host) =>
      refusal({ ...fedora, "/var/lib/rpm": { link: host } }),
    );

    expect(error).toBeInstanceOf(NotAvailableHere);
  });

  test("are read without a trace in the tree", async () => {
    await standInRpm(`${listing}; touch "$2/.rpm.lock" "$2/rpmdb.sqlite-shm"`);
    await withTree(
      { ...machine, "/usr/lib/sysimage": { link: "/nowhere" } },
      async (root) => {
        const before = await readdir(root, { recursive: true });
        await readPackageDatabase(root);
        expect(await readdir(root, { recursive: true })).toEqual(before);
      },
    );
  });

  test("are read without what this process has in its environment", async () => {
    vi.stubEnv("RPM_CONFIGDIR", "9.9");
    vi.stubEnv("LC_ALL", "de_DE.UTF-8");
    await standInRpm('printf "bash\\t1.0%s\\n" "$RPM_CONFIGDIR"; [ "$LC_ALL" = C ]');

    const { packages } = await withTree(machine, readPackageDatabase);
    expect(packages.get("bash")).toBe("1.0");
  });

  test("come before a package of dpkg on a machine of rpm's", async () => {
    await standInRpm(listing);

    expect((await withTree({ ...machine, ...dpkg }, readPackageDatabase)).manager).toBe(
      "rpm",
    );
  });

  test.each(["ID=debian\n", "ID=raspbian\nID_LIKE=debian\n", "ID=other\n"])(
    "are no matter where dpkg lists some: %j",
    async (text) => {
      await standInRpm("exit 1");
      const tree = { ...machine, ...dpkg, "/etc/os-release": text };

      expect((await withTree(tree, readPackageDatabase)).manager).toBe("dpkg");
    },
  );

  test.each([
    ["rpm is missing", null, /no rpm command/],
    ["rpm fails", "echo secret >&2; exit 1", /rpm could not read/],
    ["rpm is killed", "kill -9 $$", /rpm could not read/],
    ["rpm says an error and goes on", `${listing}; echo "error: x" >&2`, /rpm could not/],
    ["rpm lists none", "exit 0", /lists no package/],
    ["rpm lists only keys", 'printf "gpg-pubkey\\t0608b895\\n"', /lists no package/],
    ["rpm tells without end", "exec yes", /rpm could not read/],
  ])("are unknown where %s, whatever dpkg lists", async (_, script, message) => {
    await standInRpm(script);
    const error = await refusal({ ...machine, ...dpkg });

    expect(error).toBeInstanceOf(NotAvailableHere);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
    expect(error).toMatchObject({ message: expect.not.stringContaining("secret") });
  });
});

describe("readServices", () => {
  const packages = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries)
      .map(([name, version]) => `${name}\t${version}\n`)
      .join("");

  async function servicesOf(id: string, entries: Readonly<Record<string, string>>) {
    await standInRpm(listing);
    const tree = {
      "/etc/os-release": id,
      "/var/lib/rpm/rpmdb.sqlite": packages({ bash: "5.1", ...entries }),
    };
    const services = await withTree(tree, readServices);
    return services.map(({ name, version }) => `${name} ${version}`);
  }

  test("knows the packages of Red Hat's family", async () => {
    const services = await servicesOf('ID="rocky"\nID_LIKE="rhel centos fedora"\n', {
      httpd: "2.4.62",
      mariadb: "10.5.27",
      "mariadb-server": "10.5.27",
      "postgresql16-server": "16.4",
      "php-fpm": "8.0.30",
      "php83-php-fpm": "8.3.12",
      "openssh-server": "8.7p1",
      "fail2ban-server": "1.1.0",
      clamav: "1.0.7",
      clamd: "1.0.7",
      dovecot: "2.3.16",
      postfix: "3.5.25",
      bind: "9.16.23",
      cronie: "1.5.7",
      evil: "1.0",
    });

    expect(services).toEqual([
      "apache 2.4.62",
      "bind 9.16.23",
      "clamav 1.0.7",
      "cronie 1.5.7",
      "dovecot 2.3.16",
      "fail2ban 1.1.0",
      "mariadb 10.5.27",
      "openssh 8.7p1",
      "php-fpm 8.0.30",
      "postfix 3.5.25",
      "postgresql 16.4",
    ]);
  });

  test("does not take Red Hat's client of MariaDB for the server", async () => {
    expect(await servicesOf("ID=rhel\n", { mariadb: "10.5.27" })).toEqual([]);
  });

  test("knows the packages of SUSE's family", async () => {
    const services = await servicesOf('ID="sles"\nID_LIKE="suse"\n', {
      apache2: "2.4.58",
      mariadb: "10.11.9",
      "postgresql16-server": "16.4",
      "postgresql-server": "16",
      "php8-fpm": "8.2.20",
      dovecot: "2.3",
      dovecot23: "2.3.15",
      "openssh-server": "9.6p1",
    });

    expect(services).toEqual([
      "apache 2.4.58",
      "dovecot 2.3.15",
      "mariadb 10.11.9",
      "openssh 9.6p1",
      "php-fpm 8.2.20",
      "postgresql 16.4",
    ]);
  });
});
