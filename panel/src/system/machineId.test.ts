import { expect, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { readMachineId } from "./machineId.ts";

const id = "0123456789abcdef0123456789abcdef";

test.each([
  ["as systemd writes it", `${id}\n`, id],
  ["without an end of its line", id, id],
  ["that is none yet", "uninitialized\n", null],
  ["that is empty, as in an image", "", null],
  ["in other letters", `${id.toUpperCase()}\n`, null],
  ["that is too short", `${id.slice(1)}\n`, null],
])("an id %s is read as what it is", async (_name, text, read) => {
  expect(await readMachineId(await makeFolder({ "/etc/machine-id": text }))).toBe(read);
});

test("a machine without an id has none", async () => {
  expect(await readMachineId(await makeFolder())).toBeNull();
});
