import { createSyncStoragePersister } from "@tanstack/query-sync-storage-persister";
import { type DefaultOptions, QueryCache, QueryClient } from "@tanstack/react-query";
import {
  PersistQueryClientProvider,
  type PersistQueryClientProviderProps,
} from "@tanstack/react-query-persist-client";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { createFakePanel, people } from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";

const policy = liveConfigPolicy();
const purpose = "server-statistics";
const key = "hosts-cache";

afterEach(() => localStorage.clear());

const persister = () =>
  createSyncStoragePersister({ storage: localStorage, key, throttleTime: 0 });

const persisted = () => localStorage.getItem(key) ?? "";

type PersistOptions = PersistQueryClientProviderProps["persistOptions"];

/** A host that keeps its cache in the browser's storage, with a centre that shares it. */
function show(
  panel = createFakePanel({ policy }),
  queryClient = new QueryClient(),
  options: Partial<PersistOptions> = {},
) {
  const view = render(
    <PersistQueryClientProvider
      client={queryClient}
      persistOptions={{ persister: persister(), ...options }}
    >
      <PrivacyCenter
        policy={policy}
        language="en"
        queryClient={queryClient}
        fetch={panel.fetch}
      />
    </PersistQueryClientProvider>,
  );
  return { panel, queryClient, view };
}

describe("a host's persister", () => {
  test.each<[string, Partial<PersistOptions>]>([
    ["as it comes", {}],
    [
      "that keeps every query",
      { dehydrateOptions: { shouldDehydrateQuery: () => true } },
    ],
  ])("%s gets no byte, name, digest or pseudonym", async (_name, options) => {
    const panel = createFakePanel({ policy });
    panel.decideAs(people.admin2, purpose, "grant");
    const { pseudonym } = panel.state().purposes[purpose] ?? {};
    const { queryClient } = show(panel, new QueryClient(), options);
    const card = await settledCard();
    const digest = card.digestShown();
    await userEvent.click(
      screen.getByRole("button", { name: "History: Server statistics" }),
    );
    await screen.findByRole("button", { name: /^Show receipt: / });
    queryClient.setQueryData(["hosts own"], "what the host keeps");
    await waitFor(() => expect(persisted()).toContain("the host keeps"));

    const kept = persisted();
    for (const secret of [pseudonym, digest, "Admin", "bytes", "klartext", '"0":']) {
      expect(kept).not.toContain(secret);
    }
  });

  test("that comes back with anything makes no page white", async () => {
    const base = new URL("/api/privacy", location.href).href;
    const poison = new QueryClient();
    for (const name of ["purposes", "policy", "transmissions", "decisions"]) {
      poison.setQueryData(["klartext", base, name], { 0: 123, bytes: {}, pages: null });
    }
    for (const id of ["crash-reports", purpose]) {
      poison.setQueryData(["klartext", base, "payload", id], {
        bytes: { 0: 123, 1: 10 },
        check: { status: "matches", digest: "sha-256=:x:" },
        kind: "next",
      });
    }
    const before = render(
      <PersistQueryClientProvider
        client={poison}
        persistOptions={{ persister: persister() }}
      >
        <p>Before the reload</p>
      </PersistQueryClientProvider>,
    );
    await act(async () => {});
    poison.setQueryData(["hosts own"], "what the host keeps");
    await waitFor(() => expect(persisted()).toContain("the host keeps"));
    before.unmount();

    show();

    expect((await settledCard()).bytesShown()).toContain("distribution");
  });
});

describe("a host's cache", () => {
  const hostile: readonly (readonly [string, DefaultOptions])[] = [
    ["throws errors into the page", { queries: { throwOnError: true } }],
    ["is switched off", { queries: { enabled: false } }],
    ["makes something else of data", { queries: { select: () => undefined } }],
    ["takes every key for the same", { queries: { queryKeyHashFn: () => "one" } }],
    ["never asks again", { queries: { staleTime: "static", refetchInterval: false } }],
    ["repeats what fails", { queries: { retry: true, retryDelay: 1 } }],
    ["gives what it likes first", { queries: { initialData: { viewer: null } } }],
    ["shares what is alike", { queries: { structuralSharing: () => ({}) } }],
    [
      "reads through a persister",
      { queries: { persister: async () => ({ from: "storage" }) as never } },
    ],
  ];

  test.each(hostile)("that %s changes nothing here", async (_name, defaultOptions) => {
    show(undefined, new QueryClient({ defaultOptions }));
    const card = await settledCard();

    await userEvent.click(card.toggle());

    await waitFor(() => expect(card.toggle().checked).toBe(true));
  });

  test("that throws errors does not when the panel is down", async () => {
    const onError = vi.fn();
    const queryClient = new QueryClient({
      queryCache: new QueryCache({ onError }),
      defaultOptions: { queries: { throwOnError: true, retry: 3 } },
    });
    const panel = createFakePanel({ policy });
    panel.fault({ type: "dropped", moment: "request", times: 100 });
    show(panel, queryClient);

    expect(await screen.findByText(/The panel does not answer/)).toBeDefined();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Privacy");
    expect(onError).not.toHaveBeenCalled();
  });

  test.each<[string, (queryClient: QueryClient) => unknown]>([
    ["cleared", (client) => client.clear()],
    ["reset", (client) => client.resetQueries()],
    ["emptied of data", (client) => client.setQueriesData({}, () => null)],
    ["told to ask anew", (client) => client.invalidateQueries()],
    ["given other defaults", (client) => client.setDefaultOptions({ queries: {} })],
  ])("that is %s leaves the page as it is", async (_name, change) => {
    const { queryClient } = show();
    const card = await settledCard();

    await act(async () => change(queryClient));

    expect(card.bytesShown()).toContain("distribution");
    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.toggle().checked).toBe(true));
  });

  test("that two centres share lets them ask once for both", async () => {
    const panel = createFakePanel({ policy });
    const queryClient = new QueryClient();
    const centre = (
      <PrivacyCenter
        policy={policy}
        language="en"
        queryClient={queryClient}
        fetch={panel.fetch}
      />
    );
    render(
      <>
        {centre}
        {centre}
      </>,
    );
    await waitFor(() => expect(screen.getAllByRole("switch")).toHaveLength(4));

    expect(panel.requests.filter(({ path }) => path === "/purposes")).toHaveLength(1);
  });
});
