import { type ArticleId, publishedDay } from '../../domain/article.js';
import type { BodySpan, Companion, Entity, EntityAlias, SaidStatement } from '../../domain/entity.js';
import type {
  EntityCandidate,
  EntityCard,
  EntityCompanion,
  EntityDetail,
  EntitySection,
  SourcedName,
  SourcedQuote,
  SourcedSaying,
} from '../../domain/entity-lookup.js';
import type { CoverageTexts } from './coverage-texts.js';
import { tellingSayings, tellingSentences } from './telling-sentences.js';

const companionsOnCard = 10;

/** The entities by id, for what one says of another. */
export type EntitiesById = ReadonlyMap<string, Entity>;

/** What tells an entity from others. */
export function toCandidate({ id, kind, name, roles, articles }: Entity): EntityCandidate {
  return { id, kind, name, role: roles[0]?.text, articles: articles.length };
}

/** What a reader first sees of an entity. */
export function toCard(entity: Entity, entities: EntitiesById, texts: CoverageTexts): EntityCard {
  const articles = [...entity.articles].sort(texts.newestFirst).map(texts.meta);
  const days = articles.flatMap((article) => publishedDay(article) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const named = (name: EntityAlias): SourcedName => ({ text: name.text, articles: name.articles.map(texts.meta) });
  return {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    aliases: entity.aliases.map(named),
    roles: entity.roles.map(named),
    articles,
    dates: first === undefined || last === undefined ? undefined : { from: first, to: last },
    publishers: new Set(articles.flatMap(({ publisher }) => publisher ?? [])).size,
    mentions: entity.mentions.length,
    about: tellingSentences(entity, texts).map((place) => toQuote(place, texts)),
    said: tellingSayings(entity, texts).map((saying) => toSaying(entity, saying, texts)),
    companions: toCompanions(entity.companions.slice(0, companionsOnCard), entities, texts),
    merges: entity.merges,
    possiblySame: entity.possiblySame.flatMap(({ id, evidence }) => {
      const other = entities.get(id);
      return other === undefined ? [] : [{ ...toCandidate(other), reason: evidence.reason }];
    }),
  };
}

/** All of one section. */
export function toDetail(
  entity: Entity,
  section: EntitySection,
  entities: EntitiesById,
  texts: CoverageTexts,
): EntityDetail {
  if (section === 'said') return { section, sayings: sayingsOf(entity, entity.said, texts) };
  if (section === 'companions') return { section, companions: toCompanions(entity.companions, entities, texts) };
  const sentences = sentencesOf(entity, texts);
  if (section === 'timeline') return { section, days: timelineOf(sentences, texts) };
  const sorted = [...sentences].sort((a, b) => texts.newestFirst(a.article, b.article));
  return { section, quotes: sorted.map((place) => toQuote(place, texts)) };
}

/** Sayings with their sources, newest first. */
export function sayingsOf(entity: Entity, said: readonly SaidStatement[], texts: CoverageTexts): SourcedSaying[] {
  const sorted = [...said].sort((a, b) => texts.newestFirst(a.sentence.article, b.sentence.article));
  return sorted.map((saying) => toSaying(entity, saying, texts));
}

function toQuote(place: BodySpan, texts: CoverageTexts): SourcedQuote {
  return { article: texts.meta(place.article), quote: texts.text(place) };
}

function toSaying(entity: Entity, { sentence, verb, form }: SaidStatement, texts: CoverageTexts): SourcedSaying {
  const role = entity.roles.find(({ articles }) => articles.includes(sentence.article))?.text;
  return { ...toQuote(sentence, texts), speaker: entity.name, role, verb, form };
}

function toCompanions(
  companions: readonly Companion[],
  entities: EntitiesById,
  texts: CoverageTexts,
): EntityCompanion[] {
  return companions.flatMap(({ id, articles }) => {
    const other = entities.get(id);
    return other === undefined ? [] : [{ ...toCandidate(other), shared: articles.map(texts.meta) }];
  });
}

/** The sentences that name an entity, each once, in the corpus' order. */
function sentencesOf({ mentions }: Entity, texts: CoverageTexts): BodySpan[] {
  const sentences = new Map(
    mentions.map((mention) => {
      const { article, start, end } = texts.sentenceOf(mention);
      return [`${article} ${start}`, { article, start, end }];
    }),
  );
  return [...sentences.values()];
}

/** The days of an entity's articles, oldest first, each article with the first sentence that names it. */
function timelineOf(sentences: readonly BodySpan[], texts: CoverageTexts) {
  const firsts = new Map<ArticleId, BodySpan>();
  for (const sentence of sentences) if (!firsts.has(sentence.article)) firsts.set(sentence.article, sentence);
  const days = new Map<string | undefined, (ReturnType<CoverageTexts['meta']> & { readonly quote: string })[]>();
  for (const [id, sentence] of firsts) {
    const article = texts.meta(id);
    const entry = { ...article, quote: texts.text(sentence) };
    const day = publishedDay(article);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days]
    .sort(([a], [b]) => (a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1))
    .map(([day, articles]) => ({ day, articles }));
}
