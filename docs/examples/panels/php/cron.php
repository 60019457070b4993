<?php
/**
 * Sends what is due, and ends: run it every minute. What waits for a later attempt goes with a later run.
 *
 *     php cron.php            queues monthly reports, sends, asks for deletions
 *     php cron.php crash      queues the report of a crash, if that was agreed to
 *     php cron.php restored   once after a backup was restored: nothing is sent until somebody decides anew
 */
declare(strict_types=1);
require __DIR__ . '/common.php';

const SEND_SECONDS = 30;

/** What a stopped run or another policy has left. */
function tidyUp(): void
{
    transaction(function () {
        foreach (all("SELECT * FROM transmission WHERE outcome = 'pending'") as $attempt) {
            ended($attempt, 'interrupted', null, 'not-reached', null);
        }
        foreach (all("SELECT * FROM purpose WHERE status = 'granted'") as $row) {
            if (!in_array($row['revision'], kit('covered.json'), true)) {
                apply($row, 'revise', ['id' => null, 'name' => null], null);
            }
        }
    });
}

function restored(): void
{
    run('UPDATE store SET epoch = ?, counter = 0', uuid());
    run("UPDATE purpose SET suspended = 'store-restored', attempted = pseudonym IS NOT NULL
        WHERE status IN ('granted', 'outdated') AND suspended IS NULL");
    run("DELETE FROM outbox WHERE kind = 'report'");
}

/** The day and time of the grant in the next month, its last day where it has no such day. */
function nextMonth(string $granted): string
{
    $first = new DateTimeImmutable($granted);
    for ($months = 1;; $months += 1) {
        $month = $first->modify('first day of this month')->modify("+$months months");
        $due = $month->setDate((int) $month->format('Y'), (int) $month->format('n'), min((int) $first->format('j'), (int) $month->format('t')));
        if ($due > new DateTimeImmutable()) {
            return told($due->modify('+' . random_int(0, 3599) . ' seconds'));
        }
    }
}

function queueMonthly(): void
{
    foreach (all('SELECT * FROM purpose WHERE next_at <= ?', now()) as ['id' => $id]) {
        $value = valueOrProblem($id);
        transaction(function () use ($id, $value) {
            $row = purpose($id);
            if (!allowed($row) || $row['next_at'] === null || $row['next_at'] > now()) {
                return;
            }
            if ($value instanceof Problem) {
                update('purpose', ['next_at' => now(3600)], $id);
                return;
            }
            run("DELETE FROM outbox WHERE purpose = ? AND kind = 'report'", $id);
            enqueue($id, $value);
            update('purpose', ['next_at' => nextMonth($row['granted_at'])], $id);
        });
    }
}

/** Whether an item may still leave, by what is decided now. */
function mayLeave(string $id): bool
{
    $item = one('SELECT * FROM outbox WHERE id = ?', $id);
    $row = $item ? purpose($item['purpose']) : null;
    return $item && ($item['kind'] === 'erasure' || allowed($row) && in_array($item['pseudonym'], [null, $row['pseudonym']], true));
}

/** Writes an attempt down before there is a connection; null where it may not leave. */
function begin(array $item): ?array
{
    return transaction(function () use ($item) {
        if (!mayLeave($item['id'])) {
            return null;
        }
        $url = VENDOR_URL . '/v1/' . ($item['kind'] === 'report' ? $item['purpose'] : 'erasures');
        $made = write($item['purpose'], kit('sending.json')[$item['purpose']]['begin'][$item['kind']], ['$now' => now(), '$url' => $url,
            '$outbox.size' => strlen($item['body']), '$outbox.digest' => digest($item['body']), '$outbox.body' => $item['body'],
            '$outbox.pseudonym' => $item['pseudonym'], '$outbox.attempts+1' => $item['attempts'] + 1], $item['id']);
        update('outbox', ['attempt' => $made['$uuid.1']], $item['id']);
        return one('SELECT * FROM transmission WHERE id = ?', $made['$uuid.1']);
    });
}

/** Writes down how an attempt ended, and what becomes of what was sent. */
function ended(array $attempt, string $outcome, ?int $status, string $tls, ?int $deleted): void
{
    $item = one('SELECT * FROM outbox WHERE attempt = ?', $attempt['id']);
    $counted = $deleted !== null;
    $within = fn ($run) => $run[0] <= $status && $status <= $run[1];
    $fits = fn ($row) => $row['kind'] === $attempt['kind'] && ($row['counted'] ?? $counted) === $counted
        && ($row['tls'] ?? $tls) === $tls && ($status === null ? $row['outcome'] === $outcome : array_filter($row['statuses'] ?? [], $within) !== []);
    $row = array_values(array_filter(kit('sending.json')[$attempt['purpose']]['end'], $fits))[0];
    $change = $row['change'];
    if (!$item) { // it was dropped meanwhile: only the attempt itself is told of
        $isLast = fn ($name) => str_starts_with($name, 'last_');
        $change = ['purpose' => array_filter($change['purpose'] ?? [], $isLast, ARRAY_FILTER_USE_KEY)];
    }
    $wait = min(3600, 5 * 2 ** (($item['attempts'] ?? 1) - 1)) * (0.5 + random_int(0, 500) / 1000);
    $signature = $status === null ? null : 'unchecked';
    update('transmission', ['outcome' => $row['outcome'], 'status' => $status, 'signature' => $signature], $attempt['id']);
    write($attempt['purpose'], $change, ['$now' => now(), '$backoff' => now($wait), '$transmission.at' => $attempt['at'],
        '$answer.deleted' => $deleted, '$tls' => $tls, '$outbox.pseudonym' => $item['pseudonym'] ?? null], $item['id'] ?? null);
    if ($item && $item['kind'] === 'erasure' && $row['outcome'] === 'accepted') { // the UUID goes from the file with this too
        $consent = one('SELECT consent FROM deletion WHERE id = ?', $item['id'])['consent'];
        $confirmed = ['$now' => now(), '$deletion.consent' => $consent, '$store.erasure' => 'overwritten'];
        write($attempt['purpose'], kit('sending.json')[$attempt['purpose']]['confirm'], $confirmed, $item['id']);
    }
}

/** One exchange over TLS with the vendor's authority and no other; ends by a reset. */
function post(array $attempt, array $item): array
{
    ['host' => $host, 'path' => $path] = parse_url($attempt['url']);
    $ssl = ['cafile' => VENDOR_CA, 'verify_peer' => true, 'verify_peer_name' => true, 'peer_name' => $host];
    [$data, $tls, $warnings, $isAborted] = ['', 'not-reached', '', false];
    set_error_handler(function ($_, $message) use (&$warnings) {
        return (bool) $warnings .= $message;
    });
    $address = "tcp://$host:" . (parse_url($attempt['url'], PHP_URL_PORT) ?? 443);
    $stream = stream_socket_client($address, $code, $message, 10, STREAM_CLIENT_CONNECT, stream_context_create(['ssl' => $ssl]));
    if ($stream) {
        if (function_exists('socket_import_stream')) {
            socket_set_option(socket_import_stream($stream), SOL_SOCKET, SO_LINGER, ['l_onoff' => 1, 'l_linger' => 0]);
        }
        stream_set_timeout($stream, 10);
        if (stream_socket_enable_crypto($stream, true, STREAM_CRYPTO_METHOD_TLS_CLIENT)) {
            $tls = 'verified';
            $lines = '';
            foreach ([...headersOf($attempt['digest']), 'Content-Length' => $attempt['size']] as $name => $value) {
                $lines .= "$name: $value\r\n";
            }
            $isAborted = !mayLeave($item['id']);
            $isAborted || fwrite($stream, "POST $path HTTP/1.1\r\n$lines\r\n$item[body]");
            stream_set_timeout($stream, 0, 100_000);
            $end = microtime(true) + SEND_SECONDS;
            while (!$isAborted && !feof($stream) && strlen($data) < 65536 && microtime(true) < $end) {
                $data .= fread($stream, 65536);
                $isAborted = $data === '' && !mayLeave($item['id']);
            }
        } elseif (preg_match('/certificate|did not match/i', $warnings)) {
            $tls = 'tls-pin-mismatch';
        }
        fclose($stream);
    }
    restore_error_handler();
    [$status, $deleted] = readAnswer($data);
    if ($status !== null) {
        return [$status < 300 ? 'accepted' : 'rejected', $status, $tls, $deleted];
    }
    return [$tls === 'tls-pin-mismatch' ? $tls : ($isAborted ? 'aborted' : 'unreachable'), null, $tls, null];
}

/** The status, and how much an erasure's answer says was deleted. */
function readAnswer(string $data): array
{
    do {
        [$head, $data] = explode("\r\n\r\n", $data, 2) + [1 => ''];
        $status = preg_match('~^HTTP/1\.\d (\d{3})~', $head, $found) ? (int) $found[1] : null;
    } while ($status !== null && $status < 200);
    if (preg_match('/^transfer-encoding:\s*chunked/mi', $head)) {
        for ($body = ''; preg_match('/^([0-9a-f]+)[^\r]*\r\n/i', $data, $size) && hexdec($size[1]) > 0;) {
            $body .= substr($data, strlen($size[0]), hexdec($size[1]));
            $data = substr($data, strlen($size[0]) + hexdec($size[1]) + 2);
        }
        $data = $body;
    }
    $deleted = json_decode($data, true)['deleted'] ?? null;
    return [$status <= 599 ? $status : null, is_int($deleted) && $deleted >= 0 ? $deleted : null];
}

db();
if (($argv[1] ?? '') === 'crash') {
    transaction(fn () => enqueue('crash-reports', valueOf('crash-reports')));
} elseif (($argv[1] ?? '') === 'restored') {
    transaction(restored(...));
} else {
    $lock = fopen(DATA . '.lock', 'c');
    if (!flock($lock, LOCK_EX | LOCK_NB)) {
        exit(0); // another run sends
    }
    tidyUp();
    if (VENDOR_URL !== '') {
        queueMonthly();
        // One after the other, so of each UUID only one is open at a time.
        while ($item = one('SELECT * FROM outbox WHERE next_attempt_at <= ? AND (kind = ? OR purpose IN
            (SELECT id FROM purpose WHERE status = ? AND suspended IS NULL)) ORDER BY number LIMIT 1', now(), 'erasure', LOCK ? '' : 'granted')) {
            $attempt = begin($item);
            if ($attempt === null) {
                break;
            }
            $result = post($attempt, $item); // outside of any transaction: it may take its time
            transaction(fn () => ended($attempt, ...$result));
        }
    }
}
