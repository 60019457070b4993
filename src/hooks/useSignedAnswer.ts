"use client";
import { useQuery } from "@tanstack/react-query";
import { purposesQuery } from "../client/queries.ts";
import type { Receipt } from "../contract/receipt.ts";
import type { SignedAnswerFinding } from "../signature/index.ts";
import { usePrivacy } from "./PrivacyContext.ts";

/** Whose key a signature fits: the one that the page carries, or the one the panel names. */
export type CheckedSignature =
  | { readonly state: "checking" }
  | (Extract<SignedAnswerFinding, { state: "signed" }> & {
      readonly by: "page" | "panel";
    })
  | Exclude<SignedAnswerFinding, { state: "signed" }>;

/**
 * Checks the signed answer that a receipt carries, in this browser; undefined for one that
 * carries none. What does it is loaded then.
 */
export function useSignedAnswer(receipt: Receipt): CheckedSignature | undefined {
  const { client, queryClient, policy } = usePrivacy();
  const purposes = useQuery(purposesQuery(client), queryClient).data?.purposes;
  const answer = receipt["kt:signedAnswer"];
  const purpose = receipt["dpv:hasProcess"]["dpv:hasIdentifier"];
  const named = purposes?.[purpose]?.transport?.vendorKeys ?? [];
  const { data } = useQuery(
    {
      queryKey: ["klartext", client.cacheKey, "signature", receipt["@id"], named],
      enabled: answer !== undefined,
      networkMode: "always",
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async (): Promise<CheckedSignature> => {
        if (!answer) throw new Error("The receipt carries no answer.");
        const { checkSignedAnswer } = await import("../signature/checkSignedAnswer.ts");
        const kept = {
          ...{ body: answer["kt:body"], base: answer["kt:signatureBase"] },
          signature: answer["kt:signatureValue"],
        };
        const own = await checkSignedAnswer(kept, policy.vendorKeys ?? []);
        if (own.state === "signed") return { ...own, by: "page" };
        if (own.state !== "other-key") return own;
        const other = await checkSignedAnswer(kept, named);
        return other.state === "signed" ? { ...other, by: "panel" } : other;
      },
    },
    queryClient,
  );
  return answer && (data ?? { state: "checking" });
}
