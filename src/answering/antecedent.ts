import type { Statement } from '../domain/answer.js';
import type { Entity } from '../domain/entity.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { AnswerType } from './answer-type.js';
import type { SentenceEvidence } from './sentence-evidence.js';

// English: in the other languages of the coverage a sentence seldom begins with a pronoun. Not within a quotation, where
// another may be meant; and not the surname He, which a second capital follows.
const PERSON_FIRST = /^(?:He|She|His|Her)\b(?! \p{Lu})/u;
const THING_FIRST = /^(?:It|Its)\b/u;

/**
 * Who speaks, where the sentence does not say it: it begins with a pronoun; or somebody is asked for and it has a surname only,
 * then with the role that its article gives. Nothing where nobody is known to speak, or several do.
 */
export function antecedentOf(
  snapshot: Snapshot,
  evidence: Pick<SentenceEvidence, 'text' | 'speakers' | 'passage'>,
  askedFor: AnswerType,
): Pick<Statement, 'antecedent'> {
  const { catalogue, articles, articleOf } = snapshot;
  const { text, speakers, passage } = evidence;
  const entity = speakers.length === 1 ? catalogue.entities[speakers[0] ?? -1] : undefined;
  if (entity === undefined || isNamedIn(text, entity)) return {};
  const pronoun = entity.kind === 'person' ? PERSON_FIRST : THING_FIRST;
  if (askedFor !== 'person') return pronoun.test(text) ? { antecedent: entity.name } : {};
  if (entity.kind !== 'person') return {};
  const article = articles[articleOf[passage] ?? 0];
  const role = entity.roles.find((given) => article !== undefined && given.articles.includes(article.id))?.text;
  return { antecedent: role === undefined ? entity.name : `${entity.name}, ${role}` };
}

/** Whether the text has a whole name of theirs: more than a surname, or any in a script without blanks. */
function isNamedIn(text: string, { aliases }: Entity): boolean {
  return aliases.some((alias) => /[\s-]|[^\u0000-\u024f\u1e00-\u1eff]/.test(alias.text) && text.includes(alias.text));
}
