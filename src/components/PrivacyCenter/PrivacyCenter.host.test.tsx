import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createInstance } from "i18next";
import { StrictMode } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { afterEach, describe, expect, test, vi } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { clearPage } from "../../../test/support/throughIntermediary.tsx";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const policy = policyInForce("2025-07-24");

const purpose = "server-statistics";

afterEach(clearPage);

describe("two centres on one page", () => {
  test.each([
    ["each with a cache of its own", undefined],
    ["over one cache of the host's", new QueryClient()],
  ])("with two base URLs do not mix, %s", async (_name, queryClient) => {
    const panels = ["a", "b"].map((server) =>
      createFakePanel({ policy, baseUrl: `/servers/${server}/privacy` }),
    );
    render(
      panels.map(({ baseUrl, fetch }) => (
        <article key={baseUrl} aria-label={new URL(baseUrl).pathname}>
          <PrivacyCenter
            policy={policy}
            language="en"
            baseUrl={new URL(baseUrl).pathname}
            fetch={fetch}
            {...(queryClient ? { queryClient } : {})}
          />
        </article>
      )),
    );
    const rootOf = (server: string) =>
      screen.getByRole("article", { name: `/servers/${server}/privacy` });
    const first = await settledCard(undefined, rootOf("a"));
    const second = await settledCard(undefined, rootOf("b"));

    await userEvent.click(first.toggle());

    await waitFor(() => expect(first.toggle().checked).toBe(true));
    expect(second.toggle().checked).toBe(false);
    expect(panels[1]?.state().purposes[purpose]?.decision.status).toBe("undecided");
    expect(panels[1]?.requests.every(({ path }) => path !== undefined)).toBe(true);
  });

  test("have no id twice", async () => {
    const { fetch } = createFakePanel({ policy });
    const { container } = render(
      [1, 2].map((key) => (
        <PrivacyCenter key={key} policy={policy} language="en" fetch={fetch} />
      )),
    );
    await waitFor(() => expect(screen.getAllByRole("switch")).toHaveLength(4));
    const ids = [...container.querySelectorAll("[id]")].map(({ id }) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe("what belongs to the host", () => {
  test("its QueryClient around the centre stays empty", async () => {
    const hosts = new QueryClient();
    render(
      <QueryClientProvider client={hosts}>
        <PrivacyCenter
          policy={policy}
          language="en"
          fetch={createFakePanel({ policy }).fetch}
        />
      </QueryClientProvider>,
    );
    const card = await settledCard();
    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.toggle().checked).toBe(true));

    expect(hosts.getQueryCache().getAll()).toEqual([]);
    expect(hosts.getMutationCache().getAll()).toEqual([]);
  });

  test("its QueryClient stays empty also where it is handed over", async () => {
    const shared = new QueryClient();
    render(
      <PrivacyCenter
        policy={policy}
        language="en"
        queryClient={shared}
        fetch={createFakePanel({ policy }).fetch}
      />,
    );
    await settledCard();

    expect(shared.getQueryCache().getAll()).toEqual([]);
  });

  test("its i18next is neither spoken nor changed", async () => {
    const hosts = createInstance();
    await hosts.init({
      lng: "fr",
      resources: { fr: { translation: { hello: "Bonjour" }, interface: { on: "Oui" } } },
    });
    const before = JSON.stringify(hosts.store.data);
    render(
      <I18nextProvider i18n={hosts}>
        <Greeting />
        <PrivacyCenter
          policy={policy}
          language="de"
          fetch={createFakePanel({ policy }).fetch}
        />
        <Greeting />
      </I18nextProvider>,
    );
    await screen.findAllByRole("switch");

    expect(screen.getAllByText("Bonjour")).toHaveLength(2);
    expect(screen.queryByText("Oui")).toBeNull();
    expect([hosts.language, JSON.stringify(hosts.store.data)]).toEqual(["fr", before]);
  });

  test("its page gets no style, no title and nothing stored but what security.md lists", async () => {
    const { unmount } = render(
      <PrivacyCenter
        policy={policy}
        language="en"
        fetch={createFakePanel({ policy }).fetch}
      />,
    );
    await settledCard();

    expect(document.title).toBe("");
    expect(document.head.childElementCount).toBe(0);
    expect([localStorage.length, document.cookie]).toEqual([0, ""]);
    // How far the panel's store was, for as long as the tab is open.
    expect(Object.keys(sessionStorage)).toEqual([
      "klartext:seen:http://localhost:3000/api/privacy",
    ]);
    unmount();
    expect(document.body.textContent).toBe("");
  });
});

describe("a centre that has gone", () => {
  test("asks no more, and leaves no timer once its cache is dropped", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const panel = createFakePanel({ policy });
    const { unmount } = render(
      <PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />,
    );
    await settledCard();
    unmount();
    const asked = panel.requests.length;

    await vi.advanceTimersByTimeAsync(600_000);

    expect(panel.requests).toHaveLength(asked);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("gives up what it was reading", async () => {
    const panel = createFakePanel({ policy });
    const signals: (AbortSignal | null | undefined)[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      signals.push(init?.signal);
      return panel.fetch(input, init);
    };
    panel.fault({ type: "held", moment: "answer", times: 10 });
    const { unmount } = render(
      <PrivacyCenter policy={policy} language="en" fetch={fetch} />,
    );
    await waitFor(() => expect(signals).toHaveLength(2));

    unmount();

    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  });

  test("leaves the host's page as it was, in strict mode too", async () => {
    const panel = createFakePanel({ policy });
    const { unmount } = render(
      <StrictMode>
        <PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />
      </StrictMode>,
    );
    const card = await settledCard();
    await userEvent.click(card.toggle());
    await waitFor(() => expect(card.toggle().checked).toBe(true));
    unmount();

    expect(panel.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });
});

/** A part of the host that speaks the host's words. */
function Greeting() {
  const { t } = useTranslation();
  return <p>{t("hello")}</p>;
}
