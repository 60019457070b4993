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

/** A policy of which the compiler has seen that every text is there, and nobody more. */
export function written<
  const Activities extends readonly Activity[],
  const Sections extends readonly AddedSection[] = readonly [],
>(definition: PolicyDefinition<Activities, Sections>): Policy {
  return definition;
}
