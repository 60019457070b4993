import { request } from "node:https";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { makeReceiverIdentities } from "./receiverIdentities.ts";
import { startReceiver } from "./startReceiver.ts";

async function start() {
  const host = "127.0.0.1";
  const folder = join(await makeFolder(), "receiver");
  const identities = await makeReceiverIdentities(folder, host);
  const receiver = await startReceiver({ identities, host, port: 0 });
  onTestFinished(receiver.close);
  return receiver;
}

type Started = Awaited<ReturnType<typeof start>>;

function send({ url }: Started, body: string): Promise<number | string> {
  return new Promise((resolve) => {
    const outgoing = request(
      `${url}/v1/a?b=%20`,
      {
        method: "POST",
        rejectUnauthorized: false,
        agent: false,
        headers: { "X-One": "1" },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.on("error", ({ message }) => resolve(message));
    outgoing.end(body);
  });
}

test("what arrives is written down as it came, with what it was answered", async () => {
  const receiver = await start();
  receiver.answerWith(() => ({ status: 503 }));

  expect(await send(receiver, "ä\n")).toBe(503);
  const [arrival] = receiver.arrivals;
  expect(arrival).toMatchObject({ method: "POST", target: "/v1/a?b=%20", text: "ä\n" });
  expect(arrival?.headers).toContainEqual(["X-One", "1"]);
  expect(arrival?.status()).toBe(503);
  expect(receiver.connections[0]?.bytes()).toBeGreaterThan(3);
});

test("one that hangs is answered later, once, and one that is cut never", async () => {
  const receiver = await start();
  receiver.answerWith(() => "hang");
  const answered = send(receiver, "");
  await expect.poll(() => receiver.arrivals.length).toBe(1);
  expect(receiver.arrivals[0]?.endedAt()).toBeUndefined();
  receiver.arrivals[0]?.answer({ status: 200 });
  receiver.arrivals[0]?.answer({ status: 500 });
  receiver.answerWith(() => "cut");

  expect(await answered).toBe(200);
  expect(await send(receiver, "")).toBe("socket hang up");
  expect(receiver.arrivals[1]?.status()).toBeNull();
});

test("a connection that says nothing is counted, and does not hinder the end", async () => {
  const receiver = await start();
  const socket = connect(Number(new URL(receiver.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await expect.poll(() => receiver.connections.length).toBe(1);
  expect(receiver.connections[0]?.bytes()).toBe(0);

  await receiver.close();
  await expect.poll(() => receiver.connections[0]?.isOver()).toBe(true);
});
