import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { alertText, findAlert } from "../../../test/support/alerts.ts";
import { shows } from "../../../test/support/states.ts";
import {
  ForeignAnswer,
  type KlartextError,
  OutsideContract,
  PanelProblem,
  PanelUnreachable,
} from "../../client/errors.ts";
import { foreignReasons } from "../../client/foreignReason.ts";
import { problemCodes, problems } from "../../contract/problem.ts";
import { Alert, ErrorMessage } from "./index.ts";

interface AlertOfProps {
  readonly errors: readonly KlartextError[];
}

/** Errors in the alert that a centre keeps for them. */
function AlertOf({ errors }: AlertOfProps) {
  return (
    <Alert>
      {errors.length > 0 &&
        errors.map((error) => <ErrorMessage key={error.message} error={error} />)}
    </Alert>
  );
}

const meta = {
  title: "Purpose/ErrorMessage",
  component: AlertOf,
  args: { errors: [new PanelProblem("internal-error", 500)] },
} satisfies Meta<typeof AlertOf>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: what went wrong and what to do, in one sentence or two. */
export const OfThePanel: Story = {
  parameters: shows("problem:internal-error"),
};

/** Look at: the reference under which the panel's log tells more, smaller than the rest. */
export const WithReference: Story = {
  args: {
    errors: [new PanelProblem("internal-error", 500, "urn:uuid:8c0f6c1e-52a4-4b6e-9d59")],
  },
  play: async ({ canvasElement }) => {
    await expect(alertText(canvasElement)).toContain("8c0f6c1e-52a4");
  },
};

/** Look at: a problem of a later contract is not guessed at. */
export const OfALaterContract: Story = {
  parameters: shows("problem:unknown"),
  args: { errors: [new PanelProblem(undefined, 400)] },
};

/** Look at: no answer, which is nobody's fault yet. */
export const Unreachable: Story = {
  parameters: shows("error:unreachable"),
  args: { errors: [new PanelUnreachable(new TypeError("Failed to fetch"))] },
};

/** Look at: an answer that is none; nothing of it is shown. */
export const Outside: Story = {
  parameters: shows("error:outside-contract"),
  args: { errors: [new OutsideContract(200, "<h1>Surprise</h1>")] },
  play: async ({ canvasElement }) => {
    await expect(alertText(canvasElement)).not.toContain("Surprise");
  },
};

/** Look at: the panel said that it was done, and names a state in which it is not. */
export const Contradiction: Story = {
  parameters: shows("error:contradiction"),
  args: { errors: [new OutsideContract(200, "", { isContradiction: true })] },
};

/** Look at: who answered in the panel's place, each with what to do. */
export const EveryForeignAnswer: Story = {
  parameters: shows(...foreignReasons.map((reason) => `foreign:${reason}` as const)),
  args: {
    errors: foreignReasons.map(
      (reason) => new ForeignAnswer(reason, 403, "Klartext-Payload"),
    ),
  },
  play: async ({ canvasElement }) => {
    const sentences = [...findAlert(canvasElement).querySelectorAll("p > span")];
    const texts = sentences.map(({ textContent }) => textContent);
    await expect(new Set(texts).size).toBe(foreignReasons.length);
  },
};

/** Look at: every problem of the contract has a sentence of its own. */
export const EveryProblem: Story = {
  parameters: shows(...problemCodes.map((code) => `problem:${code}` as const)),
  args: {
    errors: problemCodes.map((code) => new PanelProblem(code, problems[code].status)),
  },
  play: async ({ canvasElement }) => {
    const sentences = [...findAlert(canvasElement).querySelectorAll("p")];
    const texts = sentences.map(({ textContent }) => textContent);
    await expect(new Set(texts).size).toBe(problemCodes.length);
  },
};

/** Look at: nothing; an alert without words takes no room. */
export const Silent: Story = {
  args: { errors: [] },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector(".kt-alert")).toBeNull();
  },
};
