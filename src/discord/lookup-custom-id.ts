import type { EntityId } from '../domain/entity.js';
import type { EntitySection } from '../domain/entity-lookup.js';
import { entityRef, leastRef } from './entity-ref.js';
import { limits } from './limits.js';

/** What a button shows of an entity: its card, or a page of a section. */
export type EntityView = 'card' | EntitySection;

const views = { c: 'card', m: 'mentions', s: 'said', w: 'companions', t: 'timeline' } as const;
type Letter = keyof typeof views;

/** What a button below `/entity` means; `entity` as `entityRef` wrote it. */
export interface EntityPress {
  readonly view: EntityView;
  /** From 0. */
  readonly page: number;
  readonly ownerId: string;
  readonly entity: string;
}

/** What a button below `/quotes` means. */
export interface QuotesPress {
  /** From 0. */
  readonly page: number;
  readonly ownerId: string;
  readonly entity: string;
  /** As typed in the option. */
  readonly about: string | undefined;
}

const longestOwner = 20;
const entityRoom = limits.customId - 'ent:c:999::'.length - longestOwner;
const quotesRoom = limits.customId - 'quo:999:::'.length - longestOwner;

/** Longest `about` a button of `/quotes` can carry beside a speaker. */
export const longestAbout = quotesRoom - '99'.length - leastRef;

/** The custom id of a button of `/entity`. */
export function entityPressId(view: EntityView, page: number, ownerId: string, id: EntityId): string {
  const [letter] = Object.entries(views).find(([, name]) => name === view) ?? ['c'];
  return `ent:${letter}:${page}:${ownerId}:${entityRef(id, entityRoom)}`;
}

/** The custom id of a button of `/quotes`; `about` has at most `longestAbout` characters. */
export function quotesPressId(page: number, ownerId: string, id: EntityId, about: string | undefined): string {
  const [aboutText, length] = [about ?? '', about?.length ?? 0];
  // The length parts the two: both may hold any character.
  return `quo:${page}:${ownerId}:${length}:${aboutText}${entityRef(id, quotesRoom - length - `${length}`.length)}`;
}

// What comes back was in anybody's hands: only the exact shape is read.
const owner = String.raw`(\d{17,20})`;
const reference = /^(?:=.+|~[\w-]{8}.*)$/su;

/** Reads a custom id of `/entity` back; `undefined` for anything else. */
export function parseEntityPress(customId: string): EntityPress | undefined {
  const [, letter, page, ownerId, entity] = matched(customId, `^ent:([cmswt]):(\\d{1,3}):${owner}:(.+)$`);
  if (ownerId === undefined || entity === undefined || !reference.test(entity)) return undefined;
  return { view: views[letter as Letter], page: Number(page), ownerId, entity };
}

/** Reads a custom id of `/quotes` back; `undefined` for anything else. */
export function parseQuotesPress(customId: string): QuotesPress | undefined {
  const [, page, ownerId, length, rest = ''] = matched(customId, `^quo:(\\d{1,3}):${owner}:(\\d{1,2}):(.+)$`);
  const entity = rest.slice(Number(length));
  if (ownerId === undefined || !reference.test(entity)) return undefined;
  return { page: Number(page), ownerId, entity, about: rest.slice(0, Number(length)) || undefined };
}

function matched(customId: string, shape: string): readonly (string | undefined)[] {
  return customId.length > limits.customId ? [] : (new RegExp(shape, 'su').exec(customId) ?? []);
}
