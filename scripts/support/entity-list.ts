import { z } from 'zod';
import type { ArticleNames, ReadableArticle } from '../../src/entities/article-names.js';

const entity = z.object({
  id: z.string(),
  kind: z.enum(['person', 'organisation', 'place']),
  name: z.string(),
  aliases: z.array(z.string()),
  articles: z.array(z.string()),
});

/** An entity people listed, with every spelling and the articles that name it. */
export type ListedEntity = z.infer<typeof entity>;

/** Reads one JSON object a line. */
export function readEntities(text: string): ListedEntity[] {
  return text
    .trim()
    .split('\n')
    .map((line) => entity.parse(JSON.parse(line)));
}

/** How many entities have an alias found as a mention of their kind, how many aliases of an article that holds them. */
export function measureEntities(
  entities: readonly ListedEntity[],
  articles: readonly ReadableArticle[],
  found: readonly ArticleNames[],
): string {
  const lines: string[] = [];
  const tally = { entities: 0, all: 0, uses: 0, allUses: 0 };
  const texts = found.map(({ mentions }) => new Set(mentions.map(({ kind, text }) => `${kind} ${text}`)));
  for (const { kind, name, aliases, articles: ids } of entities) {
    const seen = texts.filter((_, index) => ids.includes(articles[index]?.id.slice(0, 2) ?? ''));
    const isFound = aliases.some((alias) => seen.some((set) => set.has(`${kind} ${alias}`)));
    const uses = aliases.flatMap((alias) =>
      articles.flatMap((article, index) =>
        ids.includes(article.id.slice(0, 2)) && holds(article.body, alias)
          ? [{ alias, article, set: texts[index] }]
          : [],
      ),
    );
    const missed = uses.filter(({ alias, set }) => set?.has(`${kind} ${alias}`) !== true);
    tally.all += 1;
    tally.entities += Number(isFound);
    tally.allUses += uses.length;
    tally.uses += uses.length - missed.length;
    if (!isFound) lines.push(`not found: ${kind} ${name}`);
    const spelt = missed.map(({ alias, article }) => `${alias} in ${article.id.slice(0, 2)}`);
    if (missed.length > 0) lines.push(`  missed of ${name}: ${spelt.join('; ')}`);
  }
  return [
    `entities ${tally.entities} of ${tally.all} (${(tally.entities / tally.all).toFixed(3)})`,
    `aliases in articles ${tally.uses} of ${tally.allUses} (${(tally.uses / tally.allUses).toFixed(3)})`,
    ...lines,
  ].join('\n');
}

function holds(body: string, alias: string): boolean {
  const escaped = alias.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${escaped}(?![\\p{Script=Latin}\\p{N}])`, 'u').test(body);
}
