import { useState } from "react";
import type { Language } from "../../src/index.ts";
import { type PersonId, people } from "../src/people.ts";
import { askDemo, type DemoFailure } from "./askDemo.ts";
import { Failure } from "./Failure.tsx";
import { pageWords } from "./pageWords.ts";

export interface SignInProps {
  readonly language: Language;
  readonly onSignIn: () => void;
}

const words = pageWords.signIn;

/** Signs one of the people of the demonstration in. */
export function SignIn({ language, onSignIn }: SignInProps) {
  const [person, setPerson] = useState<PersonId>();
  const [failure, setFailure] = useState<DemoFailure>();

  const signIn = async (id: PersonId) => {
    const failed = await askDemo("demo/session", { person: id });
    setFailure(failed);
    if (failed) return;
    setPerson(id);
    onSignIn();
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
      <div role="alert">
        {failure && <Failure {...{ language, failure }} what={words.failed[language]} />}
      </div>
    </fieldset>
  );
}
