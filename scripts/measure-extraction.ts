// How well the main text of saved pages is found. DIR holds html/ID.html.gz and ground-truth.json (ID -> articleBody), as in
// scrapinghub's article extraction benchmark, whose measure this is: shingles of four words, averages over pages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readArticle } from '../src/corpus/read-article.js';
import { CorpusFormatError } from '../src/domain/errors.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { worst: { type: 'string', default: '0' } },
});
const folder = positionals[0];
if (folder === undefined) throw new Error('usage: measure-extraction DIR [--worst N]');
const truths = z
  .record(z.string(), z.object({ articleBody: z.string(), url: z.string().optional() }))
  .parse(JSON.parse(readFileSync(path.join(folder, 'ground-truth.json'), 'utf8')));

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(words.length - 3, Math.min(words.length, 1)); at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
function bodyOf(id: string): string {
  const name = `${id}.html.gz`;
  try {
    return readArticle({ name, bytes: gunzipSync(readFileSync(path.join(folder ?? '', 'html', name))) }).body;
  } catch (error) {
    // A page set aside has no text found: it counts, with recall 0.
    if (error instanceof CorpusFormatError) return '';
    throw error;
  }
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
const started = performance.now();
const pages = Object.entries(truths).map(([id, truth]) => {
  const [found, wanted] = [shingles(bodyOf(id)), shingles(truth.articleBody)];
  const hits = sum([...found].map(([shingle, count]) => Math.min(count, wanted.get(shingle) ?? 0)));
  const precision = found.size === 0 ? Number(wanted.size === 0) : hits / sum(found.values());
  const recall = wanted.size === 0 ? Number(found.size === 0) : hits / sum(wanted.values());
  return { id, url: truth.url ?? '', precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 };
});
const precision = sum(pages.map((page) => page.precision)) / pages.length;
const recall = sum(pages.map((page) => page.recall)) / pages.length;
const f1 = (2 * precision * recall) / (precision + recall);
const shown = (share: number) => share.toFixed(4);
console.log(`${pages.length} pages: precision ${shown(precision)}, recall ${shown(recall)}, F1 ${shown(f1)}`);
console.log(`${((performance.now() - started) / pages.length).toFixed(1)} ms a page`);
for (const page of pages.sort((a, b) => a.f1 - b.f1).slice(0, Number(values.worst))) {
  console.log(
    `F1 ${shown(page.f1)}  p ${shown(page.precision)}  r ${shown(page.recall)}  ${page.id.slice(0, 12)}  ${page.url}`,
  );
}
