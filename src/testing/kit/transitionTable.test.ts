import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { kitJson, kitText } from "../../../test/support/builtKit.ts";
import { transitions } from "../../contract/index.ts";
import type { SendingRows } from "./sendingTransitionTable.ts";
import type { TransitionTable } from "./transitionTable.ts";

describe("the table of transitions", () => {
  const table = kitJson<TransitionTable>("transitions.json");
  const rows = Object.values(table).flat();

  test("has every status and command of each purpose, as the contract has it", () => {
    for (const found of Object.values(table)) {
      for (const [from, events] of Object.entries(transitions)) {
        for (const [command, next] of Object.entries(events)) {
          const told = found
            .filter((row) => row.from === from && row.command === command)
            .map((row) => ("problem" in row ? row.problem : row.to));
          expect([...new Set(told)]).toEqual([next]);
        }
      }
    }
  });

  test("writes columns alone that the tables have", () => {
    const store = new Database(":memory:");
    store.exec(kitText("store.sql"));
    const columnsOf = (name: string) =>
      (store.pragma(`table_info(${name})`) as { name: string }[]).map((row) => row.name);
    const sending = Object.values(kitJson<Record<string, SendingRows>>("sending.json"));
    const changes = [
      ...rows.flatMap((row) => ("problem" in row ? [] : [row])),
      ...sending.flatMap(({ begin, end, confirm }) => [
        ...Object.values(begin),
        ...end.map(({ change }) => change),
        ...(confirm ? [confirm] : []),
      ]),
    ];
    const used = (part: "decision_log" | "outbox" | "deletion" | "transmission") =>
      new Set(changes.flatMap((change) => (change[part] ?? []).flatMap(Object.keys)));

    expect(columnsOf("purpose")).toEqual(
      expect.arrayContaining(changes.flatMap(({ purpose = {} }) => Object.keys(purpose))),
    );
    for (const part of ["decision_log", "outbox", "deletion", "transmission"] as const) {
      expect(columnsOf(part)).toEqual(expect.arrayContaining([...used(part)]));
    }
    store.close();
  });

  test("asks for an erasure where a send was begun under the UUID, and else forgets it", () => {
    const of = (attempted: boolean) =>
      table["server-statistics"]?.find(
        ({ from, command, when }) =>
          from === "granted" &&
          command === "withdraw" &&
          when?.some((one) => one.attempted === attempted && one.suspended === null),
      );

    expect(of(false)).not.toHaveProperty("outbox");
    expect(of(false)).toMatchObject({ forget: ["$before.pseudonym"] });
    expect(of(true)).toMatchObject({
      outbox: [{ kind: "erasure", pseudonym: "$before.pseudonym", body: "$erasure" }],
      deletion: [{ id: "$uuid.2", consent: "$before.consent", state: "under-way" }],
      forget: ["$before.pseudonym"],
    });
  });

  test("says where each value comes from, and holds none of those it was made with", () => {
    expect(kitText("transitions.json")).not.toMatch(/viewer"|Viewer"|2026|[0-9a-f]{8}-/);
    expect(kitText("sending.json")).not.toMatch(/2026|[0-9a-f]{8}-|sha-256/);
  });
});
