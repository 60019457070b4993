/**
 * What is said instead of Storybook where no script runs, in both languages. Within the site the
 * page of the states lies beside Storybook; elsewhere it is a file of the repository.
 */
export function withoutScript(isInSite: boolean): string {
  const states = (folder: string) =>
    isInSite ? `<a href="../${folder}states/">docs/states.md</a>` : "docs/states.md";
  return `<noscript>
<p lang="en">Storybook needs JavaScript, for every state is drawn in your browser. Without it, ${states("")} has each state with its words in German and English.</p>
<p lang="de">Storybook braucht JavaScript, denn jeder Zustand entsteht in Ihrem Browser. Ohne JavaScript steht jeder Zustand mit seinen Worten auf Deutsch und Englisch in ${states("de/")}.</p>
</noscript>
`;
}
