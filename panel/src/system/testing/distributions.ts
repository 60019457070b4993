import type { PackageNaming } from "../packageManager.ts";

/**
 * The os-release files of real distributions, in `distributions/` beside this file, what
 * each says of itself, and by whose names its packages go, where its database is read.
 * Arch ships the placeholder of a template for its version.
 */
export const distributions: readonly {
  readonly file: string;
  readonly name: string;
  readonly version: string | null;
  readonly naming: PackageNaming | null;
}[] = [
  { file: "almalinux-9.6", name: "AlmaLinux", version: "9.6", naming: "rpm" },
  { file: "alpine-3.22.1", name: "Alpine Linux", version: "3.22.1", naming: "apk" },
  { file: "amazon-2", name: "Amazon Linux", version: "2", naming: "rpm" },
  { file: "amazon-2023", name: "Amazon Linux", version: "2023", naming: "rpm" },
  { file: "arch", name: "Arch Linux", version: null, naming: "pacman" },
  {
    file: "azurelinux-3.0",
    name: "Microsoft Azure Linux",
    version: "3.0",
    naming: "rpm",
  },
  { file: "centos-stream-9", name: "CentOS Stream", version: "9", naming: "rpm" },
  { file: "cloudlinux-8.10", name: "CloudLinux", version: "8.10", naming: "rpm" },
  { file: "debian-12", name: "Debian GNU/Linux", version: "12", naming: "dpkg" },
  { file: "debian-13", name: "Debian GNU/Linux", version: "13", naming: "dpkg" },
  { file: "devuan-5", name: "Devuan GNU/Linux", version: "5", naming: "dpkg" },
  { file: "fedora-43", name: "Fedora Linux", version: "43", naming: "rpm" },
  { file: "gentoo", name: "Gentoo", version: null, naming: null },
  { file: "kali-2025.4", name: "Kali GNU/Linux", version: "2025.4", naming: "dpkg" },
  { file: "linuxmint-22", name: "Linux Mint", version: "22", naming: "dpkg" },
  { file: "mageia-9", name: "Mageia", version: "9", naming: "rpm" },
  { file: "manjaro", name: "Manjaro Linux", version: null, naming: "pacman" },
  { file: "nixos-25.05", name: "NixOS", version: "25.05", naming: null },
  { file: "openeuler-24.03", name: "openEuler", version: "24.03", naming: "rpm" },
  { file: "opensuse-leap-15.6", name: "openSUSE Leap", version: "15.6", naming: "suse" },
  {
    file: "opensuse-tumbleweed",
    name: "openSUSE Tumbleweed",
    version: "20240823",
    naming: "suse",
  },
  { file: "oracle-9.1", name: "Oracle Linux Server", version: "9.1", naming: "rpm" },
  { file: "photon-5.0", name: "VMware Photon OS", version: "5.0", naming: "rpm" },
  { file: "raspbian-12", name: "Raspbian GNU/Linux", version: "12", naming: "dpkg" },
  { file: "rhel-9.6", name: "Red Hat Enterprise Linux", version: "9.6", naming: "rpm" },
  { file: "rocky-9.5", name: "Rocky Linux", version: "9.5", naming: "rpm" },
  { file: "sles-15.7", name: "SLES", version: "15.7", naming: "suse" },
  { file: "ubuntu-22.04", name: "Ubuntu", version: "22.04", naming: "dpkg" },
  { file: "ubuntu-24.04", name: "Ubuntu", version: "24.04", naming: "dpkg" },
  { file: "void", name: "Void", version: null, naming: null },
  { file: "wolfi", name: "Wolfi", version: "20230201", naming: "apk" },
];
