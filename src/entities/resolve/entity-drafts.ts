import type { ArticleId } from '../../domain/article.js';
import type { BodySpan, EntityKind, SaidStatement } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import type { NameClusters, NameLink } from './clusters.js';
import type { EntityInput } from './entity-input.js';
import { givenRole } from './given-role.js';
import { isLatin } from './name-key.js';
import { addTo, type Name, type NameTable, plainKey } from './name-table.js';
import { preferredName } from './preferred-name.js';
import { isProperRole, kindsByName } from './proper-roles.js';
import type { NamedBy } from './short-forms.js';

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

/** A draft with the name it goes by. */
export interface NamedDraft extends Draft {
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

/** What the articles give of each entity, by number of articles and then by name. */
export function sortedDrafts(input: EntityInput, resolved: ResolvedNames): NamedDraft[] {
  const drafts = [...gather(input, resolved).values()];
  const latinFirst = isMainlyLatin(drafts);
  const named = kindsByName(drafts);
  const pinned = new Map([...input.pins.names].map(([from, to]) => [plainKey(from), to]));
  return drafts
    .map((draft) => {
      const spellings = [...draft.aliases].map(([text, articles]) => ({ text, articles: [...articles] }));
      const wanted = spellings.map(({ text }) => pinned.get(plainKey(text))).find((name) => name !== undefined);
      const { root, kind, aliases, mentions, articles, said } = draft;
      const roles = new Map([...draft.roles].filter(([role]) => isProperRole(role, named)));
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
      const role = mention.role && givenRole(body, mention.role);
      if (role !== undefined) addTo(draft.roles, role, article);
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
