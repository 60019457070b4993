import { useState } from "react";
import type { Language } from "../../src/index.ts";
import { type PersonId, people } from "../src/people.ts";
import { pageWords } from "./pageWords.ts";

export interface SignInProps {
  readonly language: Language;
  readonly onSignIn: () => void;
}

const words = pageWords.signIn;

/** Signs one of the people of the demonstration in. */
export function SignIn({ language, onSignIn }: SignInProps) {
  const [person, setPerson] = useState<PersonId>();
  const [failed, setFailed] = useState(false);

  const signIn = async (id: PersonId) => {
    try {
      const response = await fetch("demo/session", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ person: id }),
      });
      setFailed(!response.ok);
      if (!response.ok) return;
      setPerson(id);
      onSignIn();
    } catch {
      setFailed(true);
    }
  };

  return (
    <fieldset className="host-bar__people">
      <legend>{words.label[language]}</legend>
      {(Object.keys(people) as PersonId[]).map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === person}
          onClick={() => void signIn(id)}
        >
          {people[id].name}
        </button>
      ))}
      <span role="alert">{failed && words.failed[language]}</span>
    </fieldset>
  );
}
