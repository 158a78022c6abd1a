import type { Contender } from './contender.js';

// Loaded one at a time: what a contender's package takes is part of its own memory only.
const modules = {
  dateline: () => import('./dateline.js'),
  langchain: () => import('./langchain.js'),
  minisearch: () => import('./minisearch.js'),
  orama: () => import('./orama.js'),
  flexsearch: () => import('./flexsearch.js'),
} as const;

/** A contender's name on the command line and in the table. */
export type ContenderName = keyof typeof modules;

/** All of them, in the order of the table. */
export const contenderNames: readonly ContenderName[] = ['dateline', 'langchain', 'minisearch', 'orama', 'flexsearch'];

/** The one the others are compared with. */
export const baseName: ContenderName = 'dateline';

/** Whether there is a contender of this name. */
export function isContenderName(name: string): name is ContenderName {
  return Object.hasOwn(modules, name);
}

/** Loads a contender and its package. */
export async function loadContender(name: ContenderName): Promise<Contender> {
  return (await modules[name]()).contender;
}
