/**
 * The os-release files of real distributions, in `distributions/` beside this file, and
 * what each says of itself. Arch ships the placeholder of a template for its version.
 */
export const distributions: readonly {
  readonly file: string;
  readonly name: string;
  readonly version: string | null;
}[] = [
  { file: "almalinux-9.6", name: "AlmaLinux", version: "9.6" },
  { file: "alpine-3.22.1", name: "Alpine Linux", version: "3.22.1" },
  { file: "amazon-2", name: "Amazon Linux", version: "2" },
  { file: "amazon-2023", name: "Amazon Linux", version: "2023" },
  { file: "arch", name: "Arch Linux", version: null },
  { file: "azurelinux-3.0", name: "Microsoft Azure Linux", version: "3.0" },
  { file: "centos-stream-9", name: "CentOS Stream", version: "9" },
  { file: "cloudlinux-8.10", name: "CloudLinux", version: "8.10" },
  { file: "debian-12", name: "Debian GNU/Linux", version: "12" },
  { file: "debian-13", name: "Debian GNU/Linux", version: "13" },
  { file: "devuan-5", name: "Devuan GNU/Linux", version: "5" },
  { file: "fedora-43", name: "Fedora Linux", version: "43" },
  { file: "gentoo", name: "Gentoo", version: null },
  { file: "kali-2025.4", name: "Kali GNU/Linux", version: "2025.4" },
  { file: "linuxmint-22", name: "Linux Mint", version: "22" },
  { file: "mageia-9", name: "Mageia", version: "9" },
  { file: "manjaro", name: "Manjaro Linux", version: null },
  { file: "nixos-25.05", name: "NixOS", version: "25.05" },
  { file: "openeuler-24.03", name: "openEuler", version: "24.03" },
  { file: "opensuse-leap-15.6", name: "openSUSE Leap", version: "15.6" },
  { file: "opensuse-tumbleweed", name: "openSUSE Tumbleweed", version: "20240823" },
  { file: "oracle-9.1", name: "Oracle Linux Server", version: "9.1" },
  { file: "photon-5.0", name: "VMware Photon OS", version: "5.0" },
  { file: "raspbian-12", name: "Raspbian GNU/Linux", version: "12" },
  { file: "rhel-9.6", name: "Red Hat Enterprise Linux", version: "9.6" },
  { file: "rocky-9.5", name: "Rocky Linux", version: "9.5" },
  { file: "sles-15.7", name: "SLES", version: "15.7" },
  { file: "ubuntu-22.04", name: "Ubuntu", version: "22.04" },
  { file: "ubuntu-24.04", name: "Ubuntu", version: "24.04" },
  { file: "void", name: "Void", version: null },
  { file: "wolfi", name: "Wolfi", version: "20230201" },
];
