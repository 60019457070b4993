import type { Meta, StoryObj } from "@storybook/react-vite";
import { useId } from "react";
import { expect } from "storybook/test";
import { purposeStatus } from "../../src/client/purposeStatus.ts";
import { PurposeDecision } from "../../src/components/PrivacyCenter/PurposeDecision.tsx";
import { usePrivacy } from "../../src/hooks/PrivacyContext.ts";
import { people } from "../../src/testing/index.ts";
import {
  type DecisionLook,
  decisionLook,
  grant,
  type LookName,
  refusal,
} from "./decisionLooks.ts";
import { shows } from "./states.ts";

export interface DecisionStoryProps {
  readonly looks: readonly DecisionLook[];
  /** What tells several looks apart in their headings. @default their numbers */
  readonly names?: readonly string[];
}

const titles = {
  de: { purpose: "Serverstatistiken", label: "Serverstatistiken senden" },
  en: { purpose: "Server statistics", label: "Send server statistics" },
};

const nothing = () => Promise.resolve();

/** The left side of a card in each of some looks, as a card would frame it. */
export function DecisionStory({ looks, names }: DecisionStoryProps) {
  const { language } = usePrivacy();
  const { purpose, label } = titles[language];
  return looks.map((look, index) => (
    <Look
      key={JSON.stringify(look)}
      heading={
        looks.length === 1 && !names
          ? purpose
          : `${purpose} (${names?.[index] ?? index + 1})`
      }
      {...{ ...look, label }}
    />
  ));
}

function Look({
  heading,
  label,
  ...look
}: DecisionLook & { readonly heading: string; readonly label: string }) {
  const { purpose, wish, obstacle, isLastKnown, isSettling, mayDecide } = look;
  const id = useId();
  return (
    <section className="kt-card" aria-labelledby={id} data-kt="purpose">
      <div className="kt-card__columns">
        <div className="kt-card__decision">
          <PurposeDecision
            {...{ heading, label }}
            headingId={id}
            headingLevel={2}
            activity={{ identification: "pseudonym", schedule: "monthly" }}
            status={purposeStatus(purpose, wish, obstacle)}
            {...{ purpose, obstacle, isLastKnown }}
            isBeingRead={false}
            viewer={mayDecide ? people.admin : people.auditor}
            deciding={{
              ...{ wish, answered: undefined, done: 0, isSettling },
              ...{ noteDecision: () => {}, tryNow: () => {}, dismiss: () => {} },
              ...{ decide: nothing, withdraw: nothing },
            }}
            {...{ grant, refusal }}
          />
        </div>
      </div>
    </section>
  );
}

/**
 * One switch; that it gives consent is said only where it does; all its words are in its box,
 * and beside one that cannot be turned there is no place without words.
 */
const playLook: NonNullable<StoryObj["play"]> = async ({ canvas }) => {
  const toggle = canvas.getByRole("switch");
  const says = canvas.queryByText(/^Einschalten erteilt|^Turning it on gives/) !== null;
  const { ariaDisabled, ariaBusy } = toggle;
  if (ariaDisabled === "true" || ariaBusy === "true") await expect(says).toBe(false);

  const box = toggle.closest("[data-kt=switch]") as HTMLElement;
  await expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  if (ariaDisabled === "true" && ariaBusy !== "true") {
    const places = [...(box.parentElement?.children ?? [])];
    await expect(places.map(({ textContent }) => textContent)).not.toContain("");
  }
};

/** What the stories of one look each share. */
export const lookMeta = {
  component: DecisionStory,
  play: playLook,
} satisfies Meta<typeof DecisionStory>;

/** The story of one look. */
export function lookStory(name: LookName) {
  const look = decisionLook(name);
  const chip = purposeStatus(look.purpose, look.wish, look.obstacle);
  return {
    args: { looks: [look] },
    parameters: shows(`decision:${name}`, `chip:${chip}`),
  };
}
