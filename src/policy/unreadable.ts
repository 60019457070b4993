/** Characters that a reader cannot see, or that reorder what a reader sees. */
export const unreadable = /[\p{C}\p{Zl}\p{Zp}\p{DI}\u2800]|(?! )\p{Zs}/gu;
