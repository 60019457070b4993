"use client";
import { useMemo } from "react";
import type { ReadBySchema } from "../../payload/comparePayloads.ts";
import { usePayloadView } from "../PayloadPreview/usePayloadView.ts";

/** The bytes on the screen with what they are read by, to be compared. */
export function useShownPayload(): ReadBySchema | undefined {
  const { content, activity } = usePayloadView();
  const reading = content.status === "shown" ? content.reading : undefined;
  const { schema } = activity;
  return useMemo(() => reading && { reading, schema }, [reading, schema]);
}
