<?php
/** Answers the panel API: the front controller of a web server, or the router of `php -S`. */
declare(strict_types=1);
require __DIR__ . '/common.php';

define('ORIGIN', setting('PANEL_ORIGIN', 'http://127.0.0.1:' . ($_SERVER['SERVER_PORT'] ?? 80))); // as browsers show it
define('SESSIONS', setting('PANEL_SESSIONS', __DIR__ . '/data/sessions.json'));
const BASE = '/api/privacy';
const BODY_LIMIT = 16 * 1024;
const PAGE = 50;
const CODINGS = '/(?:[-;]{1,2}(?:x-)?(?:gzip|deflate|compress|br|zstd))*$/D';

/** Yours: who asks, by the session cookie; the file has sessions under the SHA-256 of their token. */
function viewer(): ?array
{
    $sessions = json_decode(file_get_contents(SESSIONS), true, 512, JSON_THROW_ON_ERROR);
    $token = $_COOKIE['session'] ?? '';
    $found = is_string($token) ? $sessions[hash('sha256', $token)] ?? null : null;
    return $found ? ['id' => $found['id'], 'name' => $found['name'], 'mayDecide' => $found['isAdministrator'] === true] : null;
}

function fromHeader(string $name): ?string
{
    return $_SERVER['HTTP_' . strtoupper(strtr($name, '-', '_'))] ?? null;
}

// --- what is told ----------------------------------------------------------------------------------

/** The members of an answer, as its schema names them. */
function members(string $kind): array
{
    return array_keys(match ($kind) {
        'decision' => kit('schemas/answers/decision.json')['properties'],
        'entry' => kit('schemas/answers/decisions.json')['properties']['entries']['items']['properties'],
        'attempt' => kit('schemas/answers/transmissions.json')['properties']['entries']['items']['properties'],
        'deletion' => array_flip(['id', 'requestedAt', 'state', 'nextAttemptAt', 'confirmedAt', 'deleted', 'signature']),
    });
}

/** A row as an answer has it: columns by their names in camel case, and what is told otherwise. */
function tell(string $kind, array $row, array $other = []): array
{
    $row = [...$row, 'number' => null, 'head' => null];
    $row['by'] = isset($row['by_id']) ? ['id' => $row['by_id'], 'name' => $row['by_name']] : null;
    $camel = fn ($name) => preg_replace_callback('/_(\w)/', fn ($found) => strtoupper($found[1]), $name);
    $columns = array_combine(array_map($camel, array_keys($row)), $row);
    return array_intersect_key([...$columns, ...$other], array_flip(members($kind)));
}

function pending(?string $attempt): bool
{
    return one("SELECT 1 FROM transmission WHERE id = ? AND outcome = 'pending'", $attempt) !== null;
}

function tellPurpose(string $id): array
{
    $row = purpose($id);
    $waiting = array_filter(waiting($id), fn ($item) => !pending($item['attempt']));
    $times = array_filter([...array_column($waiting, 'next_attempt_at'), $row['next_at']]);
    $deletions = all('SELECT d.*, o.attempt FROM deletion d LEFT JOIN outbox o USING (id)
        WHERE d.purpose = ? ORDER BY d.number DESC', $id);
    $last = $row['last_attempt_at'] ? ['at' => $row['last_attempt_at'], 'tls' => $row['last_attempt_tls']] : null;
    $effective = allowed($row) && VENDOR_URL !== '';
    return ['decision' => tell('decision', $row), 'etag' => "\"$row[sequence]\"",
        'activity' => ['effective' => $effective, 'suspended' => $row['suspended'], 'pseudonym' => $row['pseudonym'],
            'lastSentAt' => $row['last_sent_at'], 'nextAt' => $times && $effective ? min($times) : null,
            'deletions' => array_map(tellDeletion(...), $deletions), 'openSends' => openSends($id), 'lock' => LOCK],
        'transport' => VENDOR_URL === '' ? null : [...transport($id), 'lastAttempt' => $last], 'resultsUrl' => null];
}

function tellDeletion(array $row): array
{
    $other = match (true) {
        $row['state'] === 'confirmed' => ['nextAttemptAt' => null],
        VENDOR_URL === '' => ['state' => 'failed', 'nextAttemptAt' => null],
        pending($row['attempt']) => ['state' => 'under-way', 'nextAttemptAt' => null],
        default => [],
    };
    return tell('deletion', $row, $other);
}

function hasReceipt(array $row): bool
{
    return isset(kit('receipts.json')[$row['purpose']][$row['event']]);
}

function tellEntry(array $row): array
{
    $isConfirmed = $row['event'] === 'deletion-confirmed';
    $told = tell('entry', $row, [
        'payload' => $row['payload'] !== null ? 'kept' : ($row['payload_digest'] !== null ? 'deleted' : 'none'),
        'receipt' => hasReceipt($row) ? $row['id'] : null, 'signature' => 'unchecked',
        'textKnown' => $row['text_known'] === null ? null : (bool) $row['text_known']]);
    return $isConfirmed ? $told : array_diff_key($told, ['erasure' => 0, 'signature' => 0]);
}

function tellAttempt(array $row): array
{
    $waits = $row['outcome'] === 'pending' ? null : one('SELECT next_attempt_at FROM outbox WHERE attempt = ?', $row['id']);
    return tell('attempt', $row, ['nextAttemptAt' => $waits['next_attempt_at'] ?? null,
        'body' => $row['body'] !== null ? 'kept' : 'deleted']);
}

/** The kit's receipt of an event, filled in. */
function receiptOf(array $row): array
{
    $seen = $row['ends'] === null ? $row : one('SELECT * FROM decision_log WHERE id = ?', $row['ends']) ?? $row;
    $heading = kitRow('purposes.json', 'id', $row['purpose'])['heading'][$seen['language']] ?? null;
    $values = ['$seen.text' => textOf($seen['text_digest']), '$seen.heading' => $heading, '$signature' => 'unchecked'];
    foreach (array_keys($row) as $name) {
        $values["\$entry.$name"] = $row[$name];
        $values["\$seen.$name"] = $seen[$name];
    }
    $fill = function (mixed $value) use (&$fill, $values): mixed {
        if (is_array($value)) {
            $filled = array_map($fill, $value);
            foreach ($filled as $name => $one) {
                if ($one === null && is_string($value[$name]) && !str_ends_with($value[$name], '?')) {
                    return null;
                }
            }
            return array_filter($filled, fn ($one) => $one !== null);
        }
        [$start, $name] = explode('$', $value, 2) + [1 => null];
        $found = $name === null ? '' : $values['$' . rtrim($name, '?')];
        return $found === null ? null : $start . $found;
    };
    return $fill(kit('receipts.json')[$row['purpose']][$row['event']]);
}

// --- what is decided ---------------------------------------------------------------------------------

/** The part of JSON Schema that the requests use. Strict: a half understood body is no decision. */
function fits(array $schema, mixed $value): bool
{
    $oneOf = array_filter($schema['oneOf'] ?? [], fn ($one) => fits($one, $value));
    if (isset($schema['oneOf']) && count($oneOf) !== 1) {
        return false;
    }
    $isKind = match ($schema['type'] ?? null) {
        'object' => $value instanceof stdClass,
        'string' => is_string($value),
        default => true,
    };
    $fits = $isKind && (!isset($schema['const']) || $value === $schema['const'])
        && (!isset($schema['enum']) || in_array($value, $schema['enum'], true));
    if ($fits && is_string($value)) {
        return mb_strlen_utf8($value) <= ($schema['maxLength'] ?? PHP_INT_MAX)
            && preg_match('~' . ($schema['pattern'] ?? '') . '~uD', $value) === 1;
    }
    if ($fits && $value instanceof stdClass) {
        $members = $schema['properties'] ?? [];
        $given = get_object_vars($value);
        $unknown = ($schema['additionalProperties'] ?? true) === false ? array_diff_key($given, $members) : [];
        $missing = array_diff($schema['required'] ?? [], array_keys($given));
        $wrong = array_filter(array_intersect_key($given, $members), fn ($one, $name) => !fits($members[$name], $one), ARRAY_FILTER_USE_BOTH);
        return [...$unknown, ...$missing, ...$wrong] === [];
    }
    return $fits;
}

function mb_strlen_utf8(string $text): int
{
    return preg_match_all('/./su', $text);
}

/** A tag is read as a number, whatever a proxy made of it; `*` names no decision. */
function requireCurrent(array $row): void
{
    $header = fromHeader('If-Match') ?? throw new Problem('precondition-required');
    $sequences = array_map(fn ($tag) => preg_replace(CODINGS, '', $tag), tags($header));
    if (!in_array((string) $row['sequence'], $sequences, true)) {
        throw new Problem('decision-changed', "The decision has the sequence $row[sequence] now.");
    }
}

/** The opaque parts of a list of entity tags (RFC 9110 § 8.8.3). */
function tags(string $header): array
{
    preg_match_all('/(?:^|,)[ \t]*(?:W\/)?"([^"]*)"[ \t]*(?=,|$)/', $header, $found);
    return $found[1];
}

/** The bytes that a purpose would send, and their kind: what waits comes first. */
function shown(array $row, array|Problem $value): array
{
    $waiting = waiting($row['id']);
    if ($waiting !== []) {
        return [$waiting[0]['body'], 'queued'];
    }
    if ($value instanceof Problem) {
        throw $value;
    }
    $kind = kitRow('purposes.json', 'id', $row['id'])['schedule'] === 'monthly' ? 'next' : 'sample';
    return [serialize_payload(under($value, $row['suspended'] === null ? $row['pseudonym'] : null)), $kind];
}

/** Checks a decision against what is there now and writes it, in one transaction. */
function decide(string $purpose, string $command, array $who, array $body = []): array
{
    $via = fromHeader('Klartext-Via');
    $via = in_array($via, ['page', 'command', 'file'], true) ? $via : null;
    $value = $command === 'grant' ? valueOrProblem($purpose) : [];
    return transaction(function () use ($purpose, $command, $who, $body, $via, $value) {
        $row = purpose($purpose);
        $seen = null;
        if ($command === 'grant' && LOCK !== null) {
            throw new Problem('locked');
        }
        if ($command === 'grant' && isset($body['seen'])) {
            throw new Problem('payload-not-seen');
        }
        $command === 'withdraw' || requireCurrent($row);
        if ($command === 'grant') {
            $policy = kit('policy.json');
            if ($body['revision'] !== $policy['revision'] || $body['textDigest'] !== $policy['texts'][$body['language']]['digest']) {
                throw new Problem('policy-changed');
            }
            [$seen] = shown($row, $value);
            if (digest($seen) !== $body['payloadDigest']) {
                throw new Problem('payload-changed');
            }
        }
        apply($row, $command, $who, $via, $body, $seen);
        return tell('decision', purpose($purpose));
    });
}

function readBody(string $schema): array
{
    $body = (string) file_get_contents('php://input', length: BODY_LIMIT + 1);
    if (strlen($body) > BODY_LIMIT || (int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > BODY_LIMIT) {
        throw new Problem('body-too-large', 'At most ' . BODY_LIMIT . ' bytes.');
    }
    if (strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0])) !== 'application/json') {
        throw new Problem('media-type-not-supported', 'Send application/json.');
    }
    $value = json_decode($body);
    if (!$value instanceof stdClass || !fits(kit("schemas/requests/$schema.json"), $value)) {
        throw new Problem('malformed-body', 'The body is not what the schema says.');
    }
    return get_object_vars($value);
}

// --- the routes --------------------------------------------------------------------------------------

function answer(array|stdClass $value, int $status = 200, ?string $etag = null, string $type = 'application/json'): array
{
    $body = json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    return [$status, ['Content-Type' => $type, 'Cache-Control' => 'no-store', 'ETag' => $etag ?? contentTag($body)], $body];
}

function answerBytes(string $body, ?string $kind = null): array
{
    $headers = ['Content-Type' => 'application/json', 'Cache-Control' => 'no-store, no-transform', 'Repr-Digest' => digest($body),
        'ETag' => contentTag($kind . digest($body)), ...($kind ? ['Klartext-Payload' => $kind] : [])];
    return [200, $headers, $body];
}

function contentTag(string $content): string
{
    return '"' . substr(digest($content), 9, -1) . '"';
}

function answerProblem(string $code, string $detail = ''): array
{
    ['type' => $type, 'status' => $status, 'title' => $title] = kitRow('problems.json', 'code', $code);
    [, , $body] = answer([...compact('type', 'status', 'title'), ...($detail === '' ? [] : compact('detail'))]);
    return [$status, ['Content-Type' => 'application/problem+json', 'Cache-Control' => 'no-store'], $body];
}

function answerDecision(array $told, int $status = 200): array
{
    return answer($told, $status, "\"$told[sequence]\"");
}

function withdraw(string $purpose, array $who): array
{
    $told = decide($purpose, 'withdraw', $who);
    // cron.php looks at the decision while it sends, and ends what may not go on.
    for ($end = microtime(true) + 4; openSends($purpose) > 0 && microtime(true) < $end;) {
        usleep(50_000);
    }
    $isOwed = one('SELECT 1 FROM deletion WHERE purpose = ? AND confirmed_at IS NULL', $purpose) !== null;
    return answerDecision($told, $isOwed || openSends($purpose) > 0 ? 202 : 200);
}

function take(string $purpose, array $who, array $body): array
{
    $command = $body['decision'] === 'granted' ? 'grant' : 'refuse';
    return answerDecision(decide($purpose, $command, $who, $body));
}

function page(string $table, callable $tell): array
{
    $after = $_GET['after'] ?? '999999999999999';
    if (!is_string($after) || !preg_match('/^[0-9]{1,15}$/D', $after)) {
        throw new Problem('malformed-body', 'Give `after` the `next` of the page before.');
    }
    $rows = all("SELECT * FROM $table WHERE number < ? ORDER BY number DESC LIMIT ?", (int) $after, PAGE + 1);
    $next = count($rows) > PAGE ? (string) $rows[PAGE - 1]['number'] : null;
    return answer(['entries' => array_map($tell, array_slice($rows, 0, PAGE)), 'next' => $next]);
}

function find(string $table, string $id): array
{
    return one("SELECT * FROM $table WHERE id = ?", $id) ?? throw new Problem('not-found');
}

/** The answer of a route, after every guard. */
function answerRoute(string $id, array $parts, array $who): array
{
    $purpose = $parts['purpose'] ?? '';
    switch ($id) {
        case 'getPolicy':
            return answer(kit('policy.json'));
        case 'getPolicyText':
            $text = one('SELECT markdown FROM policy_text WHERE digest = ?', $parts['digest']) ?? throw new Problem('not-found');
            return [200, ['Content-Type' => 'text/markdown; charset=utf-8', 'ETag' => "\"$parts[digest]\"",
                'Cache-Control' => 'public, max-age=31536000, immutable'], $text['markdown']];
        case 'getPurposes':
            return transaction(function () use ($who) {
                $ids = array_column(kit('purposes.json'), 'id');
                $store = [...one('SELECT * FROM store'), 'erasure' => 'overwritten', 'number' => null, 'head' => null];
                return answer(['viewer' => $who, 'store' => $store, 'purposes' => array_combine($ids, array_map(tellPurpose(...), $ids))]);
            });
        case 'getDecision':
            return answerDecision(tell('decision', purpose($purpose)));
        case 'putDecision':
            return take($purpose, $who, readBody('decisionRequest'));
        case 'postDecision':
            $body = readBody('postedDecision');
            return $body['decision'] === 'withdrawn' ? withdraw($purpose, $who) : take($purpose, $who, $body);
        case 'withdraw':
            return withdraw($purpose, $who);
        case 'getPayload':
            return answerBytes(...shown(purpose($purpose), valueOrProblem($purpose)));
        case 'getDecisions':
            return page('decision_log', tellEntry(...));
        case 'getTransmissions':
            return page('transmission', tellAttempt(...));
        case 'getDecisionPayload':
            $row = find('decision_log', $parts['id']);
            return answerBytes($row['payload'] ?? throw new Problem($row['payload_digest'] === null ? 'not-found' : 'gone'));
        case 'getTransmissionBody':
            return answerBytes(find('transmission', $parts['id'])['body'] ?? throw new Problem('gone'));
        case 'getReceipt':
            $row = find('decision_log', $parts['id']);
            return hasReceipt($row) ? answer(receiptOf($row), type: 'application/ld+json') : throw new Problem('not-found');
        case 'eraseName':
            transaction(function () use ($parts) {
                foreach (['purpose', 'decision_log'] as $table) {
                    run("UPDATE $table SET by_id = NULL, by_name = NULL WHERE by_id = ?", $parts['id']);
                }
            });
            return answer(new stdClass());
        default: // the chain, which this panel does not keep
            throw new Problem('not-found');
    }
}

function route(string $method, string $path): array
{
    ['host' => $name, 'scheme' => $scheme] = $own = parse_url(ORIGIN);
    $hosts = isset($own['port']) ? ["$name:$own[port]"] : [$name, $name . ($scheme === 'https' ? ':443' : ':80')];
    if (!in_array(strtolower($_SERVER['HTTP_HOST'] ?? ''), $hosts, true)) {
        throw new Problem('host-not-served', 'Allowed: ' . ORIGIN . '.');
    }
    $site = fromHeader('Sec-Fetch-Site');
    $isOwn = $site === null ? fromHeader('Origin') === ORIGIN : $site === 'same-origin';
    if (!in_array($method, ['GET', 'HEAD', 'OPTIONS'], true) && !$isOwn) {
        throw new Problem('cross-site', 'Allowed: Sec-Fetch-Site same-origin or, without it, the Origin ' . ORIGIN . '.');
    }
    $below = str_starts_with($path, BASE . '/') ? substr($path, strlen(BASE)) : '';
    $isOpen = $below === '/policy' || str_starts_with($below, '/policy/');
    $who = $isOpen ? [] : viewer() ?? throw new Problem('not-signed-in');
    foreach (kit('endpoints.json') as $endpoint) {
        $pattern = '~^' . preg_replace('/\{(\w+)\}/', '(?<$1>[^/]+)', $endpoint['path']) . '$~D';
        if ($endpoint['method'] !== ($method === 'HEAD' ? 'GET' : $method) || !preg_match($pattern, $below, $found)) {
            continue;
        }
        $parts = array_map(rawurldecode(...), array_filter($found, is_string(...), ARRAY_FILTER_USE_KEY));
        if (isset($parts['purpose']) && kitRow('purposes.json', 'id', $parts['purpose']) === null) {
            break;
        }
        if ($endpoint['guard'] === 'deciding' && !$who['mayDecide']) {
            throw new Problem('not-permitted');
        }
        return answerRoute($endpoint['id'], $parts, $who);
    }
    throw new Problem('not-found');
}

$method = $_SERVER['REQUEST_METHOD'];
try {
    [$status, $headers, $body] = route($method, explode('?', $_SERVER['REQUEST_URI'], 2)[0]);
} catch (Problem $problem) {
    [$status, $headers, $body] = answerProblem($problem->problem, $problem->detail);
} catch (Throwable $error) {
    error_log((string) $error);
    [$status, $headers, $body] = answerProblem($error instanceof PDOException ? 'store-unavailable' : 'internal-error');
}
if ($status === 200 && in_array($method, ['GET', 'HEAD'], true)) {
    $known = fromHeader('If-None-Match') ?? '';
    $own = substr($headers['ETag'], 1, -1);
    $isNamed = fn ($tag) => str_starts_with($tag, $own) && preg_replace(CODINGS, '', substr($tag, strlen($own))) === '';
    if (trim($known) === '*' || array_filter(tags($known), $isNamed) !== []) {
        [$status, $body] = [304, ''];
        unset($headers['Content-Type'], $headers['Repr-Digest']);
    }
}
ini_set('default_mimetype', '');
header_remove('X-Powered-By');
http_response_code($status);
foreach ($headers as $name => $value) {
    header("$name: $value");
}
if ($status !== 304) {
    header('Content-Length: ' . strlen($body));
}
if ($method !== 'HEAD') {
    echo $body;
}
