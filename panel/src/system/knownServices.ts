import type { PackageManager } from "./packages.ts";

/**
 * Where a service's version is found: the names of its packages, or a pattern for
 * packages that carry a release in their name. The first entry that is installed
 * counts; of the packages that a pattern matches, the one with the highest version.
 */
export type ServicePackages = Partial<
  Record<PackageManager, readonly (string | RegExp)[]>
>;

function same(name: string): ServicePackages {
  return { dpkg: [name], apk: [name], pacman: [name] };
}

/**
 * The services that are told, by the names under which they are told, and the packages
 * they come from: what a hosting panel sets up on a server. No other service is ever
 * named in a payload.
 */
export const knownServices = {
  apache: { dpkg: ["apache2"], apk: ["apache2"], pacman: ["apache"] },
  bind: { dpkg: ["bind9"], apk: ["bind"], pacman: ["bind"] },
  certbot: same("certbot"),
  clamav: { dpkg: ["clamav-daemon"], apk: ["clamav-daemon"], pacman: ["clamav"] },
  cron: { dpkg: ["cron"] },
  cronie: same("cronie"),
  dovecot: { dpkg: ["dovecot-core"], apk: ["dovecot"], pacman: ["dovecot"] },
  exim: {
    dpkg: ["exim4-daemon-light", "exim4-daemon-heavy"],
    apk: ["exim"],
    pacman: ["exim"],
  },
  fail2ban: same("fail2ban"),
  mariadb: {
    dpkg: ["mariadb-server", /^mariadb-server-\d+\.\d+$/],
    apk: ["mariadb"],
    pacman: ["mariadb"],
  },
  memcached: same("memcached"),
  mysql: {
    dpkg: [/^mysql-server-\d+\.\d+$/, "mysql-community-server"],
    pacman: ["mysql"],
  },
  nginx: {
    dpkg: ["nginx", "nginx-core", "nginx-full", "nginx-light", "nginx-extras"],
    apk: ["nginx"],
    pacman: ["nginx"],
  },
  openssh: {
    dpkg: ["openssh-server"],
    apk: ["openssh-server", "openssh"],
    pacman: ["openssh"],
  },
  "php-fpm": {
    dpkg: [/^php\d+(?:\.\d+)?-fpm$/],
    apk: [/^php\d+-fpm$/],
    pacman: ["php-fpm"],
  },
  postfix: same("postfix"),
  postgresql: {
    dpkg: [/^postgresql-\d+(?:\.\d+)?$/],
    apk: [/^postgresql\d+$/],
    pacman: ["postgresql"],
  },
  powerdns: { dpkg: ["pdns-server"], apk: ["pdns"], pacman: ["powerdns"] },
  proftpd: {
    dpkg: ["proftpd-core", "proftpd-basic"],
    apk: ["proftpd"],
    pacman: ["proftpd"],
  },
  "pure-ftpd": {
    dpkg: ["pure-ftpd", "pure-ftpd-mysql", "pure-ftpd-postgresql", "pure-ftpd-ldap"],
    apk: ["pure-ftpd"],
    pacman: ["pure-ftpd"],
  },
  redis: { dpkg: ["redis-server"], apk: ["redis"], pacman: ["redis"] },
  rspamd: same("rspamd"),
  spamassassin: {
    dpkg: ["spamd", "spamassassin"],
    apk: ["spamassassin"],
    pacman: ["spamassassin"],
  },
  unbound: same("unbound"),
  valkey: { dpkg: ["valkey-server"], apk: ["valkey"], pacman: ["valkey"] },
  vsftpd: same("vsftpd"),
} as const satisfies Record<string, ServicePackages>;
