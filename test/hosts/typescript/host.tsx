import {
  type ConfirmedDecision,
  liveConfigPolicy,
  PrivacyCenter,
  PrivacyPolicy,
} from "klartext";
import { createContract } from "klartext/contract";
import "klartext/elements";
import { createPanel } from "klartext/panel";
import { buildPage, renderHtml } from "klartext/policy";
import "klartext/styles.css";
import { createFakePanel } from "klartext/testing";

const policy = liveConfigPolicy({ product: "Acme Panel" });
const tell = ({ decision }: ConfirmedDecision) => decision.status.length;

export const html: string = renderHtml(buildPage(policy, "de"));
export const panel = [createPanel, createContract(policy), createFakePanel({ policy })];
export const page = (
  <>
    <PrivacyCenter policy={policy} language={undefined} onDecision={tell} />
    <PrivacyPolicy policy={policy} headingLevel={2} />
  </>
);

// @ts-expect-error The types are read, and not taken for anything.
export const wrong = <PrivacyPolicy policy={policy} language="fr" />;
