import { altered, type Loose } from "../../faultyPanel/faults.ts";
import { is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { leaksUuid } from "./leaksUuid.ts";
import { remembersUuid, tellsUuids } from "./remembersUuid.ts";

const statistics: Where = ({ path }) => path.includes("server-statistics");

/** The UUID stands in an address, a header or an id. */
export const addressesAndHeaders: readonly Mistake[] = [
  {
    id: "deletion-id-is-uuid",
    sentence: "The id of a deletion is the UUID",
    plant: tellsUuids((body, uuids) => {
      for (const { activity } of Object.values<Loose>(body.purposes))
        activity.deletions = activity.deletions.map(
          (one: Loose, at: number, list: Loose[]) => ({
            ...one,
            id: uuids[list.length - 1 - at] ?? one.id,
          }),
        );
      return body;
    }),
  },
  {
    id: "uuid-in-url",
    sentence: "The URL of an attempt holds the UUID",
    plant: leaksUuid(is.log, (page, uuid) => ({
      ...page,
      entries: page.entries.map((one: Loose) => ({
        ...one,
        url: `${one.url}?id=${uuid}`,
      })),
    })),
  },
  {
    id: "uuid-in-transport",
    sentence: "The URL of the transport holds the UUID",
    plant: leaksUuid(is.purposes, (body, uuid) => {
      for (const one of Object.values<Loose>(body.purposes))
        if (one.transport) one.transport.url = `${one.transport.url}/${uuid}`;
      return body;
    }),
  },
  {
    id: "uuid-in-transport-headers",
    sentence: "A header of what is sent holds the UUID",
    plant: leaksUuid(is.purposes, (body, uuid) => {
      for (const one of Object.values<Loose>(body.purposes))
        if (one.transport)
          one.transport.headers = { ...one.transport.headers, "X-Server": uuid };
      return body;
    }),
  },
  {
    id: "uuid-in-header",
    sentence: "A header of an answer holds the UUID",
    plant: remembersUuid(async (uuids, hop) => {
      const answer = await hop.pass();
      return is.purposes(hop) && uuids.length > 0
        ? altered(answer, { headers: { "X-Pseudonym": uuids.at(-1) ?? "" } })
        : answer;
    }),
  },
  {
    id: "uuid-in-tag",
    sentence: "The tag of the payload is the UUID",
    plant: remembersUuid(async (uuids, hop) => {
      const answer = await hop.pass();
      return is.payload(hop) && statistics(hop) && uuids.length > 0
        ? altered(answer, { headers: { ETag: `"${uuids.at(-1)}"` } })
        : answer;
    }),
  },
];
