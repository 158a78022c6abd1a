import type { ArticleId } from '../../domain/article.js';
import type { BodySpan, Entity, EntityAlias, EntityKind, MergeEvidence, SaidStatement } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import type { NameClusters, NameLink } from './clusters.js';
import { companionsOf, type NamedInArticle, sentenceAt } from './companions.js';
import { createIdGiver } from './entity-ids.js';
import type { EntityInput } from './entity-input.js';
import { isLatin } from './name-key.js';
import { addTo, type Name, type NameTable, plainKey } from './name-table.js';
import { byUse, preferredName } from './preferred-name.js';
import type { NamedBy } from './short-forms.js';
import { ascending } from './told-links.js';

/** What is gathered of an entity while reading the articles. */
interface Draft {
  readonly root: Name;
  readonly kind: EntityKind;
  readonly aliases: Map<string, Set<number>>;
  readonly roles: Map<string, Set<number>>;
  readonly mentions: BodySpan[];
  readonly articles: Set<number>;
  readonly said: SaidStatement[];
}

interface NamedDraft extends Draft {
  readonly name: string;
}

/** Everything that has been decided about the names. */
export interface ResolvedNames {
  readonly table: NameTable;
  readonly clusters: NameClusters;
  readonly named: NamedBy;
  /** Pairs that may be one, on evidence too weak to join them. */
  readonly weak: readonly NameLink[];
}

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

function sortedDrafts(input: EntityInput, resolved: ResolvedNames): NamedDraft[] {
  const drafts = [...gather(input, resolved).values()];
  const latinFirst = isMainlyLatin(drafts);
  const pinned = new Map([...input.pins.names].map(([from, to]) => [plainKey(from), to]));
  return drafts
    .map((draft) => {
      const spellings = [...draft.aliases].map(([text, articles]) => ({ text, articles: [...articles] }));
      const wanted = spellings.map(({ text }) => pinned.get(plainKey(text))).find((name) => name !== undefined);
      const { root, kind, aliases, roles, mentions, articles, said } = draft;
      const name = wanted ?? preferredName(spellings, kind, latinFirst);
      return { root, kind, aliases, roles, mentions, articles, said, name };
    })
    .sort(
      (a, b) =>
        b.articles.size - a.articles.size ||
        (a.name < b.name ? -1 : Number(a.name > b.name)) ||
        (a.root.id < b.root.id ? -1 : 1),
    );
}

function isMainlyLatin(drafts: readonly Draft[]): boolean {
  let [latin, all] = [0, 0];
  for (const { aliases } of drafts) {
    for (const [text, { size }] of aliases) {
      all += size;
      if (isLatin(text)) latin += size;
    }
  }
  return latin * 2 >= all;
}

function gather(input: EntityInput, { table, named }: ResolvedNames): Map<Name, Draft> {
  const drafts = new Map<Name, Draft>();
  for (const { article, body, mentions } of table.articles) {
    const id = input.articles[article]?.id as ArticleId;
    const names = named.get(article);
    mentions.forEach((mention, index) => {
      const bearer = names?.get(index);
      if (bearer === undefined) return;
      const { root, byName } = bearer;
      const draft = drafts.get(root) ?? emptyDraft(root);
      drafts.set(root, draft);
      draft.articles.add(article);
      draft.mentions.push({ article: id, start: mention.start, end: mention.end });
      if (byName) addTo(draft.aliases, mention.text.replace(/\s+/g, ' '), article);
      if (mention.role !== undefined) addTo(draft.roles, body.slice(mention.role.start, mention.role.end), article);
    });
    for (const { mention, sentence, speaker, ...rest } of input.said.get(id) ?? []) {
      const draft = drafts.get(names?.get(mention)?.root as Name);
      draft?.said.push({ ...rest, sentence: inArticle(id, sentence), speaker: speaker && inArticle(id, speaker) });
    }
  }
  // Named by short forms only, whose full name stands in no article's own words.
  for (const [root, { aliases }] of drafts) if (aliases.size === 0) drafts.delete(root);
  return drafts;
}

function emptyDraft(root: Name): Draft {
  return { root, kind: root.kind, aliases: new Map(), roles: new Map(), mentions: [], articles: new Set(), said: [] };
}

function inArticle(article: ArticleId, { start, end }: Span): BodySpan {
  return { article, start, end };
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

/** The evidence for each entity's names, and for what else may be the same. */
function createEvidence(
  drafts: readonly NamedDraft[],
  numbers: ReadonlyMap<Name, number>,
  { clusters, weak }: ResolvedNames,
  articleIds: readonly ArticleId[],
) {
  const merges = new Map<number, MergeEvidence[]>();
  const possible = new Map<number, Map<number, MergeEvidence>>();
  const toEvidence = ({ one, other, reason, articles }: NameLink): MergeEvidence => ({
    alias: mainSpelling(other),
    other: mainSpelling(one),
    reason,
    articles: articles.map((article) => articleIds[article] as ArticleId),
  });
  for (const join of clusters.joins) {
    const number = numbers.get(clusters.rootOf(join.one));
    if (number !== undefined) merges.set(number, [...(merges.get(number) ?? []), toEvidence(join)]);
  }
  for (const link of weak) {
    const [one, other] = [numbers.get(clusters.rootOf(link.one)), numbers.get(clusters.rootOf(link.other))];
    if (one === undefined || other === undefined || one === other || clusters.heldApart(link.one, link.other)) continue;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = possible.get(from) ?? new Map<number, MergeEvidence>();
      if (!known.has(to)) known.set(to, toEvidence(link));
      possible.set(from, known);
    }
  }
  return {
    merges: (number: number) => [...(merges.get(number) ?? []), ...spelledAlike(drafts[number], clusters)],
    possiblySame: (number: number) =>
      [...(possible.get(number) ?? [])].sort(([a], [b]) => a - b).map(([other, evidence]) => ({ other, evidence })),
  };
}

function spelledAlike(draft: NamedDraft | undefined, clusters: NameClusters): MergeEvidence[] {
  if (draft === undefined) return [];
  return clusters.membersOf(draft.root).flatMap((name) => {
    const main = mainSpelling(name);
    const others = [...name.spellings.keys()].filter((text) => text !== main && draft.aliases.has(text)).sort();
    const reason = 'differ in case, accents, hyphens, blanks or a legal form only';
    return others.map((alias) => ({ alias, other: main, reason, articles: [] }));
  });
}

function mainSpelling({ spellings }: Name): string {
  const [first] = [...spellings].map(([text, articles]) => ({ text, articles: [...articles] })).sort(byUse);
  return first?.text ?? '';
}
