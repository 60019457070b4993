"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { formatMoment, zoneOf } from "../../i18n/formatMoment.ts";

export interface ShortMomentProps {
  /** An ISO moment. */
  readonly at: string;
}

/** A moment whose zone is seen only where there is room, and always read out. */
export function ShortMoment({ at }: ShortMomentProps) {
  const { language } = usePrivacy();
  const moment = new Date(at);
  const written = formatMoment(moment, language);
  const zone = zoneOf(moment, language);
  return (
    <time className="kt-timeline__moment" dateTime={at}>
      <span>{written.slice(0, written.lastIndexOf(zone)).trimEnd()}</span>
      <span className="kt-hidden kt-timeline__zone">{` ${zone}`}</span>
    </time>
  );
}
