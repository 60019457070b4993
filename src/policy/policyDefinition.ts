import type { Language } from "./language.ts";
import type {
  Activity,
  ActivityTexts,
  CardTexts,
  ConsentActivity,
  ItemTexts,
  Policy,
  PolicyTexts,
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

type TextsOf<Activities extends readonly Activity[]> = PolicyTexts & {
  readonly activities: {
    readonly [A in Activities[number] as A["id"]]: TextsOfActivity<A>;
  };
};

/** A policy as it is written: the texts must be whole for the activities, or it does not compile. */
export type PolicyDefinition<Activities extends readonly Activity[]> = Omit<
  Policy,
  "activities" | "texts"
> & {
  readonly activities: Activities;
  readonly texts: Readonly<Record<Language, TextsOf<Activities>>>;
};

/**
 * A policy whose texts the compiler has found whole. Whether they tell all that the schemas
 * collect is for `definePolicy`, or for a test, to find.
 */
export function compiledPolicy<const Activities extends readonly Activity[]>(
  definition: PolicyDefinition<Activities>,
): Policy {
  return definition;
}
