import { terms } from "../../test/support/glossary.ts";

/** The terms that the words lint keeps to, from the same file. */
export function GlossaryTable() {
  return (
    <table>
      <thead>
        <tr>
          <th>Concept</th>
          <th>Deutsch</th>
          <th>English</th>
          <th>Never</th>
        </tr>
      </thead>
      <tbody>
        {terms.map(({ concept, de, en, never }) => (
          <tr key={concept}>
            <td>{concept}</td>
            <td lang="de">{de}</td>
            <td>{en}</td>
            <td>
              <span lang="de">{never.de.map(shown).join(", ")}</span>
              <br />
              {never.en.map(shown).join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shown = (word: string) => word.replace("*", "…");
