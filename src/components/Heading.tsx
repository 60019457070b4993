import type { ComponentPropsWithoutRef, Ref } from "react";

/** Levels of a heading in the host's page. */
export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingProps extends ComponentPropsWithoutRef<"h1"> {
  readonly level: number;
  /** The element itself. */
  readonly headingRef?: Ref<HTMLHeadingElement> | undefined;
}

/** A heading of any level from 1 to 6: `<h1>` to `<h6>`. */
export function Heading({ level, headingRef, ...rest }: HeadingProps) {
  const Tag = `h${Math.min(level, 6)}` as "h1";
  return <Tag ref={headingRef} {...rest} />;
}
