"use client";
import { Component, type ReactNode } from "react";
import { PartFailed } from "../../client/errors.ts";

export interface PartBoundaryProps {
  /** What is shown, by a name for the host's log. */
  readonly part: string;
  readonly onError: (error: PartFailed) => void;
  /** What stands in its place; `show` shows the part anew. */
  readonly broken: (show: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface PartBoundaryState {
  readonly isBroken: boolean;
}

/** Keeps what a part throws while it is shown to that part, and tells of it. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override readonly state: PartBoundaryState = { isBroken: false };

  static getDerivedStateFromError(): PartBoundaryState {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(new PartFailed(this.props.part, error));
  }

  override render(): ReactNode {
    const { broken, children } = this.props;
    return this.state.isBroken
      ? broken(() => this.setState({ isBroken: false }))
      : children;
  }
}
