import type { Statement } from '../domain/answer.js';
import type { Entity } from '../domain/entity.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { AnswerType } from './answer-type.js';
import type { SentenceEvidence } from './sentence-evidence.js';

// English: in the other languages of the coverage a sentence seldom begins with a pronoun.
const BEGINS_WITH_PRONOUN = /^["“‘']?(?:he|she|his|her|it|its)\b/iu;

/**
 * Who speaks, where the sentence does not say it: it begins with a pronoun; or somebody is asked for and it has a surname only,
 * then with the role that its article gives. Nothing where nobody is known to speak.
 */
export function antecedentOf(
  { catalogue, articles, articleOf }: Snapshot,
  { text, speaker, passage }: Pick<SentenceEvidence, 'text' | 'speaker' | 'passage'>,
  askedFor: AnswerType,
): Pick<Statement, 'antecedent'> {
  const entity = speaker === undefined ? undefined : catalogue.entities[speaker];
  if (entity === undefined) return {};
  if (askedFor !== 'person') return BEGINS_WITH_PRONOUN.test(text) ? { antecedent: entity.name } : {};
  if (entity.kind !== 'person' || isNamedIn(text, entity)) return {};
  const article = articles[articleOf[passage] ?? 0];
  const role = entity.roles.find((given) => article !== undefined && given.articles.includes(article.id))?.text;
  return { antecedent: role === undefined ? entity.name : `${entity.name}, ${role}` };
}

/** Whether the text has a whole name of theirs: more than a surname. */
function isNamedIn(text: string, { aliases }: Entity): boolean {
  return aliases.some((alias) => /[\s-]/.test(alias.text) && text.includes(alias.text));
}
