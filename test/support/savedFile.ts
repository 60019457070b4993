import { vi } from "vitest";

/** Notes the next file that a page hands over for saving. */
export function savedFile() {
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click");
  let name = "";
  click.mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  let blob: Blob | undefined;
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) blob = object;
    return "blob:test";
  };
  URL.revokeObjectURL = () => undefined;
  return {
    name: () => name,
    type: () => blob?.type,
    json: async () => JSON.parse((await blob?.text()) ?? "null"),
  };
}
