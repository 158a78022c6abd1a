import { readFile } from 'node:fs/promises';
import { recogniseNames } from '../../src/entities/recognise/recognise-names.js';
import { createNameKnowledge } from '../../src/name-knowledge.js';
import { measureTagged, readTagged } from './tagged-names.js';

/** Whether a file of judged names is tagged text of CoNLL's layout, not a list of entities. */
export function isTaggedFile(file: string): boolean {
  return /\.conllu?$/i.test(file);
}

/** Precision, recall and F1 of names found in a tagged file, exact span and kind, by kind and together, as lines. */
export async function takeTaggedExam(file: string): Promise<string> {
  const documents = readTagged(await readFile(file, 'utf8'));
  const articles = documents.map(({ article }) => article);
  return measureTagged(documents, recogniseNames(articles, createNameKnowledge()), 0);
}
