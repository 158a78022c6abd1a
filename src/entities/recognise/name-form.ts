import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { formClues, inSmallLetters } from './form-clues.js';
import type { Votes } from './reading.js';

/** What a text shows by itself, wherever it stands. */
export interface NameForm {
  readonly key: string;
  readonly words: readonly string[];
  readonly votes: Votes;
}

// News names the same bearers again and again: two of three forms of 3,750 articles are had from here. A hostile article
// has no end of texts, so all are forgotten at this many rather than kept.
const MAX_FORMS = 100_000;
const known = new WeakMap<NameKnowledge, Map<string, NameForm>>();

/** The form of a text; read once for each, since it depends on nothing else. */
export function formOf(text: string, knows: NameKnowledge): NameForm {
  const forms = known.get(knows) ?? new Map<string, NameForm>();
  known.set(knows, forms);
  const before = forms.get(text);
  if (before !== undefined) return before;
  const key = inSmallLetters(text);
  const words = key.split(/\s+/u);
  const form = { key, words, votes: formClues(text, words, knows) };
  if (forms.size >= MAX_FORMS) forms.clear();
  forms.set(text, form);
  return form;
}
