import { QueryClient } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import type { PanelClient } from "../client/createClient.ts";
import { purposesQuery } from "../client/queries.ts";
import type { Purposes } from "../contract/createContract.ts";
import { liveConfigPolicy, nilUuid } from "../policy/index.ts";
import { type Privacy, PrivacyContext } from "./PrivacyContext.ts";
import type { ShownPayload } from "./usePayload.ts";
import { type ReadPurpose, usePseudonymFinding } from "./usePseudonymFinding.ts";

const policy = liveConfigPolicy();
const id = "server-statistics";
const activity = policy.activities.find(
  (one) => one.id === id,
) as ReadPurpose["activity"];

/** A consent whose bytes have zeros in the UUID's place. */
const purpose = {
  decision: { status: "granted", sequence: 1 },
  activity: { suspended: null },
} as ReadPurpose["purpose"];

const read: ReadPurpose = {
  ...{ activity, purpose, epoch: "epoch", isSettling: false },
  firstSeen: { value: 1, at: 0 },
};

/** The bytes as they were read at a moment. */
const shownAt = (readAt: number) =>
  ({
    ...{ readAt, newer: false, payload: { check: { digest: "digest" } } },
    reading: { status: "readable", places: [{ value: nilUuid }] },
  }) as unknown as ShownPayload;

function renderFinding() {
  const answers: PromiseWithResolvers<Purposes>[] = [];
  const client = { cacheKey: "panel" } as unknown as PanelClient;
  const queryClient = new QueryClient();
  const { queryKey } = purposesQuery(client);
  const queryFn = vi.fn(() => {
    const answer = Promise.withResolvers<Purposes>();
    answers.push(answer);
    return answer.promise;
  });
  queryClient.getQueryCache().build(queryClient, { queryKey, queryFn, retry: false });
  queryClient.setQueryData(queryKey, state(1));
  const privacy = { client, queryClient } as Privacy;
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PrivacyContext value={privacy}>{children}</PrivacyContext>
  );
  const { result, rerender } = renderHook(
    ({ readAt }) => usePseudonymFinding(read, shownAt(readAt)),
    { wrapper, initialProps: { readAt: 5_000 } },
  );
  return {
    ...{ answers, queryFn, result },
    readAt: (readAt: number) => rerender({ readAt }),
  };
}

const state = (sequence: number) =>
  ({
    store: { epoch: "epoch" },
    purposes: { [id]: { decision: { sequence } } },
  }) as unknown as Purposes;

test("a finding is said once the state was read again, however often the bytes were meanwhile", async () => {
  const { answers, queryFn, result, readAt } = renderFinding();
  await waitFor(() => expect(answers).toHaveLength(1));
  for (const at of [10_000, 15_000, 20_000]) readAt(at);
  const before = result.current;
  answers[0]?.resolve(state(1));

  await waitFor(() => expect(result.current).toBe("placeholder"));
  expect(before).toBe("unconfirmed");
  expect(queryFn).toHaveBeenCalledTimes(1);
});

test("the next reading asks again where the state could not be read", async () => {
  const { answers, result, readAt } = renderFinding();
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.reject(new Error("no answer"));
  await new Promise((resolve) => setTimeout(resolve));
  readAt(10_000);
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.resolve(state(1));

  await waitFor(() => expect(result.current).toBe("placeholder"));
});

test("nothing is said where the state is another by then", async () => {
  const { answers, result } = renderFinding();
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.resolve(state(2));
  await new Promise((resolve) => setTimeout(resolve));

  expect(result.current).toBe("unconfirmed");
});
