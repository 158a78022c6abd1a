import type { ArticleId } from '../../domain/article.js';
import type { BodySpan, SaidStatement } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import { addArticle, type Drafts, type ResolvedNames, spellingsIn } from './entity-drafts.js';
import type { EntityInput } from './entity-input.js';
import { givenRole } from './given-role.js';
import type { Name } from './name-table.js';
import { groupPairs, type PairGroups } from './pair-groups.js';
import { byUse, type Spelling } from './preferred-name.js';
import { isProperRole } from './proper-roles.js';

/** What the articles give of an entity. */
export interface Coverage {
  /** Numbers of those that name it, ascending. */
  readonly articles: readonly number[];
  /** The most used first. */
  readonly aliases: readonly Spelling[];
  /** The most given first. */
  readonly roles: readonly Spelling[];
  readonly mentions: readonly BodySpan[];
  readonly said: readonly SaidStatement[];
}

/** Reads from the places that name an entity what the articles give of it. */
export function createCoverageOf(
  input: EntityInput,
  { table, named }: ResolvedNames,
  { places, called }: Drafts,
): (root: Name) => Coverage {
  const said = sayings(input, { table, named });
  const idOf = (article: number) => input.articles[article]?.id as ArticleId;
  return ({ number }) => {
    const articles: number[] = [];
    const mentions: BodySpan[] = [];
    const roles = new Map<string, number[]>();
    for (const [article, index] of places.of(number)) {
      const { body, mentions: all } = table.articles[article] as (typeof table.articles)[number];
      if (articles.at(-1) !== article) articles.push(article);
      mentions.push({ article: idOf(article), start: all.start(index), end: all.end(index) });
      const span = all.role(index);
      const role = span && givenRole(body, span);
      if (role !== undefined) addArticle(roles, role, article);
    }
    const proper = [...roles].filter(([role]) => isProperRole(role, called));
    return {
      articles,
      aliases: spellingsIn(places.of(number), table, named).sort(byUse),
      roles: proper.map(([text, givers]) => ({ text, articles: givers })).sort(byUse),
      mentions,
      said: Array.from(said.of(number), ([article, index]) => toStatement(input, idOf(article), index)),
    };
  };
}

/** Number of a root → numbers of articles, and of what the entity says among all that is said in each. */
function sayings(input: EntityInput, { table, named }: Pick<ResolvedNames, 'table' | 'named'>): PairGroups {
  return groupPairs(table.names.size, (add) => {
    for (const [article, { id }] of input.articles.entries()) {
      for (const [index, { mention }] of (input.said.get(id) ?? []).entries()) {
        const bearer = named(article, mention);
        if (bearer !== undefined) add(bearer.root.number, article, index);
      }
    }
  });
}

function toStatement({ said }: EntityInput, article: ArticleId, index: number): SaidStatement {
  const { sentence, verb, form, speaker } = (said.get(article) ?? [])[index] as NonNullable<
    ReturnType<EntityInput['said']['get']>
  >[number];
  return { sentence: inArticle(article, sentence), verb, form, speaker: speaker && inArticle(article, speaker) };
}

function inArticle(article: ArticleId, { start, end }: Span): BodySpan {
  return { article, start, end };
}
