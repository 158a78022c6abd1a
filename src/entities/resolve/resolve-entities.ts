import { publishedDay } from '../../domain/article.js';
import type { CatalogueInMaking } from '../catalogue-in-making.js';
import { buildEntities } from './build-entities.js';
import { createClusters, type NameLink, pairKey } from './clusters.js';
import { describedLinks } from './described-links.js';
import type { EntityInput } from './entity-input.js';
import { readNames } from './name-table.js';
import { joinReducedNames } from './reduced-names.js';
import { roleLinks } from './role-links.js';
import { nameMentions } from './short-forms.js';

import { spelledLinks } from './spelled-links.js';
import { pinnedLinks, toldLinks } from './told-links.js';
import { weakLinks } from './weak-links.js';

const dayMs = 86_400_000;

/**
 * Makes one entity of all names of a person, organisation or place. Names are joined only on evidence that is kept with them
 * (the text says so, the spelling says so, or a shared office does), never across kinds, and never so that one person would
 * bear two unlike full names; weaker likeness gives `possiblySame`. The order of the articles changes no group.
 */
export function resolveEntities(input: EntityInput): CatalogueInMaking {
  const table = readNames(input);
  const told = toldLinks(table);
  const byRole = roleLinks(table, input.articles.map(dayNumber));
  const pinned = pinnedLinks(table, input.pins);
  const direct = new Set([...pinned, ...told.full, ...byRole.strong].map(({ one, other }) => pairKey(one, other)));
  const clusters = createClusters(direct, input.pins.different);
  const refused: NameLink[] = [];
  for (const link of [...pinned, ...told.full, ...spelledLinks(table), ...describedLinks(table), ...byRole.strong]) {
    if (!clusters.join(link)) refused.push(link);
  }
  const bearers = joinReducedNames(table, clusters, told);
  const named = nameMentions(table, clusters, bearers);
  const weak = [...refused, ...byRole.weak, ...weakLinks(table, clusters)];
  return buildEntities(input, { table, clusters, named, weak });
}

/** Days since 1970, or `undefined` where the article gives none. */
function dayNumber(article: EntityInput['articles'][number]): number | undefined {
  const time = Date.parse(publishedDay(article) ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / dayMs);
}
