import { act, cleanup, render } from "@testing-library/react";
import { vi } from "vitest";
import { PrivacyCenter } from "../../../src/components/PrivacyCenter/index.ts";
import type { PersonalAct } from "../../../src/testing/fake/decideAs.ts";
import { sessionHeader } from "../../../src/testing/fake/session.ts";
import { createFakePanel, people } from "../../../src/testing/index.ts";
import { otherPolicy } from "../../fixtures/otherPolicy.ts";
import { createFaultProxy } from "./createFaultProxy.ts";
import { fetchThrough } from "./fetchThrough.ts";
import type { Session } from "./historySteps.ts";
import { watchDecisions } from "./watchDecisions.ts";

const purpose = "update-check";
const content = { edition: "team", schedule: { days: [1, 4], note: null } };

/** Decides elsewhere, and is never signed in on this page. */
const another = { id: "admin3", name: "Admin 3", mayDecide: true };

/** Lets time pass for whatever waits for it. */
export async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

/** A page in jsdom with a proxy before a fake panel, whose policy has one small purpose. */
export function openWorld({ knowsViewer }: { readonly knowsViewer: boolean }) {
  let signedIn: Session = "admin";
  /** Whom the page around the centre knows, since it was loaded. */
  let host: Session = signedIn;
  let made = () => 0;
  const panel = createFakePanel({
    policy: otherPolicy,
    purposes: { [purpose]: { payload: { content } } },
    // No two decisions are made in one minute, so that a sentence tells of one alone.
    now: () => new Date(Date.now() + 60_000 * made()),
  });
  const decisions = watchDecisions(panel, purpose);
  made = decisions.count;
  const proxy = createFaultProxy();
  const fetch = fetchThrough(proxy, {
    panel: async (input, init) => {
      const answer = await panel.serve(input, init);
      decisions.note();
      return answer;
    },
    browserHeaders: () => ({
      "Sec-Fetch-Site": "same-origin",
      Origin: location.origin,
      ...(signedIn !== "nobody" && { Cookie: sessionHeader(people[signedIn]) }),
    }),
  });

  return {
    proxy,
    decisions,
    signedIn: () => signedIn,
    signIn: (who: Session) => {
      signedIn = who;
    },
    /** Somebody decides behind the page's back, where that is possible now. */
    decideElsewhere: (what: PersonalAct) => {
      try {
        panel.decideAs(another, purpose, what);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      decisions.note();
    },
    /** Loads the page, or loads it anew. */
    load: async () => {
      cleanup();
      host = signedIn;
      const viewer = knowsViewer && host !== "nobody" && { viewerId: people[host].id };
      render(
        <PrivacyCenter policy={otherPolicy} language="en" fetch={fetch} {...viewer} />,
      );
      await pass(100);
    },
    /** Whom the page was told of when it was loaded. */
    host: (): Session | undefined => (knowsViewer ? host : undefined),
  };
}

export type World = ReturnType<typeof openWorld>;
