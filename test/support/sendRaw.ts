import { connect } from "node:net";

/** Writes these bytes to an address, and resolves with all that comes until its end. */
export function sendRaw(address: string, ...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("close", () => resolve(answer));
    for (const part of parts) socket.write(part);
  });
}

/** A request in lines, with what every request of the panel's own page has. */
export function rawRequest(
  target: string,
  host: string,
  headers: readonly string[] = [],
  body = "",
): string {
  const lines = [target, `Host: ${host}`, "Connection: close", ...headers];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
