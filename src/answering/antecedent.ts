import type { Statement } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { Entity } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';
import { findQuotations } from '../entities/speech/quotations.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { AnswerType } from './answer-type.js';
import type { SentenceEvidence } from './sentence-evidence.js';

// English: in the other languages of the coverage a sentence seldom begins with a pronoun. Not within a quotation, where
// another may be meant; and not the surname He, which a second capital follows.
const PERSON_FIRST = /^(?:He|She|His|Her)\b(?! \p{Lu})/u;
const THING_FIRST = /^(?:It|Its)\b/u;

/**
 * Who speaks, where the sentence does not say it: it is all quotation; it begins with a pronoun; or somebody is asked for and it
 * has a surname only. With the role that its article gives, but for a pronoun. Nothing where nobody is known to speak, or several do.
 */
export function antecedentOf(
  snapshot: Snapshot,
  evidence: Pick<SentenceEvidence, 'text' | 'speakers' | 'passage' | 'span'>,
  askedFor: AnswerType,
): Pick<Statement, 'antecedent' | 'speaker'> {
  const { catalogue, articles, articleOf } = snapshot;
  const { text, speakers, passage, span } = evidence;
  const entity = speakers.length === 1 ? catalogue.entities[speakers[0] ?? -1] : undefined;
  if (entity === undefined || isNamedIn(text, entity)) return {};
  const article = articles[articleOf[passage] ?? 0];
  const quoted = article === undefined ? 'not' : quotedPart(article.body, span);
  if (quoted === 'whole') return { speaker: withRole(entity, article) };
  const pronoun = entity.kind === 'person' ? PERSON_FIRST : THING_FIRST;
  if (quoted === 'beginning' && pronoun.test(text)) return {};
  if (askedFor !== 'person') return pronoun.test(text) ? { antecedent: entity.name } : {};
  if (entity.kind !== 'person') return {};
  return { antecedent: withRole(entity, article) };
}

function withRole({ name, roles }: Entity, article: Article | undefined): string {
  const role = roles.find(({ articles }) => article !== undefined && articles.includes(article.id))?.text;
  return role === undefined ? name : `${name}, ${role}`;
}

/** Whether a sentence is all quotation, so that who says it is told before or behind it, or at least begins in the midst of one. */
function quotedPart(body: string, { start, end }: Span): 'whole' | 'beginning' | 'not' {
  const lineStart = body.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = body.indexOf('\n', end);
  const line = body.slice(lineStart, lineEnd === -1 ? body.length : lineEnd);
  const quotation = findQuotations(line).find((one) => lineStart + one.end > start);
  if (quotation === undefined) return 'not';
  const [open, close] = [lineStart + quotation.start, lineStart + quotation.end];
  const outside = body.slice(start, Math.max(start, open)) + body.slice(Math.min(end, close), end);
  if (!/[\p{L}\p{N}]/u.test(outside)) return 'whole';
  return open < start ? 'beginning' : 'not';
}

/** Whether the text has a whole name of theirs: more than a surname, or any in a script without blanks. */
function isNamedIn(text: string, { aliases }: Entity): boolean {
  return aliases.some((alias) => /[\s-]|[^\u0000-\u024f\u1e00-\u1eff]/.test(alias.text) && text.includes(alias.text));
}
