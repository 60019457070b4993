import type { ReactNode } from "react";

export interface AlertProps {
  /** What went wrong and what to do next; nothing while all is well. */
  readonly children: ReactNode;
}

/** An alert that is in the page before it says anything, so that it is heard when it does. */
export function Alert({ children }: AlertProps) {
  return (
    <div role="alert">{children ? <div className="kt-alert">{children}</div> : null}</div>
  );
}
