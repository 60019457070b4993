import type { PackageNaming } from "./packageManager.ts";

/**
 * Where a service's version is found: the names of its packages, or a pattern for
 * packages that carry a release in their name. The first entry that is installed
 * counts; of the packages that a pattern matches, the one with the highest version. Where
 * `suse` is missing, SUSE names them as `rpm` has them.
 */
export type ServicePackages = Partial<
  Record<PackageNaming, readonly (string | RegExp)[]>
>;

function same(name: string): ServicePackages {
  return { dpkg: [name], apk: [name], pacman: [name], rpm: [name] };
}

/**
 * The services that are told, by the names under which they are told, and the packages
 * they come from: what a hosting panel sets up on a server. No other service is ever
 * named in a payload.
 */
export const knownServices = {
  apache: {
    dpkg: ["apache2"],
    apk: ["apache2"],
    pacman: ["apache"],
    rpm: ["httpd"],
    suse: ["apache2"],
  },
  bind: { dpkg: ["bind9"], apk: ["bind"], pacman: ["bind"], rpm: ["bind"] },
  certbot: { ...same("certbot"), suse: ["certbot", /^python\d+-certbot$/] },
  clamav: {
    dpkg: ["clamav-daemon"],
    apk: ["clamav-daemon"],
    pacman: ["clamav"],
    rpm: ["clamd"],
    suse: ["clamav"],
  },
  cron: { dpkg: ["cron"] },
  cronie: same("cronie"),
  dovecot: {
    dpkg: ["dovecot-core"],
    apk: ["dovecot"],
    pacman: ["dovecot"],
    rpm: ["dovecot"],
    suse: [/^dovecot\d+$/, "dovecot"],
  },
  exim: {
    dpkg: ["exim4-daemon-light", "exim4-daemon-heavy"],
    apk: ["exim"],
    pacman: ["exim"],
    rpm: ["exim"],
  },
  fail2ban: { ...same("fail2ban"), rpm: ["fail2ban-server", "fail2ban"] },
  mariadb: {
    dpkg: ["mariadb-server", /^mariadb-server-\d+\.\d+$/],
    apk: ["mariadb"],
    pacman: ["mariadb"],
    rpm: ["mariadb-server", "MariaDB-server", /^mariadb\d+(?:\.\d+)?-server$/],
    suse: ["mariadb", "MariaDB-server"],
  },
  memcached: same("memcached"),
  mysql: {
    dpkg: [/^mysql-server-\d+\.\d+$/, "mysql-community-server"],
    pacman: ["mysql"],
    rpm: ["mysql-server", "mysql-community-server", /^mysql\d+\.\d+-server$/],
  },
  nginx: {
    dpkg: ["nginx", "nginx-core", "nginx-full", "nginx-light", "nginx-extras"],
    apk: ["nginx"],
    pacman: ["nginx"],
    rpm: ["nginx", "nginx-core"],
  },
  openssh: {
    dpkg: ["openssh-server"],
    apk: ["openssh-server", "openssh"],
    pacman: ["openssh"],
    rpm: ["openssh-server"],
  },
  "php-fpm": {
    dpkg: [/^php\d+(?:\.\d+)?-fpm$/],
    apk: [/^php\d+-fpm$/],
    pacman: ["php-fpm"],
    rpm: ["php-fpm", /^php\d+(?:\.\d+)?-fpm$/, /^php\d+-php-fpm$/],
    suse: [/^php\d+-fpm$/],
  },
  postfix: same("postfix"),
  postgresql: {
    dpkg: [/^postgresql-\d+(?:\.\d+)?$/],
    apk: [/^postgresql\d+$/],
    pacman: ["postgresql"],
    rpm: ["postgresql-server", /^postgresql\d+-server$/],
    suse: [/^postgresql\d+-server$/],
  },
  powerdns: { dpkg: ["pdns-server"], apk: ["pdns"], pacman: ["powerdns"], rpm: ["pdns"] },
  proftpd: {
    dpkg: ["proftpd-core", "proftpd-basic"],
    apk: ["proftpd"],
    pacman: ["proftpd"],
    rpm: ["proftpd"],
  },
  "pure-ftpd": {
    dpkg: ["pure-ftpd", "pure-ftpd-mysql", "pure-ftpd-postgresql", "pure-ftpd-ldap"],
    apk: ["pure-ftpd"],
    pacman: ["pure-ftpd"],
    rpm: ["pure-ftpd"],
  },
  redis: {
    dpkg: ["redis-server"],
    apk: ["redis"],
    pacman: ["redis"],
    rpm: ["redis", /^redis\d+$/],
  },
  rspamd: same("rspamd"),
  spamassassin: {
    dpkg: ["spamd", "spamassassin"],
    apk: ["spamassassin"],
    pacman: ["spamassassin"],
    rpm: ["spamassassin"],
  },
  unbound: same("unbound"),
  valkey: {
    dpkg: ["valkey-server"],
    apk: ["valkey"],
    pacman: ["valkey"],
    rpm: ["valkey"],
  },
  vsftpd: same("vsftpd"),
} as const satisfies Record<string, ServicePackages>;
