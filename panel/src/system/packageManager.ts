/** The package managers whose databases are read, in the order they are tried. */
export const packageManagers = ["dpkg", "apk", "pacman", "rpm"] as const;

export type PackageManager = (typeof packageManagers)[number];

/**
 * By whose names a service's packages go. A package manager's name stands for its usual
 * names; SUSE names some packages of rpm's in its own way (`mariadb` is its server of
 * MariaDB, and Red Hat's client).
 */
export type PackageNaming = PackageManager | "suse";

/** `ID` and `ID_LIKE` of the distributions from which the others are derived. */
const families: Readonly<Record<PackageNaming, readonly string[]>> = {
  dpkg: ["debian", "ubuntu"],
  apk: ["alpine", "chainguard", "wolfi"],
  pacman: ["arch"],
  suse: ["suse", "sles", "opensuse"],
  rpm: [
    "fedora",
    "rhel",
    "centos",
    "altlinux",
    "amzn",
    "azurelinux",
    "mageia",
    "mariner",
    "openeuler",
    "openmandriva",
    "photon",
  ],
};

/**
 * Finds by whose names a distribution's packages go: by its `ID`, else by the closest
 * relative that `ID_LIKE` names, see os-release(5).
 *
 * @returns `null` for a distribution that is not known
 */
export function findPackageNaming(
  osRelease: ReadonlyMap<string, string>,
): PackageNaming | null {
  const ids = `${osRelease.get("ID") ?? ""} ${osRelease.get("ID_LIKE") ?? ""}`;
  for (const id of ids.toLowerCase().split(/\s+/)) {
    const naming = ([...packageManagers, "suse"] as const).find((known) =>
      families[known].includes(id),
    );
    if (naming) return naming;
  }
  return null;
}

/** The package manager whose database holds the packages that go by these names. */
export function managerOf(naming: PackageNaming): PackageManager {
  return naming === "suse" ? "rpm" : naming;
}
