import type { ReactNode } from "react";
import { ByteBlocks } from "../../src/components/PayloadPreview/ByteBlocks.tsx";
import { StatusChip } from "../../src/components/PurposeStatus/StatusChip.tsx";
import { PurposeSwitch } from "../../src/components/PurposeSwitch/PurposeSwitch.tsx";
import { usePrivacy } from "../../src/hooks/PrivacyContext.ts";
import { DecisionStory } from "../../test/support/DecisionStory.tsx";
import { decisionLook, type LookName } from "../../test/support/decisionLooks.ts";
import "./pages.css";

interface Rule {
  readonly title: string;
  readonly why: string;
  readonly good: ReactNode;
  readonly bad: ReactNode;
}

const bytes =
  '{\n  "version": "0.1.0",\n  "services": [\n    {\n      "name": "nginx",\n      "version": "1.22.1"\n    }\n  ]\n}\n';

export const rules: readonly Rule[] = [
  {
    title: "Refusing weighs as much as agreeing",
    why: "Consent is freely given only where “no” is as near, as large and as plain (GDPR Art. 4(11) and 7).",
    good: <Decision name="undecided+none" />,
    bad: (
      <div className="page-faint">
        <Decision name="undecided+none" />
      </div>
    ),
  },
  {
    title: "Nothing is chosen beforehand",
    why: "A switch that is on before somebody turned it is no consent (GDPR recital 32; CJEU C-673/17).",
    good: <Switched status="undecided" checked={false} />,
    bad: <Switched status="undecided" checked={true} />,
  },
  {
    title: "No state that the server did not have",
    why: "A wish on its way can fail. The page says that it is on its way, until the panel has confirmed it.",
    good: <Switched status="granting" checked={false} busy />,
    bad: <Switched status="granted" checked={true} busy />,
  },
  {
    title: "Withdrawing is as easy as agreeing",
    why: "What stopped counting, such as outdated consent, still has data behind it: the button stands beside the switch (GDPR Art. 7(3)).",
    good: <Decision name="outdated+none" />,
    bad: (
      <div className="page-alone">
        <Decision name="outdated+none" />
      </div>
    ),
  },
  {
    title: "Bytes are never shortened",
    why: "Who agrees has seen all that is sent. What is long is scrolled to, and never left out.",
    good: <ByteBlocks text={bytes} />,
    bad: <ByteBlocks text={`${bytes.slice(0, 24)} …`} />,
  },
];

function Decision({ name }: { readonly name: LookName }) {
  return <DecisionStory looks={[decisionLook(name)]} />;
}

const labels = { de: "Serverstatistiken senden", en: "Send server statistics" };

function Switched({
  status,
  checked,
  busy = false,
}: {
  readonly status: "undecided" | "granting" | "granted";
  readonly checked: boolean;
  readonly busy?: boolean;
}) {
  const { language } = usePrivacy();
  return (
    <>
      <p>
        <StatusChip status={status} isLastKnown={false} />
      </p>
      <PurposeSwitch
        label={labels[language]}
        {...{ checked, busy }}
        onCheckedChange={() => {}}
      />
    </>
  );
}

/** What a design may do with the components and what it may not, each with its reason. */
export function DoAndDont() {
  return (
    <>
      <h1>Do and don’t</h1>
      {rules.map(({ title, why, good, bad }) => (
        <div key={title}>
          <h2>{title}</h2>
          <p>{why}</p>
          <div className="page-pair">
            <div className="page-example" data-verdict="do">
              <p>
                <strong>✓ Do</strong>
              </p>
              {good}
            </div>
            <div className="page-example" data-verdict="don't">
              <p>
                <strong>≠ Don’t</strong>
              </p>
              <div className="page-crossed" inert>
                {bad}
              </div>
            </div>
          </div>
        </div>
      ))}
    </>
  );
}
