import type { Article } from '../../domain/article.js';
import type { Entity, EntityCatalogue } from '../../domain/entity.js';
import type { EntityLookup } from '../../domain/entity-lookup.js';
import { UsageError } from '../../domain/errors.js';
import type { Passage } from '../../domain/passage.js';
import type { EntityDirectory } from '../../ports/dateline.js';
import { sayingsAbout } from './about-words.js';
import { beginsWithParticle } from './alias-entries.js';
import { type AliasIndex, createAliasIndex } from './alias-index.js';
import { createCoverageTexts } from './coverage-texts.js';
import { sayingsOf, toCandidate, toCard, toDetail } from './entity-card.js';
import { isSlipOf } from './is-slip.js';

// Discord shows so many choices.
const mostSuggested = 25;
const mostNearest = 5;
// So many times the articles of the next make the one of a name that is meant, where the others are of another kind: "China"
// is the country, though a company may be called so once.
const farAhead = 10;

/** Looks up the entities of one snapshot. Building it takes some 0.5 s for 60,000 entities; `index` may be one
 * that is there already. */
export function createEntityDirectory(
  catalogue: EntityCatalogue,
  articles: readonly Article[],
  passages: readonly Passage[],
  index: AliasIndex = createAliasIndex(catalogue),
): EntityDirectory {
  const { entities } = catalogue;
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const texts = createCoverageTexts(articles, passages);
  const all = (numbers: readonly number[]) => numbers.flatMap((number) => entities[number] ?? []);
  const find = (typed: string): Found => {
    const name = typed.trim();
    if (name === '') throw new UsageError('There is no name to look up.');
    const own = byId.get(name);
    if (own !== undefined) return { entity: own };
    const fitting = all(fittingNumbers(name, index, (number) => entities[number]?.kind === 'person'));
    const meant = theMeant(fitting);
    if (meant !== undefined) return { entity: meant };
    if (fitting.length > 0) {
      return { status: 'ambiguous', name, candidates: fitting.slice(0, mostSuggested).map(toCandidate) };
    }
    const slips = all(index.near(name)).filter(({ aliases }) => aliases.some(({ text }) => isSlipOf(name, text)));
    const [only, ...others] = slips;
    if (only !== undefined && others.length === 0) return { entity: only, takenFor: name };
    const nearest = [...new Set([...slips, ...all(index.alike(name, mostNearest))])].slice(0, mostNearest);
    return { status: 'unknown', name, nearest: nearest.map(toCandidate) };
  };
  return {
    async lookUpEntity(name) {
      const found = find(name);
      if (!('entity' in found)) return found;
      const { entity, takenFor } = found;
      return { status: 'found', entity: toCard(entity, byId, texts), ...(takenFor === undefined ? {} : { takenFor }) };
    },
    async entityDetail(id, section) {
      const entity = byId.get(id);
      return entity && toDetail(entity, section, byId, texts);
    },
    async suggestEntities(typed) {
      const isEmpty = typed.trim() === '';
      const fits = isEmpty
        ? entities.slice(0, mostSuggested).map(({ name }, entity) => ({ entity, alias: name }))
        : index.starting(typed, mostSuggested);
      return fits.flatMap(({ entity, alias }) => {
        const fitting = entities[entity];
        if (fitting === undefined) return [];
        return [{ id: fitting.id, alias, kind: fitting.kind, name: fitting.name, articles: fitting.articles.length }];
      });
    },
    async quotes(who, about) {
      const found = find(who);
      if (!('entity' in found)) return found;
      const { entity } = found;
      const asked = about?.trim() === '' ? undefined : about;
      const said = asked === undefined ? entity.said : sayingsAbout(entity.said, asked, texts);
      return { status: 'found', speaker: toCandidate(entity), about: asked, sayings: sayingsOf(entity, said, texts) };
    },
  };
}

type Found =
  | { readonly entity: Entity; readonly takenFor?: string }
  | Exclude<EntityLookup, { readonly status: 'found' }>;

/**
 * The entities of the name itself; those that have it as a part where none does, or where it is also a person's bare surname,
 * which others may share.
 */
function fittingNumbers(name: string, index: AliasIndex, isPerson: (number: number) => boolean): number[] {
  const exact = index.exact(name);
  const parts = /[\s-]/.test(name) && !beginsWithParticle(name) ? [] : index.byPart(name);
  if (exact.length === 0) return parts;
  return exact.every(isPerson) ? [...new Set([...exact, ...parts.filter(isPerson)])] : exact;
}

function theMeant(fitting: readonly Entity[]): Entity | undefined {
  const [first, ...others] = fitting;
  if (first === undefined || others.length === 0) return first;
  const next = others.reduce((most, { articles }) => Math.max(most, articles.length), 0);
  const isApart = others.every(({ kind }) => kind !== first.kind) && first.articles.length >= next * farAhead;
  return isApart ? first : undefined;
}
