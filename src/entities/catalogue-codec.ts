import { z } from 'zod';
import { type ArticleId, articleId } from '../domain/article.js';
import {
  type BodySpan,
  type Entity,
  type EntityAlias,
  type EntityCatalogue,
  type EntityId,
  entityId,
  type MergeEvidence,
  type SaidStatement,
} from '../domain/entity.js';
import { SnapshotMismatchError } from '../domain/errors.js';
import { GrowingUint32 } from '../retrieval/growing-array.js';
import type { CatalogueInMaking } from './catalogue-in-making.js';
import { jsonLines } from './json-lines.js';
import { addList, StoredEntity, type StoredLists, type StoredPlaces } from './stored-entity.js';

// First line: the ids of all articles that are named below, then of all entities. Then a line an entity, in the catalogue's
// order; articles and entities are numbers into those lists, places are article, start, end in one flat list.
const kinds = ['person', 'organisation', 'place'] as const;
const forms = ['direct', 'reported'] as const;

// One check over a list of numbers: a schema for every number of millions would take seconds.
const numbers = z.custom<readonly number[]>(
  (value) => Array.isArray(value) && value.every((number) => Number.isInteger(number) && number >= 0),
);
const number = z.int().nonnegative();
const text = z.string();
const evidenceTuple = z.tuple([text, text, text, numbers]);
const headLine = z.tuple([z.array(text), z.array(text)]);
const entityLine = z.tuple([
  number.max(kinds.length - 1),
  text,
  z.array(z.tuple([text, numbers])),
  z.array(z.tuple([text, numbers])),
  numbers,
  z.array(z.tuple([numbers, text, number.max(forms.length - 1), numbers])),
  z.array(z.tuple([number, number, numbers])),
  z.array(evidenceTuple),
  z.array(z.tuple([number, evidenceTuple])),
]);
type EntityLine = z.infer<typeof entityLine>;

/** The catalogue as lines of JSON, the same bytes for the same catalogue; an entity is asked for when its line is. */
export function* encodeCatalogue(catalogue: CatalogueInMaking): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const articles = numbered(catalogue.articles);
  const ids = numbered(catalogue.ids);
  yield encoder.encode(`${JSON.stringify([catalogue.articles, catalogue.ids])}\n`);
  for (const entity of catalogue.entities) yield encoder.encode(`${JSON.stringify(toLine(entity, articles, ids))}\n`);
}

/**
 * Reads what `encodeCatalogue` wrote.
 * @throws SnapshotMismatchError when a line is not of its form or names what is not in the lists.
 */
export function decodeCatalogue(bytes: Uint8Array): EntityCatalogue {
  const lines = jsonLines(bytes);
  const head = headLine.safeParse(lines.next().value);
  if (!head.success) throw mismatch(1);
  const [articles, ids] = head.data;
  const lists = { articles: articles.map(articleId), ids: ids.map(entityId), numbers: new GrowingUint32() };
  const entities = Array.from(lines, (line, index) => {
    const parsed = entityLine.safeParse(line);
    const id = lists.ids[index];
    if (!parsed.success || id === undefined) throw mismatch(index + 2);
    return fromLine(id, parsed.data, createReader(lists, index + 2));
  });
  if (entities.length !== ids.length) throw mismatch(entities.length + 2);
  return { entities };
}

function mismatch(line: number): SnapshotMismatchError {
  return new SnapshotMismatchError(
    `The entity catalogue: line ${line} is not of its form. Run: npm run index -- --full`,
  );
}

function numbered<T>(values: readonly T[]): Map<T, number> {
  return new Map(values.map((value, number) => [value, number]));
}

function toLine(
  entity: Entity,
  articles: ReadonlyMap<ArticleId, number>,
  ids: ReadonlyMap<EntityId, number>,
): EntityLine {
  const at = (article: ArticleId) => articles.get(article) ?? 0;
  const named = ({ text: name, articles: users }: EntityAlias): [string, number[]] => [name, users.map(at)];
  const place = ({ article, start, end }: BodySpan) => [at(article), start, end];
  const evidence = ({ alias, other, reason, articles: told }: MergeEvidence): z.infer<typeof evidenceTuple> => [
    alias,
    other,
    reason,
    told.map(at),
  ];
  return [
    kinds.indexOf(entity.kind),
    entity.name,
    entity.aliases.map(named),
    entity.roles.map(named),
    entity.mentions.flatMap(place),
    entity.said.map(({ sentence, verb, form, speaker }) => [
      place(sentence),
      verb,
      forms.indexOf(form),
      speaker === undefined ? [] : place(speaker),
    ]),
    entity.companions.map(({ id, sentences, articles: shared }) => [ids.get(id) ?? 0, sentences, shared.map(at)]),
    entity.merges.map(evidence),
    entity.possiblySame.map((possible) => [ids.get(possible.id) ?? 0, evidence(possible.evidence)]),
  ];
}

type Reader = ReturnType<typeof createReader>;

function createReader(lists: StoredLists, line: number) {
  const article = (index: number | undefined): ArticleId => {
    const id = lists.articles[index ?? -1];
    if (id === undefined) throw mismatch(line);
    return id;
  };
  const entity = (index: number): EntityId => {
    const id = lists.ids[index];
    if (id === undefined) throw mismatch(line);
    return id;
  };
  /** The articles of places, each once. */
  const articlesOf = (flat: readonly number[]): ArticleId[] => {
    if (flat.length % 3 !== 0) throw mismatch(line);
    const found = new Set<ArticleId>();
    for (let i = 0; i < flat.length; i += 3) found.add(article(flat[i]));
    return [...found];
  };
  const place = (flat: readonly number[]): BodySpan => {
    const [index, start, end] = flat;
    if (start === undefined || end === undefined) throw mismatch(line);
    return { article: article(index), start, end };
  };
  return { article, entity, articlesOf, place, lists };
}

function fromLine(id: EntityId, line: EntityLine, reader: Reader): Entity {
  const [kind, name, aliases, roles, places, said, , merges, possible] = line;
  const named = ([spelled, users]: readonly [string, readonly number[]]): EntityAlias => ({
    text: spelled,
    articles: users.map(reader.article),
  });
  const evidence = ([alias, other, reason, told]: EntityLine[7][number]): MergeEvidence => ({
    alias,
    other,
    reason,
    articles: told.map(reader.article),
  });
  const fields = {
    id,
    kind: kinds[kind] ?? 'person',
    name,
    aliases: aliases.map(named),
    roles: roles.map(named),
    articles: reader.articlesOf(places),
    said: said.map((line) => toSaid(line, reader)),
    merges: merges.map(evidence),
    possiblySame: possible.map(([other, why]) => ({ id: reader.entity(other), evidence: evidence(why) })),
  };
  return new StoredEntity(fields, putAway(line, reader), reader.lists);
}

function putAway([, , , , places, , companions]: EntityLine, { article, entity, lists }: Reader): StoredPlaces {
  const shared = companions.flatMap(([other, sentences, together]) => {
    entity(other);
    together.forEach(article);
    return [other, sentences, together.length, ...together];
  });
  return {
    mentions: addList(lists.numbers, places),
    mentionCount: places.length / 3,
    companions: addList(lists.numbers, shared),
    companionCount: companions.length,
  };
}

function toSaid([sentence, verb, form, speaker]: EntityLine[5][number], reader: Reader): SaidStatement {
  return {
    sentence: reader.place(sentence),
    verb,
    form: forms[form] ?? 'reported',
    speaker: speaker.length === 0 ? undefined : reader.place(speaker),
  };
}
