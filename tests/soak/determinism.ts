import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { indexFolder, reindexOver } from '../faults/index-under-test.js';
import { generatedArticles } from '../support/generated-corpus.js';
import { barred, type Figure } from './report.js';

/** The same corpus twice gives the same bytes, and a third time nothing at all. */
export async function soakDeterminism(work: string): Promise<Figure[]> {
  const articles = generatedArticles(1_000, 1);
  const folders = [path.join(work, 'one'), path.join(work, 'other')];
  for (const folder of folders) await reindexOver(folder, articles);
  const [one, other] = folders.map((folder) => path.join(indexFolder(folder), 'gen-000001')) as [string, string];
  const names = readdirSync(one);
  const differing = names.filter((name) => bytesOf(one, name) !== bytesOf(other, name));
  const before = readdirSync(indexFolder(folders[0] ?? ''));
  const again = await reindexOver(folders[0] ?? '', articles);
  const made = again.kind === 'unchanged' ? again.report.vectorsMade : Number.NaN;
  const same = readdirSync(indexFolder(folders[0] ?? '')).join() === before.join();
  return [
    barred(
      'files that differ between two builds',
      `${differing.length} of ${names.length}`,
      '0',
      differing.length === 0,
    ),
    barred(
      'unchanged corpus',
      `${again.kind}, ${made} vectors made`,
      'nothing',
      again.kind === 'unchanged' && made === 0 && same,
    ),
  ];
}

/** A file's bytes, without when it was made. */
function bytesOf(folder: string, name: string): string {
  const bytes = readFileSync(path.join(folder, name));
  if (name === 'manifest.sha256') return '';
  if (name !== 'manifest.json') return bytes.toString('base64');
  return JSON.stringify({ ...JSON.parse(bytes.toString()), created: '' });
}
