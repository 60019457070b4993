"use client";
import type { ComponentPropsWithRef } from "react";

/** Levels of a heading in the host's page. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingProps extends ComponentPropsWithRef<"h1"> {
  readonly level: number;
}

/** A heading of any level from 1 to 6: `<h1>` to `<h6>`. */
export function Heading({ level, ...rest }: HeadingProps) {
  const Tag = `h${Math.min(level, 6)}` as "h1";
  return <Tag {...rest} />;
}
