import { diagnosePolicy } from "./diagnose/diagnosePolicy.ts";
import type { Diagnostic } from "./diagnose/diagnostic.ts";
import type { Language } from "./language.ts";
import type {
  Activity,
  ActivityTexts,
  AddedSection,
  CardTexts,
  ConsentActivity,
  ItemTexts,
  Policy,
  PolicyTexts,
  SectionTexts,
} from "./policy.ts";

type Sentences<A extends Activity> =
  | Extract<A["blocks"][number], { type: "paragraph" }>["sentences"][number]
  | Extract<A["blocks"][number], { type: "items" }>["introduction"];

type TextsOfItem<Place> = Place extends { told: "list" }
  ? ItemTexts & { readonly bullet: string }
  : ItemTexts;

type TextsOfActivity<A extends Activity> = A extends ConsentActivity
  ? ActivityTexts & {
      readonly sentences: Readonly<
        Record<Sentences<A> | A["exclusions"] | NonNullable<A["receiverAdds"]>, string>
      >;
      readonly items: { readonly [Id in keyof A["items"]]: TextsOfItem<A["items"][Id]> };
      readonly card: CardTexts;
    }
  : ActivityTexts & { readonly sentences: Readonly<Record<Sentences<A>, string>> };

type TextsOfSections<Sections extends readonly AddedSection[]> = {
  readonly [S in Sections[number] as S["id"]]: SectionTexts & {
    readonly sentences: Readonly<
      Record<S["blocks"][number]["sentences"][number], string>
    >;
  };
};

type TextsOf<
  Activities extends readonly Activity[],
  Sections extends readonly AddedSection[],
> = PolicyTexts & {
  readonly activities: {
    readonly [A in Activities[number] as A["id"]]: TextsOfActivity<A>;
  };
} & (readonly [] extends Sections
    ? unknown
    : { readonly sections: TextsOfSections<Sections> });

/** A policy as it is written: the texts must be whole for the activities, or it does not compile. */
export type PolicyDefinition<
  Activities extends readonly Activity[],
  Sections extends readonly AddedSection[] = readonly AddedSection[],
> = Omit<Policy, "activities" | "sections" | "texts"> & {
  readonly activities: Activities;
  readonly sections?: Sections;
  readonly texts: Readonly<Record<Language, TextsOf<Activities, Sections>>>;
};

/** Thrown for a policy that would say less than it collects, or not plainly. `diagnostics` names each place. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const list = diagnostics
      .map(({ code, subject }) => `  ${code}: ${subject}`)
      .join("\n");
    super(
      `The policy cannot be used as it is written:\n${list}\n` +
        "Mend what each line names; docs/errors/ has a page for every code.",
    );
    this.diagnostics = diagnostics;
  }
}

/**
 * Makes a policy, one revision of it, from its definition. What is collected is written
 * once, as schemas whose leaves name disclosed items; all else derives from them.
 *
 * @throws {PolicyError} when a schema collects what no text tells, or a text is missing.
 */
export function definePolicy<
  const Activities extends readonly Activity[],
  const Sections extends readonly AddedSection[] = readonly [],
>(definition: PolicyDefinition<Activities, Sections>): Policy {
  const errors = diagnosePolicy(definition).filter(({ level }) => level === "error");
  if (errors.length > 0) throw new PolicyError(errors);
  return definition;
}
