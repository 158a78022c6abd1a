import { articleId } from '../../src/domain/article.js';
import type { EntityKind } from '../../src/domain/entity.js';
import type { Span } from '../../src/domain/passage.js';
import type { ArticleNames, ReadableArticle } from '../../src/entities/article-names.js';

/** A document with the names people marked in it. */
export interface TaggedDocument {
  readonly article: ReadableArticle;
  readonly names: readonly (Span & { readonly kind: EntityKind })[];
}

const kinds: Readonly<Record<string, EntityKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place' };

/** Reads CoNLL's layout: tokens are joined by blanks, sentences by line breaks, documents end at -DOCSTART-. */
export function readTagged(text: string): TaggedDocument[] {
  const blocks = text
    .trim()
    .split(/\n{2,}/u)
    .map((block) => block.split('\n').map((line) => line.split('\t')));
  const groups: string[][][][] = [[]];
  for (const block of blocks) {
    if (block[0]?.[1] === '-DOCSTART-') groups.push([]);
    else groups.at(-1)?.push(block);
  }
  return groups.filter((group) => group.length > 0).map((group, index) => documentOf(group, index));
}

function documentOf(sentences: readonly string[][][], index: number): TaggedDocument {
  let body = '';
  const spans: Span[] = [];
  const names: { start: number; end: number; kind: EntityKind }[] = [];
  for (const sentence of sentences) {
    if (body !== '') body += '\n';
    const start = body.length;
    for (const [at, [, token = '', tag = 'O']] of sentence.entries()) {
      if (at > 0) body += ' ';
      const from = body.length;
      body += token;
      const kind = kinds[tag.slice(2)];
      const last = names.at(-1);
      if (kind !== undefined && tag.startsWith('B-')) names.push({ start: from, end: body.length, kind });
      else if (kind !== undefined && tag.startsWith('I-') && last !== undefined) last.end = body.length;
    }
    spans.push({ start, end: body.length });
  }
  const unknown = { publisher: undefined, published: undefined, language: undefined };
  return { article: { id: articleId(`d${index}`), title: '', body, sentences: spans, ...unknown }, names };
}

/** Precision, recall and F1 by kind and together; with `shown` > 0 that many errors of each sort. */
export function measureTagged(
  documents: readonly TaggedDocument[],
  found: readonly ArticleNames[],
  shown: number,
): string {
  const tally = new Map<string, { hits: number; found: number; gold: number }>();
  const of = (kind: string) => {
    const counts = tally.get(kind) ?? { hits: 0, found: 0, gold: 0 };
    tally.set(kind, counts);
    return counts;
  };
  const errors: string[] = [];
  for (const [index, { article, names }] of documents.entries()) {
    const key = ({ start, end, kind }: Span & { kind: EntityKind }) => `${start} ${end} ${kind}`;
    const mentions = found[index]?.mentions ?? [];
    const [gold, ours] = [new Set(names.map(key)), new Set(mentions.map(key))];
    for (const name of names) {
      of(name.kind).gold += 1;
      if (ours.has(key(name))) of(name.kind).hits += 1;
      else errors.push(`missed ${name.kind.slice(0, 3)} ${around(article.body, name)}`);
    }
    for (const mention of mentions) {
      of(mention.kind).found += 1;
      if (!gold.has(key(mention))) errors.push(`wrong  ${mention.kind.slice(0, 3)} ${around(article.body, mention)}`);
    }
  }
  const lines = [...tally].map(([kind, counts]) => line(kind, counts));
  const all = { hits: 0, found: 0, gold: 0 };
  for (const { hits, found: ours, gold } of tally.values()) {
    all.hits += hits;
    all.found += ours;
    all.gold += gold;
  }
  return [...lines, line('all', all), ...errors.slice(0, shown)].join('\n');
}

function line(kind: string, { hits, found, gold }: { hits: number; found: number; gold: number }): string {
  const [precision, recall] = [hits / found, hits / gold];
  const f1 = (2 * precision * recall) / (precision + recall);
  return `${kind.padEnd(12)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${gold} names)`;
}

function around(body: string, { start, end }: Span): string {
  const before = body.slice(Math.max(0, start - 40), start);
  return `${before}[${body.slice(start, end)}]${body.slice(end, end + 40)}`.replaceAll('\n', '⏎');
}
