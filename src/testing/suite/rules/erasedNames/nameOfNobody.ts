import { requestRule } from "../../defineRules.ts";
import { readPurposes } from "../../panelReading.ts";
import { erasedNamePath } from "./erasedNamePath.ts";

export const nameOfNobody = requestRule(
  {
    id: "name-of-nobody",
    title: "Erasing a name that is nowhere answers 200, and changes nothing",
    section: "docs/panel-api.md#the-requests",
    remedy: "Answer 200 whoever is named, and erase that person's name alone.",
    occasion: "leave to decide",
  },
  ["write"],
  async (context, expect) => {
    const before = await readPurposes(context);
    const history = await context.get("/decisions");
    const exchange = await context.send("DELETE", erasedNamePath("nobody-of-this-name"));
    expect(exchange, exchange.status === 200, "Status 200.");
    const after = await readPurposes(context);
    const told = (one: typeof before) =>
      JSON.stringify(Object.values(one.purposes).map(({ decision }) => decision));
    expect(exchange, told(before) === told(after), "Every decision as before.");
    const again = await context.get("/decisions");
    const people = ({ text }: typeof again) =>
      JSON.stringify(JSON.parse(text).entries?.map((one: { by: unknown }) => one.by));
    expect(
      exchange,
      again.text.length === 0 || people(history) === people(again),
      "Every name of the history as before.",
    );
  },
);
