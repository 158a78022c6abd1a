import type { Span } from '../../domain/passage.js';
import type { NameMention } from '../article-names.js';
import { postnominals } from '../recognise/name-words.js';
import type { Quotation } from './quotations.js';

/** A word, a whole name or a mark of a sentence, with its place in the body. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** Index of the name that stands here. */
  readonly mention: number | undefined;
  readonly kind: 'word' | 'mark';
  /** A name whose role stands before a comma ahead of it: "the harbour master, X". */
  readonly isCalled: boolean;
  /** Within quotation marks; the marks themselves are not. */
  readonly quoted: boolean;
}

/** What a sentence is read with: the body, and the names and quotations that touch the sentence. */
export interface SentenceParts {
  readonly body: string;
  readonly sentence: Span;
  /** Indexes of the mentions in the sentence, in order. */
  readonly mentions: readonly number[];
  readonly names: readonly NameMention[];
  readonly quotations: readonly Quotation[];
}

const piece = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.&](?=[\p{L}\p{N}]))*|['’]s?|[^\s\p{L}\p{N}]/gu;
const possessive = /['’]s$/u;

/**
 * The words, names and marks of a sentence in order; brackets and orders behind a name and full stops that end
 * nothing ("Dr.") are left out.
 */
export function readWords(parts: SentenceParts): Word[] {
  const { body, sentence, mentions, names } = parts;
  const words: Word[] = [];
  let from = sentence.start;
  for (const mention of mentions) {
    const name = names[mention];
    if (name === undefined || name.start < from) continue;
    readPlain(parts, { start: from, end: name.start }, words);
    words.push(wordAt(parts, { start: name.start, end: name.end }, mention, isCalledAhead(body, name)));
    from = name.end + addedBehind(body, name);
  }
  readPlain(parts, { start: from, end: sentence.end }, words);
  const end = body.slice(sentence.start, sentence.end).trimEnd().length + sentence.start;
  return words.filter((word) => word.text !== '.' || word.end >= end - 2);
}

function isCalledAhead(body: string, { start, role }: NameMention): boolean {
  return role !== undefined && role.end < start && body[role.end] === ',';
}

const brackets = /\s?[(（][^()（）\n]{1,40}[)）]/uy;
const order = / (\p{Lu}[\p{L}]{1,4})(?![\p{L}\p{N}'’-])/uy;

/** The length of what stands right behind a name: an order ("Ann Holm KC"), its other spelling, a party, an age in brackets. */
function addedBehind(body: string, { end, kind }: NameMention): number {
  let at = end;
  if (kind === 'person') {
    order.lastIndex = at;
    const found = order.exec(body);
    if (postnominals.has(found?.[1] ?? '')) at += found?.[0].length ?? 0;
  }
  brackets.lastIndex = at;
  return at - end + (brackets.exec(body)?.[0].length ?? 0);
}

function readPlain(parts: SentenceParts, span: Span, words: Word[]): void {
  for (const { 0: text, index } of parts.body.slice(span.start, span.end).matchAll(piece)) {
    const start = span.start + index;
    const end = start + text.length;
    const cut = text.length > 2 && possessive.test(text) ? end - 2 : end;
    words.push(wordAt(parts, { start, end: cut }));
    if (cut < end) words.push(wordAt(parts, { start: cut, end }));
  }
}

function wordAt({ body, quotations }: SentenceParts, { start, end }: Span, mention?: number, isCalled = false): Word {
  const text = body.slice(start, end);
  const kind = mention !== undefined || /^[\p{L}\p{N}]|^['’]s?$/u.test(text) ? 'word' : 'mark';
  const quoted = quotations.some((quote) => quote.start < start && (quote.closed ? end < quote.end : end <= quote.end));
  return { start, end, text, lower: text.toLowerCase().replace('’', "'"), mention, isCalled, kind, quoted };
}
