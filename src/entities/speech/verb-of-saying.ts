import { sayingVerbs } from './english-words.js';

/** Whether an English verb in its base form is one of saying: "say", "promise", "deny". */
export function isVerbOfSaying(base: string): boolean {
  const verb = base.toLowerCase();
  const third = [`${verb}s`, `${verb}es`, verb.replace(/y$/, 'ies')];
  return third.some((form) => form !== verb && sayingVerbs.has(form));
}
