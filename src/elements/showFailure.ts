import type { Language } from "../policy/language.ts";
import { failureWords } from "./failureWords.ts";

/** Says in the place of an element's content that it could not be loaded. */
export function showFailure(host: Element, language: Language, retry: () => void): void {
  const { partFailed, partRetry } = failureWords[language];
  const sentence = document.createElement("p");
  sentence.append(partFailed);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kt-button";
  button.append(partRetry);
  button.addEventListener("click", retry);
  const alert = document.createElement("div");
  alert.setAttribute("role", "alert");
  alert.className = "kt-root";
  alert.lang = language;
  alert.append(sentence, button);
  host.replaceChildren(alert);
}
