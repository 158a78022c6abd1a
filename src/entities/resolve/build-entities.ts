import type { ArticleId } from '../../domain/article.js';
import type { Entity, EntityId } from '../../domain/entity.js';
import type { CatalogueInMaking } from '../catalogue-in-making.js';
import { createCompanions, type NamedInArticle, packNamed, sentenceAt } from './companions.js';
import { createCoverageOf } from './entity-coverage.js';
import { draftEntities, type ResolvedNames } from './entity-drafts.js';
import { createEvidence } from './entity-evidence.js';
import { createIdGiver } from './entity-ids.js';
import type { EntityInput } from './entity-input.js';
import type { Name } from './name-table.js';

/** The entities, by number of articles and then by name. */
export function buildEntities(input: EntityInput, resolved: ResolvedNames): CatalogueInMaking {
  const drafts = draftEntities(input, resolved);
  const { sorted, places } = drafts;
  const giveId = createIdGiver();
  const ids = sorted.map(({ name, kind }) => giveId(name, kind));
  const idOf = (number: number) => ids[number] as EntityId;
  const numbers = new Map(sorted.map(({ root }, number) => [root, number]));
  const numberOf = (name: Name) => numbers.get(resolved.clusters.rootOf(name));
  const articleIds = input.articles.map(({ id }) => id);
  const idsOf = (articles: readonly number[]) => articles.map((article) => articleIds[article] as ArticleId);
  const companionsOf = createCompanions(sorted.length, namedInArticles(input, resolved, numberOf));
  const evidence = createEvidence(numberOf, resolved, articleIds);
  const coverageOf = createCoverageOf(input, resolved, drafts);
  const make = (number: number): Entity => {
    const draft = sorted[number] as (typeof sorted)[number];
    const { articles, aliases, roles, mentions, said } = coverageOf(draft.root);
    return {
      id: idOf(number),
      kind: draft.kind,
      name: draft.name,
      aliases: aliases.map(({ text, articles: users }) => ({ text, articles: idsOf(users) })),
      roles: roles.map(({ text, articles: users }) => ({ text, articles: idsOf(users) })),
      mentions,
      articles: idsOf(articles),
      said,
      companions: companionsOf(number, articles).map(({ other, articles: shared, sentences }) => {
        return { id: idOf(other), articles: idsOf(shared), sentences };
      }),
      merges: evidence.merges(draft, aliases),
      possiblySame: evidence
        .possiblySame(number)
        .map(({ other, evidence: why }) => ({ id: idOf(other), evidence: why })),
    };
  };
  const named = new Set<number>();
  for (const { root } of sorted) for (const [article] of places.of(root.number)) named.add(article);
  return { ids, articles: idsOf([...named]), entities: made(sorted.length, make) };
}

function made(count: number, make: (number: number) => Entity): Iterable<Entity> {
  return {
    *[Symbol.iterator]() {
      for (let number = 0; number < count; number++) yield make(number);
    },
  };
}

function namedInArticles(
  { articles }: EntityInput,
  { table, named }: ResolvedNames,
  numberOf: (name: Name) => number | undefined,
): NamedInArticle[] {
  return table.articles.map(({ article, mentions }) => {
    const sentences = new Map<number, number[]>();
    for (let index = 0; index < mentions.length; index++) {
      const bearer = named(article, index);
      const number = bearer && numberOf(bearer.root);
      if (number === undefined) continue;
      const at = sentenceAt(articles[article]?.sentences ?? [], mentions.start(index));
      const known = sentences.get(number);
      if (known === undefined) sentences.set(number, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
    return packNamed(sentences);
  });
}
