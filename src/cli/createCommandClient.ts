import { createClient, type PanelClient } from "../client/index.ts";
import { createContract } from "../contract/createContract.ts";
import type { DecisionWay } from "../contract/fields.ts";
import type { CommandWords } from "../i18n/createCommandWords.ts";
import type { Policy } from "../policy/index.ts";
import type { Options } from "./parseOptions.ts";
import { readConfig } from "./readConfig.ts";
import { readHeaderFile, readTokenFile } from "./readSecrets.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** A panel, and the policy that it is asked about. */
export interface Connection {
  readonly client: PanelClient;
  /** The newest revision that the command knows. */
  readonly policy: Policy;
}

interface ConnectOptions {
  /** The panel API's base URL, as it was given. */
  readonly url: string;
  readonly options: Pick<Options<never, never>, "text">;
  readonly words: CommandWords;
  readonly env: Terminal["env"];
  /** By which way its decisions come. @default "command" */
  readonly via?: DecisionWay | undefined;
}

/**
 * Makes a client for the panel at a URL. Nothing is asked yet. Requests carry the `Origin`
 * of that URL, the token, and the host's own headers.
 *
 * @throws {UsageError} for a URL or a file that cannot be used.
 */
export async function createCommandClient({
  url,
  options,
  words,
  env,
  via = "command",
}: ConnectOptions): Promise<Connection> {
  const { origin } = panelUrl(url, words);
  const tokenFile = options.text("token-file") ?? (env.KLARTEXT_TOKEN_FILE || undefined);
  const headerFile = options.text("header-file");
  const token =
    tokenFile === undefined ? undefined : await readTokenFile(tokenFile, words);
  const given = headerFile === undefined ? {} : await readHeaderFile(headerFile, words);
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...given,
    origin,
  };
  const policy = await readConfig(options.text("config"));
  const client = createClient(createContract(policy), { baseUrl: url, headers }, via);
  return { client, policy };
}

/** The URL is not repeated where it holds a name or password. */
function panelUrl(url: string, words: CommandWords): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain =
    parsed !== undefined &&
    /^https?:$/.test(parsed.protocol) &&
    parsed.username === "" &&
    parsed.password === "" &&
    !/[?#]/.test(url);
  if (!isPlain) throw new UsageError(words("usage.panel-url"));
  return parsed;
}
