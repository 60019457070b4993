import type { ReactNode } from "react";

export interface AlertProps {
  /** What went wrong and what to do next; nothing while all is well. */
  readonly children: ReactNode;
  /** What belongs to it and is not to be read out, such as what changes all the time. */
  readonly after?: ReactNode;
}

/** An alert that is in the page before it says anything, so that it is heard when it does. */
export function Alert({ children, after }: AlertProps) {
  return (
    <div className={children ? "kt-alert" : undefined}>
      <div role="alert" className="kt-alert__text">
        {children || null}
      </div>
      {children ? after : null}
    </div>
  );
}
