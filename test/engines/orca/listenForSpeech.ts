import { createServer, type Server } from "node:net";
import { createInterface } from "node:readline";

/** What a client of the Speech Synthesis Interface Protocol is answered, by its command. */
const answers: Readonly<Record<string, readonly string[]>> = {
  SPEAK: ["230 OK RECEIVING DATA"],
  CHAR: ["225-0", "225 OK MESSAGE QUEUED"],
  KEY: ["225-0", "225 OK MESSAGE QUEUED"],
  HISTORY: ["245-1", "245 OK CLIENT ID SENT"],
  GET: ["251-0", "251 OK GET RETURNED"],
  "LIST OUTPUT_MODULES": ["250-log", "250 OK MODULE LIST SENT"],
  "LIST SYNTHESIS_VOICES": ["249-log\ten\tnone", "249 OK VOICE LIST SENT"],
  QUIT: ["231 HAPPY HACKING"],
};

/**
 * Stands in for speech-dispatcher on a socket, and calls `onSentence` with each sentence that
 * would be spoken. It speaks at once, so nothing is lost to a key that comes too early.
 */
export function listenForSpeech(
  socketPath: string,
  onSentence: (sentence: string) => void,
): Server {
  let spoken = 0;
  return createServer((socket) => {
    const answer = (lines: readonly string[]) =>
      socket.write(lines.map((line) => `${line}\r\n`).join(""));
    let data: string[] | undefined;
    socket.on("error", () => socket.destroy());
    createInterface({ input: socket }).on("line", (line) => {
      if (data && line !== ".") {
        data.push(line.replace(/^\.\./, "."));
      } else if (data) {
        spoken += 1;
        const id = spoken;
        onSentence(plainText(data.join(" ")));
        data = undefined;
        answer([`225-${id}`, "225 OK MESSAGE QUEUED"]);
        // Orca reads on only once a sentence has ended.
        setTimeout(() => {
          const event = (code: number, name: string) => [
            `${code}-${id}`,
            `${code}-1`,
            `${code} ${name}`,
          ];
          if (socket.writable) answer([...event(701, "BEGIN"), ...event(702, "END")]);
        }, 20);
      } else {
        const [command = "", argument = ""] = line.split(" ");
        if (command === "SPEAK") data = [];
        if (command === "CHAR" || command === "KEY") onSentence(argument);
        answer(answers[`${command} ${argument}`] ?? answers[command] ?? ["200 OK"]);
      }
    });
  }).listen(socketPath);
}

function plainText(ssml: string): string {
  const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&" };
  return ssml
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(lt|gt|amp);/g, (_, name: string) => characters[name] ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
