import type { NameLink } from './clusters.js';
import { nameWords } from './name-key.js';
import type { ArticleUses, Name, NameTable } from './name-table.js';

// "the state guesthouse of China": what somewhere is takes a few words.
const description = /^, (?:the|a|an) ((?:[\p{L}-]+ ){0,3}[\p{L}-]+)/u;
const reach = 60;

/** "Lark, the state guesthouse" and "Lark State Guesthouse": the text says of the shorter name what the longer one adds to it. */
export function describedLinks({ names, articles }: NameTable): NameLink[] {
  const longer = new Set<string>();
  for (const { kind, words } of names.values()) if (kind !== 'person' && words.length > 1) longer.add(words[0] ?? '');
  const found = new Map<string, NameLink>();
  for (const article of articles) {
    for (let index = 0; index < article.mentions.length; index++) {
      const short = article.nameOf(index);
      if (short === undefined || short.kind === 'person' || !longer.has(short.words[0] ?? '')) continue;
      const long = describedName(short, describedAt(article, index), names);
      if (long !== undefined && !found.has(`${short.id}|${long.id}`)) {
        const reason = 'the text says of one what the other adds to it';
        found.set(`${short.id}|${long.id}`, { one: long, other: short, reason, articles: [article.article] });
      }
    }
  }
  return [...found.values()];
}

function describedAt({ body, mentions }: ArticleUses, index: number): string {
  const end = mentions.end(index);
  return body[end] === ',' ? (description.exec(body.slice(end, end + reach))?.[1] ?? '') : '';
}

function describedName(short: Name, words: string, names: NameTable['names']): Name | undefined {
  const added = nameWords(words, 'place');
  for (let count = added.length; count > 0; count--) {
    const long = names.get(`${short.kind}:${short.key}${added.slice(0, count).join('')}`);
    if (long !== undefined && long.words.length === short.words.length + count) return long;
  }
  return undefined;
}
