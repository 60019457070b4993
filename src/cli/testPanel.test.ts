import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "../../test/support/freePort.ts";
import {
  answering,
  behind,
  blocking,
  caching,
  type Intermediary,
  page,
  weakTags,
  withoutRequestHeader,
} from "../../test/support/intermediaries.ts";
import { runCommandLine } from "../../test/support/runCommandLine.ts";
import { serveFake } from "../../test/support/serveFake.ts";
import { people, sessionHeader } from "../testing/index.ts";

const session = ["--header", `Cookie: ${sessionHeader(people.admin)}`];

/** Tests a panel over HTTP, through what stands before it. */
async function testBehind(
  intermediary: Intermediary,
  options: readonly string[] = session,
) {
  const panel = await serveFake({}, (fetch) => behind(intermediary, fetch));
  const run = await runCommandLine(["test-panel", panel.baseUrl, ...options]);
  return { panel, ...run };
}

/** nginx with `gzip on; gzip_proxied any; gzip_types application/json;`. */
const gzipping: Intermediary = async (passing) => {
  const response = await weakTags(passing);
  const headers = new Headers(response.headers);
  const isJson = headers.get("Content-Type") === "application/json";
  if (!isJson || response.status !== 200) return response;
  headers.set("Content-Encoding", "gzip");
  headers.delete("Content-Length");
  const bytes = gzipSync(new Uint8Array(await response.arrayBuffer()));
  return new Response(bytes, { status: 200, headers });
};

/** Lets nothing more pass once consent was given. */
function closingAfterGrant(): Intermediary {
  let isClosed = false;
  return async ({ method, pass }) => {
    if (isClosed) return page(429);
    const response = await pass();
    isClosed = method === "PUT" && response.status === 200 && (await isGrant(response));
    return response;
  };
}

async function isGrant(response: Response): Promise<boolean> {
  return (await response.clone().text()).includes('"granted"');
}

describe("klartext test-panel behind a proxy", () => {
  test("says once what the proxy changes, and no rule a second time", async () => {
    const { status, printed } = await testBehind(gzipping, [
      ...session,
      ...["--write", "--yes"],
    ]);

    expect(status).toBe(1);
    expect(printed.match(/^FAIL/gm) ?? []).toEqual([]);
    expect(printed.match(/entity tags are changed/gi)).toHaveLength(1);
    expect(printed.match(/payloads are coded/gi)).toHaveLength(1);
    expect(printed).toContain("gzip off");
    expect(printed).toContain("docs/behind-a-proxy.md");
    expect(printed).toMatch(
      /\n\d+ kept, 0 broken, \d+ broken by what is said above, \d+ not tried\.$/,
    );
  });

  test("tells what it found before it asks whether it may decide", async () => {
    const { told } = await testBehind(weakTags, [...session, "--write", "--yes"]);

    expect(told).toContain("entity tags are changed");
    expect(told.indexOf("entity tags are changed")).toBeLessThan(
      told.indexOf("Recorded:"),
    );
  });

  test("gives no consent where DELETE is blocked, and ends with 1", async () => {
    const options = [...session, "--write", "--yes"];
    const { status, printed, told, panel } = await testBehind(
      blocking(["DELETE"]),
      options,
    );

    expect(status).toBe(1);
    expect(printed.match(/^FAIL/gm) ?? []).toEqual([]);
    expect(told).not.toContain("Recorded:");
    for (const { decision } of Object.values(panel.state().purposes)) {
      expect(decision).toMatchObject({ status: "undecided", sequence: 0 });
    }
  });

  test("says in full that a consent could not be withdrawn, whatever the cause", async () => {
    const options = [...session, "--write", "--yes"];
    const { printed, panel } = await testBehind(closingAfterGrant(), options);

    expect(panel.state().purposes["crash-reports"]?.decision.status).toBe("granted");
    expect(printed.match(/^FAIL.*/gm)).toEqual([
      "FAIL       left-withdrawn: When all is over everything is withdrawn",
    ]);
  });

  test("finds alone that a proxy names the panel's own host to it", async () => {
    const { printed } = await testBehind(withoutRequestHeader("Host"));

    expect(printed.match(/^FOUND.*/gm)).toEqual([
      "FOUND      host-not-checked: A request for any host gets an answer",
    ]);
  });

  test("ends with 0 where answers only take long", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { status, printed } = await testBehind(
      ({ pass }) => {
        vi.advanceTimersByTime(2_000);
        return pass();
      },
      [...session, "--max-time", "3600"],
    );

    expect(status).toBe(0);
    expect(printed).toContain("FOUND      slow: Answers take long");
  });

  test("ends with 1 where it ran out of time", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const { status, printed } = await testBehind(
      ({ pass }) => {
        vi.advanceTimersByTime(2_000);
        return pass();
      },
      [...session, "--max-time", "60"],
    );

    expect(status).toBe(1);
    expect(printed).toMatch(/not tried because of this \(\d+\): /);
    expect(printed.match(/^FAIL/gm) ?? []).toEqual([]);
  });

  test("ends with 1 where a proxy stores answers", async () => {
    const { status, printed } = await testBehind(caching());

    expect(status).toBe(1);
    expect(printed.match(/^(pass|FAIL)/gm) ?? []).toEqual([]);
  });

  test("prints what it found in the report as JSON", async () => {
    const { status, printed } = await testBehind(weakTags, [...session, "--json"]);

    expect(status).toBe(1);
    expect(JSON.parse(printed).findings).toMatchObject([{ kind: "tag-changed" }]);
  });

  test("ends with 5 where no panel answers at this address", async () => {
    const { status, printed } = await testBehind(answering(() => page(404)));

    expect(status).toBe(5);
    expect(printed).toContain("404");
    expect(printed.match(/^(pass|FAIL)/gm) ?? []).toEqual([]);
  });

  test("ends with 6 where nobody is signed in", async () => {
    const { status, printed } = await testBehind(({ pass }) => pass(), []);

    expect(status).toBe(6);
    expect(printed).toContain('--header "Cookie: …"');
  });

  test("ends with 5 where nothing answers", async () => {
    const url = `http://127.0.0.1:${await freePort()}/api/privacy`;
    const { status, printed } = await runCommandLine(["test-panel", url, ...session]);

    expect(status).toBe(5);
    expect(printed).toContain("ECONNREFUSED");
  });
});
