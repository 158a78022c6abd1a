import type { ArticleId } from '../../domain/article.js';
import type { Entity, EntityAlias } from '../../domain/entity.js';
import { companionsOf, type NamedInArticle, sentenceAt } from './companions.js';
import { type ResolvedNames, sortedDrafts } from './entity-drafts.js';
import { createEvidence } from './entity-evidence.js';
import { createIdGiver } from './entity-ids.js';
import type { EntityInput } from './entity-input.js';
import type { Name } from './name-table.js';
import { byUse } from './preferred-name.js';
import { ascending } from './told-links.js';

/** The entities, by number of articles and then by name. */
export function buildEntities(input: EntityInput, resolved: ResolvedNames): Entity[] {
  const drafts = sortedDrafts(input, resolved);
  const numbers = new Map(drafts.map(({ root }, number) => [root, number]));
  const giveId = createIdGiver();
  const ids = drafts.map(({ name, kind }) => giveId(name, kind));
  const idOf = (number: number) => ids[number] as (typeof ids)[number];
  const articleIds = input.articles.map(({ id }) => id);
  const companions = companionsOf(drafts.length, namedInArticles(input, resolved, numbers));
  const evidence = createEvidence(drafts, numbers, resolved, articleIds);
  return drafts.map((draft, number) => ({
    id: idOf(number),
    kind: draft.kind,
    name: draft.name,
    aliases: listed(draft.aliases, articleIds),
    roles: listed(draft.roles, articleIds),
    mentions: draft.mentions,
    articles: ascending(draft.articles).map((article) => articleIds[article] as ArticleId),
    said: draft.said,
    companions: (companions[number] ?? []).map(({ other, articles, sentences }) => ({
      id: idOf(other),
      articles: articles.map((article) => articleIds[article] as ArticleId),
      sentences,
    })),
    merges: evidence.merges(number),
    possiblySame: evidence.possiblySame(number).map(({ other, evidence: why }) => ({ id: idOf(other), evidence: why })),
  }));
}

function listed(found: ReadonlyMap<string, ReadonlySet<number>>, ids: readonly ArticleId[]): EntityAlias[] {
  return [...found]
    .map(([text, articles]) => ({ text, articles: ascending(articles) }))
    .sort(byUse)
    .map(({ text, articles }) => ({ text, articles: articles.map((article) => ids[article] as ArticleId) }));
}

function namedInArticles(
  input: EntityInput,
  { table, named }: ResolvedNames,
  numbers: ReadonlyMap<Name, number>,
): NamedInArticle[] {
  return table.articles.map(({ article, mentions }) => {
    const sentences = new Map<number, number[]>();
    for (const [index, { root }] of named.get(article) ?? []) {
      const number = numbers.get(root);
      if (number === undefined) continue;
      const at = sentenceAt(input.articles[article]?.sentences ?? [], mentions[index]?.start ?? 0);
      const known = sentences.get(number);
      if (known === undefined) sentences.set(number, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
    return { article, sentences };
  });
}
