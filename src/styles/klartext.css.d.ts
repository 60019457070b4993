/** The sheet has no values: import it for its effect alone. */
export {};
