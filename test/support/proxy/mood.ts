/** What a proxy says in place of the panel. */
export interface OwnAnswer {
  readonly status: number;
  /**
   * A page for people, JSON of some other program, or a problem document that names no
   * problem (RFC 9457 § 4.2.1).
   */
  readonly body: "html" | "json" | "blank-problem";
  /** In seconds (RFC 9110 § 10.2.3). */
  readonly retryAfter?: number;
}

/** Before the panel hears a request, or after it has done what was asked. */
export type Moment = "request" | "answer";

/** The exchanges that a mood is about, by method and by the end of their path. */
interface Exchanges {
  readonly methods?: readonly string[];
  readonly path?: string;
}

/** What a proxy does to an exchange. Each is something that one in use has been seen to do. */
export type MoodKind =
  | { readonly type: "passes" }
  /** Makes entity tags weak, as nginx does, or names the coding in them, as Apache does. */
  | { readonly type: "rewrites-tags"; readonly as: "weak" | "suffixed" }
  /** Codes what it hands on with gzip, and makes its tags weak (RFC 9110 § 8.4). */
  | { readonly type: "compresses" }
  /** Answers by itself: a firewall, a page to sign in, a panel that is not reached. */
  | { readonly type: "answers"; readonly with: OwnAnswer; readonly moment: Moment }
  /** Answers by itself in place of the panel's errors, with its status unless given. */
  | {
      readonly type: "replaces-errors";
      readonly with: Omit<OwnAnswer, "status"> & { readonly status?: number };
    }
  | {
      readonly type: "redirects";
      readonly to: "same-origin" | "other-origin";
      readonly moment: Moment;
    }
  /** Keeps answers that nobody may keep, and gives them again for a while. */
  | {
      readonly type: "caches";
      readonly by: "path" | "path-and-query";
      readonly seconds: number;
      /** By what one can see that an answer is old. */
      readonly tells: "Age" | "Date" | "nothing";
    }
  | {
      readonly type: "drops-header";
      readonly from: "request" | "answer";
      readonly header: string;
    }
  /** Lets nothing go on until it changes its mood. */
  | { readonly type: "holds"; readonly moment: Moment }
  /** Takes so many requests in so many seconds, and answers all others by itself. */
  | {
      readonly type: "limits-rate";
      readonly requests: number;
      readonly seconds: number;
      readonly with: OwnAnswer;
    }
  /** Sends a request a second time, and hands on the second answer. */
  | { readonly type: "sends-twice" }
  | { readonly type: "hangs-up"; readonly moment: Moment };

export type Mood = MoodKind & {
  /** @default every exchange; of `caches`, each GET; of `sends-twice`, each write. */
  readonly on?: Exchanges;
};

export const writing: readonly string[] = ["PUT", "DELETE", "POST"];

/** Whether a mood is about an exchange. */
export function concerns(mood: Mood, method: string, path: string): boolean {
  const { methods = methodsOf(mood), path: end = "" } = mood.on ?? {};
  return (methods === undefined || methods.includes(method)) && path.endsWith(end);
}

function methodsOf({ type }: Mood): readonly string[] | undefined {
  if (type === "caches") return ["GET"];
  return type === "sends-twice" ? writing : undefined;
}
