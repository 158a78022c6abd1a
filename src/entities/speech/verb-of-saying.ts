import { sayingVerbs } from './english-words.js';

// What somebody thinks they are asked for in words, though verbs of holding a view say something in the present tense only.
const THINK = /^(?:think|thought|believe|believed)$/i;

/** Whether an English verb in its base form is one of saying or thinking: "say", "promise", "deny", "think". */
export function isVerbOfSaying(base: string): boolean {
  const verb = base.toLowerCase();
  const third = [`${verb}s`, `${verb}es`, verb.replace(/y$/, 'ies')];
  return THINK.test(verb) || third.some((form) => form !== verb && sayingVerbs.has(form));
}

/** Whether it is a form of one behind "has": "said", "promised". */
export function isFormOfSaying(form: string): boolean {
  return THINK.test(form) || sayingVerbs.has(form.toLowerCase());
}
