import { readPayload } from "../../../../payload/readPayload.ts";
import { serializePayload } from "../../../../payload/serializePayload.ts";
import { stateRule } from "../../defineRules.ts";
import { parseBody } from "../../parseBody.ts";

export const attemptDisclosed = stateRule(
  {
    id: "attempt-disclosed",
    title:
      "A report that was sent holds disclosed values alone, written as the payload is",
    section: "docs/panel-api.md#the-payload",
    remedy: "Let one function make the bytes, for sender and preview alike.",
    occasion:
      "an attempt in the log whose bytes are kept: set up a vendor, or use --receive",
  },
  ({ log, bodies }, expect, { activities }) => {
    for (const { id, kind, purpose } of log.value?.entries ?? []) {
      const exchange = bodies.get(id);
      const activity = activities.find((one) => one.id === purpose);
      if (!exchange || !activity || exchange.status !== 200) continue;
      if (kind === "erasure") {
        const value = parseBody(exchange);
        const names =
          typeof value === "object" && value !== null ? Object.keys(value) : [];
        expect(exchange, names.join() === "id", "Nothing but the UUID.");
        continue;
      }
      const reading = readPayload(exchange.bytes, activity.schema);
      const places = reading.status === "readable" ? reading.places : [];
      const { status } = reading;
      const hidden = places.filter((place) => place.status !== "disclosed");
      const shown = hidden.map(({ path }) => path.join(".")).join(", ");
      expect(
        exchange,
        status === "readable" && shown === "",
        `Disclosed values alone; ${shown}.`,
      );
      const same = exchange.text === serializePayload(parseBody(exchange) as never);
      expect(exchange, same, "One value a line, as the serializer writes it.");
    }
  },
);
