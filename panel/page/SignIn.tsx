import { useState } from "react";
import type { Language } from "../../src/index.ts";
import { type PersonId, people, personIds } from "../src/people.ts";
import { askDemo, type DemoFailure } from "./askDemo.ts";
import { Failure } from "./Failure.tsx";
import { pageWords } from "./pageWords.ts";

export interface SignInProps {
  readonly language: Language;
  /** Who is signed in. */
  readonly person: PersonId | null;
  readonly onSignIn: (person: PersonId) => void;
}

const words = pageWords.signIn;

/** Signs one of the people of the demonstration in. */
export function SignIn({ language, person, onSignIn }: SignInProps) {
  const [failure, setFailure] = useState<DemoFailure>();

  const signIn = async (id: PersonId) => {
    const failed = await askDemo("demo/session", { person: id });
    setFailure(failed);
    if (!failed) onSignIn(id);
  };

  return (
    <fieldset className="host-signIn">
      <legend>{words.label[language]}</legend>
      {personIds.map((id) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === person}
          onClick={() => void signIn(id)}
        >
          {people[id].name}
        </button>
      ))}
      {failure && (
        <div role="alert">
          <Failure {...{ language, failure }} what={words.failed[language]} />
        </div>
      )}
    </fieldset>
  );
}
