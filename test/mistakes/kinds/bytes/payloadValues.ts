import type { Loose } from "../../faultyPanel/faults.ts";
import { all, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isMonthly } from "./isMonthly.ts";
import { changesJson, servesBytes } from "./servesBytes.ts";

/** A payload has other values than the policy discloses. */
export const payloadValues: readonly Mistake[] = [
  {
    id: "payload-with-host",
    sentence: "A payload holds a value that no item discloses",
    plant: servesBytes(
      is.payload,
      changesJson((value) => ({ ...value, hostname: "srv1" })),
    ),
  },
  {
    id: "payload-with-deep-value",
    sentence: "A payload holds a value in a list that no item discloses",
    plant: servesBytes(
      is.payload,
      changesJson((value) => ({
        ...value,
        [value.services ? "services" : "libraries"]: (
          value.services ?? value.libraries
        ).map((one: Loose) => ({ ...one, path: "/usr" })),
      })),
    ),
  },
  {
    id: "payload-without-promised",
    sentence: "A payload lacks what an item promises",
    plant: servesBytes(
      is.payload,
      changesJson(({ version: _version, ...value }) => value),
    ),
  },
  {
    id: "payload-of-other-type",
    sentence: "A payload has a number where the policy has text",
    plant: servesBytes(
      is.payload,
      changesJson((value) => ({ ...value, version: 2 })),
    ),
  },
  {
    id: "payload-with-time",
    sentence: "A payload is another each time",
    plant: () => {
      let count = 0;
      return servesBytes(
        all(is.payload, is.get),
        changesJson((value) => {
          count += 1;
          return { ...value, version: `2.18.${count}` };
        }),
      )();
    },
  },
  {
    id: "payload-of-viewer",
    sentence: "A payload is another for another viewer",
    plant: servesBytes(is.payload, (body, hop) =>
      changesJson((value) =>
        hop.headers.get("Cookie")?.includes("auditor")
          ? { ...value, version: "0.0.0" }
          : value,
      )(body),
    ),
  },
  {
    id: "payload-empty",
    sentence: "A machine that cannot tell answers an empty list",
    plant: servesBytes(
      all(is.payload, isMonthly),
      changesJson((value) => ({ ...value, services: [], distribution: null })),
    ),
  },
];
