import * as z from "zod";

const alias = z.string().regex(/^\{[^{}]+\}$/);
const share = z.number().min(0).max(1);

/** The types of value that the sheet has, as the Format and Color Modules 2025.10 define them. */
const values = {
  color: z.strictObject({
    colorSpace: z.literal("srgb"),
    components: z.tuple([share, share, share]),
    alpha: share.optional(),
    hex: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .optional(),
  }),
  dimension: z.strictObject({ value: z.number(), unit: z.enum(["px", "rem"]) }),
  fontFamily: z.union([z.string(), z.array(z.string()).min(1)]),
  number: z.number(),
};
const type = z.enum(["color", "dimension", "fontFamily", "number"]);
const shared = {
  $type: type.optional(),
  $description: z.string().optional(),
  // A name of its own for whoever extends: what it holds is theirs.
  $extensions: z.record(z.string().regex(/\./), z.unknown()).optional(),
};
const token = z.strictObject({ ...shared, $value: z.unknown() });
const group = z.looseObject(shared);
const name = z.string().regex(/^[^${}.][^{}.]*$/);

/** What in a file of design tokens the format does not have, each as its path and why. */
export function designTokenFaults(file: unknown): readonly string[] {
  const faults: string[] = [];
  const types = new Map<string, string | undefined>();
  const aliases: { readonly path: string; readonly to: string }[] = [];
  const judge = (path: string, schema: z.ZodType, value: unknown): boolean => {
    const { success, error } = schema.safeParse(value);
    if (!success) faults.push(`${path}: ${z.prettifyError(error)}`);
    return success;
  };
  const visit = (node: unknown, path: string, inherited: string | undefined): void => {
    const isToken = typeof node === "object" && node !== null && "$value" in node;
    if (!judge(path, isToken ? token : group, node)) return;
    const { $type = inherited, $value, ...rest } = node as z.infer<typeof token>;
    if (isToken) {
      types.set(path, $type);
      if (alias.safeParse($value).success) {
        aliases.push({ path, to: String($value).slice(1, -1) });
      } else if (judge(path, type, $type)) {
        judge(path, values[$type as keyof typeof values], $value);
      }
      return;
    }
    for (const [key, child] of Object.entries(rest)) {
      if (key === "$description" || key === "$extensions") continue;
      judge(`${path}.${key}`, name, key);
      visit(child, path === "" ? key : `${path}.${key}`, $type);
    }
  };
  visit(file, "", undefined);
  for (const { path, to } of aliases) {
    if (!types.has(to)) faults.push(`${path}: there is no token ${to}.`);
    else if (types.get(to) !== types.get(path)) faults.push(`${path}: ${to} is another.`);
  }
  return faults;
}
