<?php
/**
 * A panel of contract 1 in PHP (8.1 or later, with pdo_sqlite and openssl), to begin your own from.
 * No process stays: `index.php` answers the page, `cron.php` sends what is due.
 *
 *     npx klartext panel-kit kit                  # what is the same in every panel
 *     php -S 127.0.0.1:4180 index.php             # to try it
 *     * * * * * php /srv/panel/cron.php           # in the crontab of the same user
 *
 * This file is what both share. Yours are `viewer` in index.php, `valueOf` and the settings here.
 */
declare(strict_types=1);

ini_set('display_errors', '0');
umask(0077);
date_default_timezone_set('UTC');

function setting(string $name, string $default = ''): string
{
    $given = getenv($name);
    return $given === false || $given === '' ? $default : $given;
}

define('KIT', setting('PANEL_KIT', __DIR__ . '/kit'));
define('DATA', setting('PANEL_DATA', __DIR__ . '/data/panel.sqlite')); // outside of the document root
define('ROOT', rtrim(setting('PANEL_ROOT', '/'), '/')); // the file tree of the server that is told of
define('VENDOR_URL', rtrim(setting('KLARTEXT_VENDOR_URL'), '/'));
define('VENDOR_CA', setting('KLARTEXT_VENDOR_CA'));
if (VENDOR_URL !== '' && !(str_starts_with(VENDOR_URL, 'https://') && is_file(VENDOR_CA))) {
    throw new RuntimeException("KLARTEXT_VENDOR_URL has to be https, and KLARTEXT_VENDOR_CA the file of the vendor's authority.");
}
define('LOCK', in_array(setting('DO_NOT_TRACK'), ['', '0', 'false', 'no'], true) ? null : 'do-not-track');
const VERSION = '1.0.0';
const NIL = '00000000-0000-0000-0000-000000000000';
const WAITING = 20;

function kit(string $name): array
{
    static $read = [];
    return $read[$name] ??= json_decode(file_get_contents(KIT . "/$name"), true, 512, JSON_THROW_ON_ERROR);
}

/** A row of a table of the kit by one of its members. */
function kitRow(string $name, string $member, string $value): ?array
{
    return array_column(kit($name), null, $member)[$value] ?? null;
}

/** Why a request is turned down: a code of the contract, and what a log is told. */
final class Problem extends Exception
{
    public function __construct(public readonly string $problem, public readonly string $detail = '')
    {
        parent::__construct($problem);
    }
}

// --- bytes -------------------------------------------------------------------------------------

/** The characters that stand as \uXXXX; UTF-8 has no halves of pairs. */
function unseen(): string
{
    static $pattern = null;
    $ranges = array_filter(kit('serializer.json')['escaped'], fn ($run) => $run[1] < 0xd800 || $run[0] > 0xdfff);
    return $pattern ??= '/[' . implode('', array_map(fn ($run) => sprintf('\x{%x}-\x{%x}', ...$run), $ranges)) . ']/u';
}

/** The bytes that are shown and sent: one value a line, nothing that nobody sees. */
function serialize_payload(array|stdClass $value): string
{
    $flags = JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;
    $text = json_encode($value, $flags | JSON_THROW_ON_ERROR);
    $text = preg_replace_callback('/^ +/m', fn ($found) => str_repeat(' ', intdiv(strlen($found[0]), 2)), $text);
    return preg_replace_callback(unseen(), function ($found) {
        $units = bin2hex(iconv('UTF-8', 'UTF-16BE', $found[0]));
        return $found[0] === "\n" ? "\n" : '\u' . implode('\u', str_split($units, 4));
    }, $text) . "\n";
}

function digest(string $bytes): string
{
    return 'sha-256=:' . base64_encode(hash('sha256', $bytes, true)) . ':';
}

/** The value with the UUID where the nil UUID stands. */
function under(mixed $value, ?string $pseudonym): mixed
{
    if ($value instanceof stdClass) {
        return (object) under((array) $value, $pseudonym);
    }
    if (is_array($value)) {
        return array_map(fn ($one) => under($one, $pseudonym), $value);
    }
    return $value === NIL && $pseudonym !== null ? $pseudonym : $value;
}

function uuid(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

function now(float $seconds = 0): string
{
    return told(DateTimeImmutable::createFromFormat('U.u', sprintf('%.6f', microtime(true) + $seconds)));
}

function told(DateTimeImmutable $moment): string
{
    return $moment->format('Y-m-d\TH:i:s.v\Z');
}

// --- yours: what this server tells -----------------------------------------------------------------

const SERVICES = ['apache' => 'apache2', 'dovecot' => 'dovecot-core', 'mariadb' => 'mariadb-server',
    'nginx' => 'nginx', 'postfix' => 'postfix', 'proftpd' => 'proftpd-core'];

/** What would be sent, with the nil UUID in its place; fixed paths, sorted by name. */
function valueOf(string $purpose): array
{
    if ($purpose === 'crash-reports') {
        $addresses = [['address' => '0x12ab', 'library' => 'libc.so.6'], ['address' => '0x55d2a1f0']];
        $libraries = [['name' => 'php', 'version' => PHP_VERSION], ['name' => 'sqlite', 'version' => SQLite3::version()['versionString']]];
        return ['version' => VERSION, 'libraries' => $libraries,
            'stackTrace' => ['process' => 'server', 'signal' => 6, 'addresses' => $addresses]];
    }
    $release = @file_get_contents(ROOT . '/etc/os-release');
    $status = @file_get_contents(ROOT . '/var/lib/dpkg/status');
    if ($release === false || $status === false) {
        throw new Problem('not-available-here', 'There is no os-release or no dpkg here.');
    }
    preg_match_all('/^(\w+)=["\']?([^"\'\n]*)/m', $release, $found);
    $os = array_combine($found[1], $found[2]);
    $packages = [];
    foreach (explode("\n\n", $status) as $paragraph) {
        preg_match_all('/^(Package|Status|Version): (.*)$/m', $paragraph, $found);
        $fields = array_combine($found[1], $found[2]) + ['Package' => '', 'Status' => '', 'Version' => ''];
        $version = preg_replace(['/^\d+:/', '/-[^-]*$/'], '', $fields['Version']);
        if (str_ends_with($fields['Status'], ' ok installed') && preg_match('/^[0-9][0-9A-Za-z.+~_-]{0,63}$/D', $version)) {
            $packages[$fields['Package']] = $version;
        }
    }
    $services = [];
    foreach (array_intersect(SERVICES, array_keys($packages)) as $name => $package) {
        $services[] = ['name' => $name, 'version' => $packages[$package]];
    }
    $distribution = ['name' => visible($os['NAME'] ?? '') ?? 'Linux', 'version' => visible($os['VERSION_ID'] ?? '')];
    return ['id' => NIL, 'distribution' => $distribution, 'version' => VERSION, 'services' => $services];
}

function visible(string $text): ?string
{
    $text = trim($text);
    return preg_match('/^.{1,100}$/u', $text) && !preg_match(unseen(), $text) ? $text : null;
}

function valueOrProblem(string $purpose): array|Problem
{
    try {
        return valueOf($purpose);
    } catch (Problem $problem) {
        return $problem;
    }
}

// --- the store -----------------------------------------------------------------------------------

/** One file. What is deleted is overwritten in it, and the journal is emptied. */
function db(): PDO
{
    static $db = null;
    if ($db === null) {
        is_dir(dirname(DATA)) || mkdir(dirname(DATA), 0700, true);
        $db = new PDO('sqlite:' . DATA, options: [PDO::ATTR_TIMEOUT => 20]);
        foreach (['journal_mode = TRUNCATE', 'secure_delete = ON', 'synchronous = FULL'] as $pragma) {
            $db->query("PRAGMA $pragma")->fetchAll();
        }
        if (!$db->query("SELECT 1 FROM sqlite_schema WHERE name = 'store'")->fetch()) {
            transaction(function () use ($db) {
                if ($db->query("SELECT 1 FROM sqlite_schema WHERE name = 'store'")->fetch()) {
                    return; // another process was first
                }
                $db->exec(file_get_contents(KIT . '/store.sql'));
                insert('store', ['epoch' => uuid(), 'counter' => 0]);
            }, $db);
        }
        foreach (kit('purposes.json') as $purpose) {
            one('SELECT 1 FROM purpose WHERE id = ?', $purpose['id']) ?? insert('purpose', ['id' => $purpose['id']]);
        }
        foreach (glob(KIT . '/texts/*.md') as $text) {
            $row = ['digest' => basename($text, '.md'), 'markdown' => file_get_contents($text)];
            one('SELECT 1 FROM policy_text WHERE digest = ?', $row['digest']) ?? insert('policy_text', $row);
        }
    }
    return $db;
}

/** All or nothing, and nobody writes meanwhile; what changes something counts. */
function transaction(callable $act, ?PDO $db = null): mixed
{
    $db ??= db();
    $changes = fn () => $db->query('SELECT total_changes()')->fetchColumn();
    $db->exec('BEGIN IMMEDIATE');
    try {
        $before = $changes();
        $result = $act();
        $changes() === $before || $db->exec('UPDATE store SET counter = counter + 1');
        $db->exec('COMMIT');
        return $result;
    } catch (Throwable $error) {
        $db->exec('ROLLBACK');
        throw $error;
    }
}

function run(string $sql, mixed ...$values): PDOStatement
{
    $statement = db()->prepare($sql);
    $statement->execute($values);
    return $statement;
}

function all(string $sql, mixed ...$values): array
{
    return run($sql, ...$values)->fetchAll(PDO::FETCH_ASSOC);
}

function one(string $sql, mixed ...$values): ?array
{
    return all($sql, ...$values)[0] ?? null;
}

function insert(string $table, array $row): void
{
    $places = implode(', ', array_fill(0, count($row), '?'));
    run("INSERT INTO $table (" . implode(', ', array_keys($row)) . ") VALUES ($places)", ...array_values($row));
}

function update(string $table, array $row, ?string $id): void
{
    if ($row !== []) {
        $columns = implode(', ', array_map(fn ($name) => "$name = ?", array_keys($row)));
        run("UPDATE $table SET $columns WHERE id = ?", ...[...array_values($row), $id]);
    }
}

function purpose(string $id): array
{
    return one('SELECT * FROM purpose WHERE id = ?', $id);
}

/** The reports of a purpose that wait, oldest first. */
function waiting(string $id): array
{
    return all("SELECT * FROM outbox WHERE purpose = ? AND kind = 'report' ORDER BY number", $id);
}

function openSends(string $id): int
{
    return count(all("SELECT 1 FROM transmission WHERE purpose = ? AND kind = 'report' AND outcome = 'pending'", $id));
}

function allowed(array $row): bool
{
    return $row['status'] === 'granted' && LOCK === null && $row['suspended'] === null;
}

/** Writes a row of the kit's tables; `$values` has what stands there with a dollar. Returns the new UUIDs. */
function write(string $purpose, array $change, array $values, ?string $sent = null): array
{
    $made = [];
    $place = function (mixed $value) use (&$made, $values): mixed {
        if (!is_string($value) || $value === '' || $value[0] !== '$') {
            return $value;
        }
        return str_starts_with($value, '$uuid.') ? $made[$value] ??= uuid() : $values[$value];
    };
    $fill = fn (array $row) => array_map($place, $row);
    foreach (['decision_log', 'transmission', 'outbox', 'deletion'] as $table) {
        foreach ($change[$table] ?? [] as $row) {
            insert($table, [...$fill($row), 'purpose' => $purpose]);
        }
    }
    update('purpose', $fill($change['purpose'] ?? []), $purpose);
    foreach ($change['drop'] ?? [] as $kind) {
        $kind === '$sent' ? run('DELETE FROM outbox WHERE id = ?', $sent)
            : run('DELETE FROM outbox WHERE purpose = ? AND kind = ?', $purpose, $kind);
    }
    update('outbox', $fill($change['sent'] ?? []), $sent);
    update('deletion', $fill($change['asked'] ?? []), $sent);
    foreach (array_map($place, $change['forget'] ?? []) as $gone) {
        run('UPDATE decision_log SET payload = NULL, payload_pseudonym = NULL WHERE payload_pseudonym = ?', $gone);
        run('UPDATE transmission SET body = NULL, body_pseudonym = NULL WHERE body_pseudonym = ?', $gone);
    }
    return $made;
}

/** Queues a report, if that was agreed to; without consent nothing is kept. */
function enqueue(string $purpose, array $value): void
{
    $row = purpose($purpose);
    if (allowed($row) && count(waiting($purpose)) < WAITING) {
        insert('outbox', ['id' => uuid(), 'purpose' => $purpose, 'kind' => 'report', 'pseudonym' => $row['pseudonym'],
            'body' => serialize_payload(under($value, $row['pseudonym'])), 'next_attempt_at' => now()]);
    }
}

// --- decisions -------------------------------------------------------------------------------------

function textOf(?string $digest): ?string
{
    $path = strtr(rtrim(substr($digest ?? '', 9, -1), '='), '+/', '-_');
    return one('SELECT markdown FROM policy_text WHERE digest = ?', $path)['markdown'] ?? null;
}

function transition(array $row, string $command): array
{
    $state = ['attempted' => (bool) $row['attempted'], 'suspended' => $row['suspended']];
    foreach (kit('transitions.json')[$row['id']] as $rule) {
        $meant = array_filter($rule['when'] ?? [[]], fn ($when) => array_diff_assoc(array_map('json_encode', $when), array_map('json_encode', $state)) === []);
        if ($rule['from'] === $row['status'] && $rule['command'] === $command && $meant !== []) {
            return $rule;
        }
    }
    throw new LogicException("There is no $command from $row[status].");
}

/** Writes what a command does to a purpose, inside a transaction. */
function apply(array $row, string $command, array $who, ?string $via, array $body = [], ?string $seen = null): void
{
    $rule = transition($row, $command);
    if (isset($rule['problem'])) {
        throw new Problem($rule['problem']);
    }
    $values = ['$now' => now(), '$viewer.id' => $who['id'], '$viewer.name' => $who['name'], '$request.via' => $via,
        '$sequence+1' => $row['sequence'] + 1, '$payload' => $seen, '$policy.revision' => kit('policy.json')['revision'],
        '$textKnown' => (int) (textOf($body['textDigest'] ?? null) !== null),
        '$erasure' => serialize_payload(['id' => $row['pseudonym']])];
    foreach ($body as $name => $value) {
        $values["\$request.$name"] = $value;
    }
    foreach ($row as $name => $value) {
        $values["\$before.$name"] = $value;
    }
    write($row['id'], $rule, $values);
}

// --- how it is sent ----------------------------------------------------------------------------------

function headersOf(string $digest): array
{
    $port = parse_url(VENDOR_URL, PHP_URL_PORT);
    return ['Host' => parse_url(VENDOR_URL, PHP_URL_HOST) . ($port ? ":$port" : ''), 'Content-Type' => 'application/json',
        'Content-Digest' => $digest, 'Connection' => 'close'];
}

function transport(string $purpose): array
{
    preg_match_all('/-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/s', file_get_contents(VENDOR_CA), $found);
    $prints = array_map(fn ($one) => strtoupper(openssl_x509_fingerprint($one, 'sha256')), $found[0]);
    return ['method' => 'POST', 'url' => VENDOR_URL . "/v1/$purpose", 'headers' => headersOf('sha-256=:{SHA-256 of the body}:'),
        'caFingerprints' => array_map(fn ($one) => implode(':', str_split($one, 2)), $prints)];
}
