import { splitSentences } from '../../src/corpus/split-sentences.js';
import type { Article } from '../../src/domain/article.js';
import type { Entity, EntityKind } from '../../src/domain/entity.js';
import type { ArticleNames, NamedAsOne, NameMention } from '../../src/entities/article-names.js';
import type { EntityInput, SaidByMention } from '../../src/entities/resolve/entity-input.js';
import { keepNames } from '../../src/entities/resolve/kept-names.js';
import { noPins } from '../../src/entities/resolve/pins.js';
import { resolveEntities } from '../../src/entities/resolve/resolve-entities.js';
import { article } from '../fixtures/articles.js';

const kinds: Record<string, EntityKind> = { p: 'person', o: 'organisation', l: 'place' };

/** An article and the names marked in its text. */
export interface MarkedArticle {
  readonly article: Article;
  readonly names: ArticleNames;
  readonly said: readonly SaidByMention[];
}

/**
 * An article whose names are marked: `[p:Ann Holm]` a person, `o` an organisation, `l` a place, `s` behind the kind a short form,
 * a role before the second colon: `[p:mayor:Ann Holm]`, `[ps:Holm]`. The role stands in the text before the name. `{…}` around
 * two names makes them one, in the way named: `{script:[p:Ann Holm] ([p:안 홀름])}`.
 */
export function marked(id: string, text: string, fields: Partial<Article> = {}): MarkedArticle {
  const mentions: NameMention[] = [];
  const asOne: NamedAsOne[] = [];
  let body = '';
  let how: NamedAsOne['how'] | undefined;
  for (const [part, opening, mark, role, name] of text.matchAll(
    /\{([a-z-]+):|\[([pol]s?):(?:([^\]:]+):)?([^\]]+)\]|\}|[^[{}]+/g,
  )) {
    if (opening !== undefined) how = opening as NamedAsOne['how'];
    else if (part === '}') {
      if (how !== undefined) asOne.push({ mentions: [mentions.length - 2, mentions.length - 1], how });
    } else if (mark !== undefined && name !== undefined) {
      const roleStart = body.length;
      if (role !== undefined) body += `${role} `;
      const span = role === undefined ? undefined : { start: roleStart, end: roleStart + role.length };
      const start = body.length;
      body += name;
      const form = mark.length > 1 ? 'short' : 'full';
      mentions.push({ start, end: body.length, text: name, kind: kinds[mark[0] ?? ''] ?? 'person', form, role: span });
    } else body += part;
  }
  const made = article(id, body, fields);
  return { article: made, names: { article: made.id, mentions, asOne }, said: [] };
}

/** The entities of marked articles. */
export function entitiesOf(articles: readonly MarkedArticle[], given: Partial<EntityInput> = {}): readonly Entity[] {
  const { entities } = resolveEntities({
    articles: articles.map((one) => ({ ...one.article, sentences: splitSentences(one.article.body) })),
    names: keepNames(articles.map(({ names }) => names)),
    said: new Map(articles.map(({ article: { id }, said }) => [id, said])),
    pins: noPins,
    ...given,
  });
  return [...entities];
}

/** The groups of names, each sorted, for comparing. */
export function groupsOf(entities: readonly Entity[]): string[] {
  return entities
    .map(
      ({ kind, aliases }) =>
        `${kind}: ${aliases
          .map(({ text }) => text)
          .sort()
          .join(' | ')}`,
    )
    .sort();
}
