#!/usr/bin/env python3
"""A panel of contract 1 in Python's standard library (3.9 or later), to begin your own from.

    npx klartext panel-kit kit      # what is the same in every panel: texts, tables, schemas
    python3 panel.py                # serves, and sends what was agreed to
    python3 panel.py crash          # queues the report of a crash, if that was agreed to

Yours are `viewer`, `value_of` and the settings below. docs/other-languages.md goes through it.
"""
import base64, contextlib, datetime, hashlib, http.client, http.server, io, json, os, platform
import random, re, secrets, socket, sqlite3, ssl, struct, sys, threading, time, traceback
import unicodedata, urllib.parse, uuid
from pathlib import Path

env = os.environ.get
KIT = Path(env("PANEL_KIT", Path(__file__).parent / "kit"))
DATA = env("PANEL_DATA", "panel.sqlite")
SESSIONS = env("PANEL_SESSIONS", "sessions.json")
ROOT = Path(env("PANEL_ROOT", "/"))  # the file tree of the server that is told of
PORT = int(env("PORT", "4180"))
ORIGIN = env("PANEL_ORIGIN", f"http://127.0.0.1:{PORT}")  # as browsers show it
VENDOR_URL, VENDOR_CA = env("KLARTEXT_VENDOR_URL", "").rstrip("/"), env("KLARTEXT_VENDOR_CA", "")
if VENDOR_URL and not (VENDOR_URL.startswith("https://") and os.path.isfile(VENDOR_CA)):
    sys.exit("KLARTEXT_VENDOR_URL has to be https, and KLARTEXT_VENDOR_CA the file of the vendor's authority.")
LOCK = None if env("DO_NOT_TRACK", "") in ("", "0", "false", "no") else "do-not-track"
BASE, VERSION, NIL = "/api/privacy", "1.0.0", "00000000-0000-0000-0000-000000000000"
BODY_LIMIT, PAGE, SEND_SECONDS, WAITING = 16 * 1024, 50, 30, 20
GRACE = 1  # seconds in which consent can be taken back before anything was sent


def kit(name):
    return json.loads((KIT / name).read_text("utf-8"))


POLICY, COVERED, SERIALIZER = kit("policy.json"), kit("covered.json"), kit("serializer.json")
PURPOSES = {one["id"]: one for one in kit("purposes.json")}
PROBLEMS = {one["code"]: one for one in kit("problems.json")}
TRANSITIONS, SENDING, RECEIPTS = kit("transitions.json"), kit("sending.json"), kit("receipts.json")
REQUESTS = {name: kit(f"schemas/requests/{name}.json") for name in ("decisionRequest", "postedDecision")}
ROUTES = [(one, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", one["path"]))) for one in kit("endpoints.json")]


class Problem(Exception):
    """Why a request is turned down; `code` is one of the contract."""

    def __init__(self, code, detail=None):
        super().__init__(code)
        self.code, self.detail = code, detail


# --- bytes -------------------------------------------------------------------------------------

ESCAPED = re.compile("[%s]" % "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in SERIALIZER["escaped"]))


def escape(found):
    if found[0] == "\n":
        return found[0]
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2]))


def serialize(value):
    """The bytes that are shown and sent: one value a line, nothing that nobody sees."""
    return (ESCAPED.sub(escape, json.dumps(value, ensure_ascii=False, indent=2)) + "\n").encode()


def digest(content):
    return "sha-256=:%s:" % base64.b64encode(hashlib.sha256(content).digest()).decode()


def under(value, pseudonym):
    """The value with the UUID where the nil UUID stands."""
    if isinstance(value, dict):
        return {name: under(one, pseudonym) for name, one in value.items()}
    if isinstance(value, list):
        return [under(one, pseudonym) for one in value]
    return pseudonym if value == NIL and pseudonym else value


# --- yours: who is signed in, and what this server tells ------------------------------------------


def viewer(headers):
    """Who asks, by the session cookie; the file has sessions under the SHA-256 of their token."""
    token = re.search(r"(?:^|;\s*)session=([\w-]+)", headers.get("Cookie", ""))
    if not token:
        return None
    sessions = json.loads(Path(SESSIONS).read_text("utf-8"))
    found = sessions.get(hashlib.sha256(token[1].encode()).hexdigest())
    return found and {"id": found["id"], "name": found["name"], "mayDecide": found["isAdministrator"] is True}


SERVICES = {"apache": "apache2", "dovecot": "dovecot-core", "mariadb": "mariadb-server", "nginx": "nginx",
            "postfix": "postfix", "proftpd": "proftpd-core"}
LIBRARIES = {"openssl": ssl.OPENSSL_VERSION.split()[1], "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}


def value_of(purpose):
    """What would be sent, with the nil UUID in its place; fixed paths, sorted by name."""
    if purpose == "crash-reports":
        addresses = [{"address": "0x12ab", "library": "libc.so.6"}, {"address": "0x55d2a1f0"}]
        libraries = [{"name": name, "version": version} for name, version in sorted(LIBRARIES.items())]
        trace = {"process": "server", "signal": 6, "addresses": addresses}
        return {"version": VERSION, "libraries": libraries, "stackTrace": trace}
    try:
        release = (ROOT / "etc/os-release").read_text("utf-8")
        status = (ROOT / "var/lib/dpkg/status").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Problem("not-available-here", "There is no os-release or no dpkg here.") from None
    told = dict(re.findall(r"^(\w+)=[\"']?([^\"'\n]*)", release, re.M))
    packages = {}
    for paragraph in status.split("\n\n"):
        fields = dict(re.findall(r"^(Package|Status|Version): (.*)$", paragraph, re.M))
        version = re.sub(r"-[^-]*$", "", re.sub(r"^\d+:", "", fields.get("Version", "")))
        if fields.get("Status", "").endswith(" ok installed") and re.fullmatch(r"[0-9][0-9A-Za-z.+~_-]{0,63}", version):
            packages[fields.get("Package")] = version
    services = [{"name": name, "version": packages[one]} for name, one in sorted(SERVICES.items()) if one in packages]
    distribution = {"name": visible(told.get("NAME")) or "Linux", "version": visible(told.get("VERSION_ID"))}
    return {"id": NIL, "distribution": distribution, "version": VERSION, "services": services}


def visible(text):
    text = unicodedata.normalize("NFC", (text or "").strip())
    return text if 0 < len(text) <= 100 and not ESCAPED.search(text) else None


# --- the store -----------------------------------------------------------------------------------


def now(seconds=0.0):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Store:
    """One file. What is deleted is overwritten in it, and the journal is emptied."""

    def __init__(self):
        os.umask(0o077)
        self.db = sqlite3.connect(DATA, timeout=20, isolation_level=None, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        self.lock = threading.RLock()
        for pragma in ("journal_mode = TRUNCATE", "secure_delete = ON", "synchronous = FULL"):
            self.db.execute(f"PRAGMA {pragma}").fetchall()
        if not self.all("SELECT 1 FROM sqlite_schema WHERE name = 'store'"):
            self.db.executescript((KIT / "store.sql").read_text("utf-8"))
            self.insert("store", {"epoch": str(uuid.uuid4()), "counter": 0})
        for purpose in PURPOSES:
            self.db.execute("INSERT OR IGNORE INTO purpose (id) VALUES (?)", (purpose,))
        for text in (KIT / "texts").glob("*.md"):
            self.db.execute("INSERT OR IGNORE INTO policy_text VALUES (?, ?)", (text.stem, text.read_bytes().decode()))

    @contextlib.contextmanager
    def transaction(self):
        """All or nothing, and nobody writes meanwhile; what changes something counts."""
        with self.lock:
            self.db.execute("BEGIN IMMEDIATE")
            try:
                before = self.db.total_changes
                yield self
                if self.db.total_changes != before:
                    self.db.execute("UPDATE store SET counter = counter + 1")
                self.db.execute("COMMIT")
            except BaseException:
                self.db.execute("ROLLBACK")
                raise

    def all(self, sql, *values):
        with self.lock:
            return self.db.execute(sql, values).fetchall()

    def one(self, sql, *values):
        return next(iter(self.all(sql, *values)), None)

    def insert(self, table, row):
        self.db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", [*row.values()])

    def update(self, table, row, ident):
        if row:
            self.db.execute(f"UPDATE {table} SET {', '.join(f'{one} = ?' for one in row)} WHERE id = ?", [*row.values(), ident])

    def purpose(self, ident):
        return self.one("SELECT * FROM purpose WHERE id = ?", ident)

    def waiting(self, ident):
        return self.all("SELECT * FROM outbox WHERE purpose = ? AND kind = 'report' ORDER BY number", ident)

    def open_sends(self, ident):
        return self.one("SELECT count(*) FROM transmission WHERE purpose = ? AND kind = 'report' AND outcome = 'pending'", ident)[0]

    def write(self, purpose, change, values, sent=None):
        """Writes a row of the kit's tables; `values` has what stands there with a dollar."""
        made = {}

        def fill(row):
            return {name: place(one) for name, one in row.items()}

        def place(value):
            if isinstance(value, str) and value.startswith("$uuid."):
                return made.setdefault(value, str(uuid.uuid4()))
            return values[value] if isinstance(value, str) and value.startswith("$") else value

        for table in ("decision_log", "transmission", "outbox", "deletion"):
            for row in change.get(table, []):
                self.insert(table, {**fill(row), "purpose": purpose})
        self.update("purpose", fill(change.get("purpose", {})), purpose)
        for kind in change.get("drop", []):
            if kind == "$sent":
                self.db.execute("DELETE FROM outbox WHERE id = ?", (sent,))
            else:
                self.db.execute("DELETE FROM outbox WHERE purpose = ? AND kind = ?", (purpose, kind))
        self.update("outbox", fill(change.get("sent", {})), sent)
        self.update("deletion", fill(change.get("asked", {})), sent)
        for gone in map(place, change.get("forget", [])):
            self.db.execute("UPDATE decision_log SET payload = NULL, payload_pseudonym = NULL WHERE payload_pseudonym = ?", (gone,))
            self.db.execute("UPDATE transmission SET body = NULL, body_pseudonym = NULL WHERE body_pseudonym = ?", (gone,))
        return made


STORE = Store()


def allowed(row):
    return row["status"] == "granted" and LOCK is None and row["suspended"] is None


def shown(row, value):
    """The bytes that a purpose would send, and their kind: what waits comes first."""
    waiting = STORE.waiting(row["id"])
    if waiting:
        return waiting[0]["body"], "queued"
    if isinstance(value, Problem):
        raise value
    pseudonym = None if row["suspended"] else row["pseudonym"]
    kind = "next" if PURPOSES[row["id"]]["schedule"] == "monthly" else "sample"
    return serialize(under(value, pseudonym)), kind


def value_or_problem(purpose):
    try:
        return value_of(purpose)
    except Problem as problem:
        return problem


# --- what is told ----------------------------------------------------------------------------------

MEMBERS = {  # what the answers have, as the schemas say
    "decision": kit("schemas/answers/decision.json")["properties"],
    "entry": kit("schemas/answers/decisions.json")["properties"]["entries"]["items"]["properties"],
    "attempt": kit("schemas/answers/transmissions.json")["properties"]["entries"]["items"]["properties"],
    "deletion": {name: {} for name in "id requestedAt state nextAttemptAt confirmedAt deleted signature".split()},
}


def tell(kind, row, **other):
    """A row as an answer has it: columns by their names in camel case, and what is told otherwise."""
    columns = dict(row, number=None, head=None, by=row["by_id"] and {"id": row["by_id"], "name": row["by_name"]}
                   if "by_id" in row.keys() else None)
    columns = {re.sub(r"_(\w)", lambda found: found[1].upper(), name): value for name, value in columns.items()}
    return {name: value for name, value in {**columns, **other}.items() if name in MEMBERS[kind]}


def pending(attempt):
    return bool(STORE.one("SELECT 1 FROM transmission WHERE id = ? AND outcome = 'pending'", attempt))


def tell_purpose(row):
    waiting = [one["next_attempt_at"] for one in STORE.waiting(row["id"]) if not pending(one["attempt"])]
    times = sorted(waiting + ([row["next_at"]] if row["next_at"] else []))
    deletions = STORE.all("SELECT d.*, o.attempt FROM deletion d LEFT JOIN outbox o USING (id) "
                          "WHERE d.purpose = ? ORDER BY d.number DESC", row["id"])
    last = row["last_attempt_at"] and {"at": row["last_attempt_at"], "tls": row["last_attempt_tls"]}
    effective = allowed(row) and VENDOR_URL != ""
    return {
        "decision": tell("decision", row), "etag": f'"{row["sequence"]}"',
        "activity": {
            "effective": effective, "suspended": row["suspended"], "pseudonym": row["pseudonym"],
            "lastSentAt": row["last_sent_at"], "nextAt": times[0] if times and effective else None,
            "deletions": [tell_deletion(one) for one in deletions],
            "openSends": STORE.open_sends(row["id"]), "lock": LOCK},
        "transport": {**transport(row["id"]), "lastAttempt": last} if VENDOR_URL else None, "resultsUrl": None}


def tell_deletion(row):
    if row["state"] == "confirmed":
        return tell("deletion", row, nextAttemptAt=None)
    if not VENDOR_URL:
        return tell("deletion", row, state="failed", nextAttemptAt=None)
    return tell("deletion", row, **({"state": "under-way", "nextAttemptAt": None} if pending(row["attempt"]) else {}))


def tell_entry(row):
    payload = "kept" if row["payload"] is not None else "deleted" if row["payload_digest"] else "none"
    receipt = row["id"] if row["event"] in RECEIPTS[row["purpose"]] else None
    known = None if row["text_known"] is None else bool(row["text_known"])
    told = tell("entry", row, payload=payload, receipt=receipt, textKnown=known, signature="unchecked")
    if row["event"] != "deletion-confirmed":
        del told["erasure"], told["signature"]
    return told


def tell_attempt(row):
    waits = row["outcome"] != "pending" and STORE.one("SELECT next_attempt_at FROM outbox WHERE attempt = ?", row["id"])
    return tell("attempt", row, nextAttemptAt=waits[0] if waits else None,
                body="kept" if row["body"] is not None else "deleted")


def text_of(text_digest):
    path = (text_digest or "")[9:-1].rstrip("=").replace("+", "-").replace("/", "_")
    return (STORE.one("SELECT markdown FROM policy_text WHERE digest = ?", path) or [None])[0]


def receipt_of(row):
    """The kit's receipt of that event, filled in."""
    seen = row["ends"] and STORE.one("SELECT * FROM decision_log WHERE id = ?", row["ends"]) or row
    values = {**{f"$entry.{name}": row[name] for name in row.keys()}, **{f"$seen.{name}": seen[name] for name in row.keys()},
              "$seen.text": text_of(seen["text_digest"]), "$signature": "unchecked",
              "$seen.heading": PURPOSES[row["purpose"]]["heading"].get(seen["language"])}

    def fill(value):
        if isinstance(value, dict):
            filled = {name: fill(one) for name, one in value.items()}
            missing = [name for name, one in filled.items() if one is None]
            if any(isinstance(value[name], str) and not value[name].endswith("?") for name in missing):
                return None
            return {name: one for name, one in filled.items() if one is not None}
        start, sign, name = value.partition("$")
        found = values[sign + name.rstrip("?")] if sign else ""
        return start + found if found is not None else None

    return fill(RECEIPTS[row["purpose"]][row["event"]])


# --- what is decided ---------------------------------------------------------------------------------


def fits(schema, value):
    """The part of JSON Schema that the requests use. Strict: a half understood body is no decision."""
    kind = {"object": dict, "string": str}.get(schema.get("type"), object)
    if not isinstance(value, kind) or value != schema.get("const", value) or value not in schema.get("enum", [value]):
        return False
    if "oneOf" in schema and sum(fits(one, value) for one in schema["oneOf"]) != 1:
        return False
    if isinstance(value, str):
        pattern = schema.get("pattern", "").replace("$", r"\Z")
        return len(value) <= schema.get("maxLength", len(value)) and bool(re.search(pattern, value))
    members = schema.get("properties", {})
    unknown = set(value) - set(members) if schema.get("additionalProperties") is False else set()
    missing = set(schema.get("required", [])) - set(value)
    return not unknown and not missing and all(fits(members[name], value[name]) for name in set(value) & set(members))


CODINGS = re.compile(r"(?:[-;]{1,2}(?:x-)?(?:gzip|deflate|compress|br|zstd))*\Z")


def tags(header):
    """The opaque parts of a list of entity tags (RFC 9110 § 8.8.3)."""
    return re.findall(r'(?:^|,)[ \t]*(?:W/)?"([^"]*)"[ \t]*(?=,|$)', header)


def require_current(header, row):
    """A tag is read as a number, whatever a proxy made of it; `*` names no decision."""
    if header is None:
        raise Problem("precondition-required")
    if str(row["sequence"]) not in [CODINGS.sub("", tag) for tag in tags(header)]:
        raise Problem("decision-changed", f"The decision has the sequence {row['sequence']} now.")


def transition(row, command):
    for one in TRANSITIONS[row["id"]]:
        state = {"attempted": bool(row["attempted"]), "suspended": row["suspended"]}
        meant = any(all(state[name] == value for name, value in when.items()) for when in one.get("when", [{}]))
        if (one["from"], one["command"]) == (row["status"], command) and meant:
            return one
    raise KeyError(f"{row['status']} {command}")


def decide(purpose, command, who, via, body=None, if_match=None):
    """Checks a decision against what is there now and writes it, in one transaction."""
    value = value_or_problem(purpose) if command == "grant" else None
    with STORE.transaction():
        row, seen = STORE.purpose(purpose), None
        if command == "grant" and LOCK:
            raise Problem("locked")
        if command == "grant" and body.get("seen") == "kinds":
            raise Problem("payload-not-seen")
        if command != "withdraw":
            require_current(if_match, row)
        if command == "grant":
            if body["revision"] != POLICY["revision"] or body["textDigest"] != POLICY["texts"][body["language"]]["digest"]:
                raise Problem("policy-changed")
            seen, _ = shown(row, value)
            if digest(seen) != body["payloadDigest"]:
                raise Problem("payload-changed")
        rule = transition(row, command)
        if "problem" in rule:
            raise Problem(rule["problem"])
        STORE.write(purpose, rule, {
            **{f"$request.{name}": one for name, one in (body or {}).items()}, "$request.via": via,
            **{f"$before.{name}": row[name] for name in row.keys()}, "$sequence+1": row["sequence"] + 1, "$now": now(),
            "$viewer.id": who["id"], "$viewer.name": who["name"], "$payload": seen, "$policy.revision": POLICY["revision"],
            "$erasure": serialize({"id": row["pseudonym"]}), "$textKnown": int(body is not None and text_of(body["textDigest"]) is not None)})
        return tell("decision", STORE.purpose(purpose))


NOBODY = {"id": None, "name": None}


def start():
    """What a stop, another policy or a restored backup has left."""
    with STORE.transaction():
        for row in STORE.all("SELECT * FROM transmission WHERE outcome = 'pending'"):
            ended(row, "interrupted", None, "not-reached", None)
        if env("KLARTEXT_NEW_EPOCH") == "1":
            STORE.db.execute("UPDATE store SET epoch = ?, counter = 0", (str(uuid.uuid4()),))
            STORE.db.execute("UPDATE purpose SET suspended = 'store-restored', attempted = pseudonym IS NOT NULL "
                             "WHERE status IN ('granted', 'outdated') AND suspended IS NULL")
            STORE.db.execute("DELETE FROM outbox WHERE kind = 'report'")
        outdated = [row["id"] for row in STORE.all("SELECT * FROM purpose WHERE status = 'granted'") if row["revision"] not in COVERED]
    for purpose in outdated:
        decide(purpose, "revise", NOBODY, None)


# --- what is sent ------------------------------------------------------------------------------------

WAKE, OPEN, LANES = threading.Event(), {}, set()


def headers_of(content_digest):
    return {"Host": urllib.parse.urlsplit(VENDOR_URL).netloc, "Content-Type": "application/json",
            "Content-Digest": content_digest, "Connection": "close"}


def transport(purpose):
    blocks = re.findall(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", Path(VENDOR_CA).read_text(), re.S)
    prints = [hashlib.sha256(ssl.PEM_cert_to_DER_cert(one)).hexdigest().upper() for one in blocks]
    return {"method": "POST", "url": f"{VENDOR_URL}/v1/{purpose}", "headers": headers_of("sha-256=:{SHA-256 of the body}:"),
            "caFingerprints": [":".join(re.findall("..", one)) for one in prints]}


def enqueue(purpose, value):
    """Queues a report, if that was agreed to; without consent nothing is kept."""
    row = STORE.purpose(purpose)
    if allowed(row) and len(STORE.waiting(purpose)) < WAITING:
        STORE.insert("outbox", {"id": str(uuid.uuid4()), "purpose": purpose, "kind": "report", "pseudonym": row["pseudonym"],
                                "body": serialize(under(value, row["pseudonym"])), "next_attempt_at": now()})


def next_month(granted, after):
    """The day and time of the grant in the next month, its last day where it has no such day."""
    first = datetime.datetime.fromisoformat(granted.replace("Z", "+00:00"))
    year, month = after.year, after.month
    while True:
        last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
        due = first.replace(year=year, month=month, day=min(first.day, last))
        if due > max(first, after):
            return (due + datetime.timedelta(seconds=random.randrange(3600))).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        year, month = year + month // 12, month % 12 + 1


def queue_monthly():
    for row in STORE.all("SELECT * FROM purpose WHERE next_at <= ?", now(-GRACE)):
        if not allowed(row):
            continue
        value = value_or_problem(row["id"])
        with STORE.transaction():
            row = STORE.purpose(row["id"])
            if not allowed(row) or not row["next_at"] or row["next_at"] > now():
                continue
            if isinstance(value, Problem):
                STORE.update("purpose", {"next_at": now(3600)}, row["id"])
                continue
            STORE.db.execute("DELETE FROM outbox WHERE purpose = ? AND kind = 'report'", (row["id"],))
            enqueue(row["id"], value)
            after = datetime.datetime.now(datetime.timezone.utc)
            STORE.update("purpose", {"next_at": next_month(row["granted_at"], after)}, row["id"])


def begin(item):
    """Writes an attempt down before there is a connection, if its item may still leave."""
    with STORE.transaction():
        row, item = STORE.purpose(item["purpose"]), STORE.one("SELECT * FROM outbox WHERE id = ?", item["id"])
        report = item and item["kind"] == "report"
        if not item or report and not (allowed(row) and item["pseudonym"] in (None, row["pseudonym"])):
            return None
        url = f"{VENDOR_URL}/v1/{item['purpose'] if report else 'erasures'}"
        made = STORE.write(row["id"], SENDING[row["id"]]["begin"][item["kind"]], {
            "$now": now(), "$url": url, "$outbox.size": len(item["body"]), "$outbox.digest": digest(item["body"]),
            "$outbox.body": item["body"], "$outbox.pseudonym": item["pseudonym"], "$outbox.attempts+1": item["attempts"] + 1}, item["id"])
        attempt = made["$uuid.1"]
        STORE.update("outbox", {"attempt": attempt}, item["id"])
        OPEN[attempt] = {"purpose": row["id"], "report": report, "aborted": False}
        return item, url, attempt


def ended(attempt, outcome, status, tls, deleted):
    """Writes down how an attempt ended, and what becomes of what was sent."""
    item = STORE.one("SELECT * FROM outbox WHERE attempt = ?", attempt["id"])
    for row in SENDING[attempt["purpose"]]["end"]:
        same = row["outcome"] == outcome if status is None else any(a <= status <= b for a, b in row["statuses"] or [])
        fits_too = row.get("counted", deleted is not None) == (deleted is not None) and row.get("tls", tls) == tls
        if row["kind"] == attempt["kind"] and same and fits_too:
            break
    change, tries = row["change"], item["attempts"] if item else 1
    wait = min(3600, 5 * 2 ** (tries - 1)) * (0.5 + random.random() / 2)
    if not item:  # it was dropped meanwhile: only the attempt itself is told of
        change = {"purpose": {name: one for name, one in change.get("purpose", {}).items() if name.startswith("last_")}}
    STORE.update("transmission", {"outcome": row["outcome"], "status": status, "signature": status and "unchecked"}, attempt["id"])
    STORE.write(attempt["purpose"], change, {"$now": now(), "$backoff": now(wait), "$transmission.at": attempt["at"],
                "$answer.deleted": deleted, "$tls": tls, "$outbox.pseudonym": item and item["pseudonym"]}, item and item["id"])
    if item and item["kind"] == "erasure" and row["outcome"] == "accepted":  # with this the UUID is gone from the file too
        consent = STORE.one("SELECT consent FROM deletion WHERE id = ?", item["id"])[0]
        confirmed = {"$now": now(), "$deletion.consent": consent, "$store.erasure": "overwritten"}
        STORE.write(attempt["purpose"], SENDING[attempt["purpose"]]["confirm"], confirmed, item["id"])


def deliver(item, lane):
    try:
        begun = begin(item)
        if begun:
            item, url, attempt = begun
            result = post(url, item["body"], OPEN[attempt])
            with STORE.transaction():
                ended(STORE.one("SELECT * FROM transmission WHERE id = ?", attempt), *result)
            del OPEN[attempt]
    except Exception:
        traceback.print_exc()
    finally:
        LANES.discard(lane)
        WAKE.set()


def post(url, body, own):
    """One exchange over TLS with the vendor's authority and no other; ends by a reset."""
    target, data, tls, end = urllib.parse.urlsplit(url), b"", "not-reached", time.monotonic() + SEND_SECONDS
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(VENDOR_CA)
    try:
        with socket.create_connection((target.hostname, target.port or 443), timeout=10) as plain:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            with context.wrap_socket(plain, server_hostname=target.hostname) as secure:
                tls, lines = "verified", [f"{name}: {value}\r\n" for name, value in headers_of(digest(body)).items()]
                if own["aborted"]:
                    raise TimeoutError
                secure.sendall(f"POST {target.path} HTTP/1.1\r\n{''.join(lines)}Content-Length: {len(body)}\r\n\r\n".encode() + body)
                secure.settimeout(0.1)
                while len(data) < 65536 and time.monotonic() < end and not own["aborted"]:
                    with contextlib.suppress(TimeoutError, socket.timeout):
                        more = secure.recv(65536)
                        data += more
                        if not more:
                            break
    except ssl.SSLCertVerificationError:
        tls = "tls-pin-mismatch"
    except OSError:
        pass
    status, deleted = read_answer(data)
    if status:
        return "accepted" if status < 300 else "rejected", status, tls, deleted
    outcome = tls if tls == "tls-pin-mismatch" else "aborted" if own["aborted"] else "unreachable"
    return outcome, None, tls, None


def read_answer(data):
    """The status, and how much an erasure's answer says was deleted."""
    answer = http.client.HTTPResponse(type("Read", (), {"makefile": lambda *_: io.BytesIO(data)})())
    try:
        answer.begin()
    except (http.client.HTTPException, OSError, ValueError):
        return None, None
    if not 200 <= answer.status <= 599:
        return None, None
    try:
        deleted = json.loads(answer.read()).get("deleted")
        return answer.status, deleted if type(deleted) is int and deleted >= 0 else None
    except (http.client.HTTPException, ValueError, AttributeError):
        return answer.status, None


def tick():
    """Queues what is due, and sends what waits."""
    queue_monthly()
    for item in STORE.all("SELECT * FROM outbox WHERE next_attempt_at <= ? ORDER BY number", now()):
        lane = item["pseudonym"] or item["purpose"]
        if lane not in LANES:
            LANES.add(lane)
            threading.Thread(target=deliver, args=(item, lane), daemon=True).start()


def send_for_ever():
    while True:
        try:
            tick()
        except Exception:
            traceback.print_exc()
        WAKE.wait(0.5)
        WAKE.clear()


# --- HTTP --------------------------------------------------------------------------------------------


def names_tag(header, own):
    """Whether If-None-Match names a tag, compared weakly, whatever a proxy made of it."""
    return header.strip() == "*" or any(
        tag.startswith(own[1:-1]) and not CODINGS.sub("", tag[len(own) - 2:]) for tag in tags(header))


def answer(value, status=200, etag=None, kind="application/json"):
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return status, {"Content-Type": kind, "Cache-Control": "no-store", "ETag": etag or content_tag(body)}, body


def answer_bytes(body, kind=None):
    tag = content_tag(f"{kind} {digest(body)}".encode())
    return 200, {"Content-Type": "application/json", "Cache-Control": "no-store, no-transform", "Repr-Digest": digest(body),
                 "ETag": tag, **({"Klartext-Payload": kind} if kind else {})}, body


def content_tag(content):
    return f'"{digest(content)[9:-1]}"'


def problem_of(problem):
    told = {name: PROBLEMS[problem.code][name] for name in ("type", "status", "title")}
    status, headers, body = answer({**told, **({"detail": problem.detail} if problem.detail else {})}, told["status"])
    return status, {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}, body


def page(table, tell_one, query):
    after = query.get("after", [None])[-1]
    if after is not None and not re.fullmatch(r"[0-9]{1,15}", after):
        raise Problem("malformed-body", "Give `after` the `next` of the page before.")
    rows = STORE.all(f"SELECT * FROM {table} WHERE number < ? ORDER BY number DESC LIMIT ?", int(after or 10**15), PAGE + 1)
    following = str(rows[PAGE - 1]["number"]) if len(rows) > PAGE else None
    return answer({"entries": [tell_one(row) for row in rows[:PAGE]], "next": following})


def find(table, ident):
    row = STORE.one(f"SELECT * FROM {table} WHERE id = ?", ident)
    if not row:
        raise Problem("not-found")
    return row


def bytes_of(table, ident, column, was_there):
    row = find(table, ident)
    if row[column] is None:
        raise Problem("gone" if was_there(row) else "not-found")
    return answer_bytes(row[column])


def answer_decision(told, status=200):
    return answer(told, status, f'"{told["sequence"]}"')


def get_text(ask):
    text = STORE.one("SELECT markdown FROM policy_text WHERE digest = ?", ask["digest"])
    if not text:
        raise Problem("not-found")
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": f'"{ask["digest"]}"'}
    return 200, {"Content-Type": "text/markdown; charset=utf-8", **kept}, text[0].encode()


def get_purposes(ask):
    with STORE.transaction():
        store = {**dict(STORE.one("SELECT * FROM store")), "erasure": "overwritten", "number": None, "head": None}
        purposes = {one: tell_purpose(STORE.purpose(one)) for one in PURPOSES}
    return answer({"viewer": ask["who"], "store": store, "purposes": purposes})


def take(ask, body):
    if body["decision"] == "withdrawn":
        return withdraw(ask)
    command = {"granted": "grant", "refused": "refuse"}[body["decision"]]
    return answer_decision(decide(ask["purpose"], command, ask["who"], ask["via"], body, ask["headers"].get("If-Match")))


def withdraw(ask):
    purpose = ask["purpose"]
    told = decide(purpose, "withdraw", ask["who"], ask["via"])
    for own in list(OPEN.values()):
        own["aborted"] = own["aborted"] or own["report"] and own["purpose"] == purpose
    WAKE.set()
    end = time.monotonic() + 4
    while STORE.open_sends(purpose) and time.monotonic() < end:
        time.sleep(0.05)
    owed = STORE.one("SELECT 1 FROM deletion WHERE purpose = ? AND confirmed_at IS NULL", purpose)
    return answer_decision(told, 202 if owed or STORE.open_sends(purpose) else 200)


def get_receipt(ask):
    row = find("decision_log", ask["id"])
    if row["event"] not in RECEIPTS[row["purpose"]]:
        raise Problem("not-found")
    return answer(receipt_of(row), kind="application/ld+json")


def erase_name(ask):
    with STORE.transaction():
        for table in ("purpose", "decision_log"):
            STORE.db.execute(f"UPDATE {table} SET by_id = NULL, by_name = NULL WHERE by_id = ?", (ask["id"],))
    return answer({})


ANSWERS = {  # of each route of endpoints.json; there is no chain, so `getLog` is not found
    "getPolicy": lambda ask: answer(POLICY), "getPolicyText": get_text, "getPurposes": get_purposes,
    "getDecision": lambda ask: answer_decision(tell("decision", STORE.purpose(ask["purpose"]))),
    "putDecision": lambda ask: take(ask, ask["read"]("decisionRequest")), "withdraw": withdraw,
    "postDecision": lambda ask: take(ask, ask["read"]("postedDecision")),
    "getPayload": lambda ask: answer_bytes(*shown(STORE.purpose(ask["purpose"]), value_or_problem(ask["purpose"]))),
    "getDecisions": lambda ask: page("decision_log", tell_entry, ask["query"]),
    "getTransmissions": lambda ask: page("transmission", tell_attempt, ask["query"]),
    "getDecisionPayload": lambda ask: bytes_of("decision_log", ask["id"], "payload", lambda row: row["payload_digest"]),
    "getTransmissionBody": lambda ask: bytes_of("transmission", ask["id"], "body", lambda row: True),
    "getReceipt": get_receipt, "eraseName": erase_name}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version, server_version, sys_version, timeout, wbufsize = "HTTP/1.1", "panel", "", 60, 65536

    def log_message(self, *_):  # nothing is kept of who asked
        pass

    def __getattr__(self, name):  # every method is answered, by a problem document if it has to be
        if name.startswith("do_"):
            return self.respond
        raise AttributeError(name)

    def respond(self):
        length = self.headers.get("Content-Length") or "0"
        self.unread = int(length) if re.fullmatch(r"[0-9]{1,15}", length) else 10**15
        try:
            status, headers, body = self.route()
        except Problem as problem:
            status, headers, body = problem_of(problem)
        except Exception as error:
            traceback.print_exc()
            broken = isinstance(error, sqlite3.Error)
            status, headers, body = problem_of(Problem("store-unavailable" if broken else "internal-error"))
        reads = self.command in ("GET", "HEAD")
        if reads and status == 200 and names_tag(self.headers.get("If-None-Match", ""), headers["ETag"]):
            status, body = 304, b""
            headers = {name: value for name, value in headers.items() if name not in ("Content-Type", "Repr-Digest")}
        self.send_response(status)
        for name, value in {**headers, **({} if status == 304 else {"Content-Length": len(body)})}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)
        self.wfile.flush()
        # What is left of a body is read, up to a bound: a reset would lose the answer.
        self.close_connection |= self.unread > 8 * 1024 * 1024 or "Transfer-Encoding" in self.headers
        while self.unread > 0 and not self.close_connection:
            more = self.rfile.read(min(self.unread, 65536))
            self.unread -= len(more)
            self.close_connection = not more

    def guard(self):
        hosts, own = self.headers.get_all("Host", []), urllib.parse.urlsplit(ORIGIN)
        default = "" if own.port else ":443" if own.scheme == "https" else ":80"
        if len(hosts) != 1 or hosts[0].lower() not in (own.netloc.lower(), own.netloc.lower() + default):
            raise Problem("host-not-served", f"The request names {hosts}. Allowed: {ORIGIN}.")
        site = self.headers.get("Sec-Fetch-Site")
        same = self.headers.get("Origin") == ORIGIN if site is None else site == "same-origin"
        if self.command not in ("GET", "HEAD", "OPTIONS") and not same:
            raise Problem("cross-site", f"Allowed: Sec-Fetch-Site same-origin or, without it, the Origin {ORIGIN}.")

    def route(self):
        self.guard()
        raw, _, query = self.path.partition("?")
        path = raw[len(BASE):] if raw.startswith(f"{BASE}/") else ""
        is_open = path == "/policy" or path.startswith("/policy/")
        who = None if is_open else viewer(self.headers)
        if not who and not is_open:
            raise Problem("not-signed-in")
        method = "GET" if self.command == "HEAD" else self.command
        found = [(one, pattern.fullmatch(path)) for one, pattern in ROUTES if one["method"] == method]
        route, match = next(((one, match) for one, match in found if match), (None, None))
        parts = {name: urllib.parse.unquote(value) for name, value in match.groupdict().items()} if match else {}
        if not match or route["id"] not in ANSWERS or "purpose" in parts and parts["purpose"] not in PURPOSES:
            raise Problem("not-found")
        if route["guard"] == "deciding" and not who["mayDecide"]:
            raise Problem("not-permitted")
        via = self.headers.get("Klartext-Via")
        return ANSWERS[route["id"]]({
            **parts, "who": who, "headers": self.headers, "read": self.read_body,
            "via": via if via in ("page", "command", "file") else None,
            "query": urllib.parse.parse_qs(query, keep_blank_values=True)})

    def read_body(self, schema):
        if self.unread > BODY_LIMIT:
            raise Problem("body-too-large", f"At most {BODY_LIMIT} bytes.")
        body, self.unread = self.rfile.read(self.unread), 0
        if self.headers.get("Content-Type", "").split(";")[0].strip().lower() != "application/json":
            raise Problem("media-type-not-supported", "Send application/json.")
        try:
            value = json.loads(body.decode("utf-8"))
        except (ValueError, RecursionError):
            raise Problem("malformed-body", "The body is not JSON in UTF-8.") from None
        if not isinstance(value, dict) or not fits(REQUESTS[schema], value):
            raise Problem("malformed-body", "The body is not what the schema says.")
        return value


if __name__ == "__main__":
    if sys.argv[1:] == ["crash"]:
        with STORE.transaction():
            enqueue("crash-reports", value_of("crash-reports"))
    else:
        start()
        if VENDOR_URL:
            threading.Thread(target=send_for_ever, daemon=True).start()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Handler)
        print(f"Listening for {ORIGIN}", flush=True)
        server.serve_forever()
