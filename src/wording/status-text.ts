import type { SetAsideFile } from '../domain/article.js';
import type { IndexStatus } from '../domain/status.js';
import { counted } from './counted.js';
import { momentText } from './dates.js';
import { describeCoverage } from './describe-answer.js';
import { printable } from './printable.js';

/** A line of `/status`: what, and its value. */
export interface StatusLine {
  readonly label: string;
  readonly value: string;
}

/** What is being served, line by line. */
export function describeStatus(status: IndexStatus): StatusLine[] {
  return [
    { label: 'Coverage', value: describeCoverage(status.coverage) },
    { label: 'Index', value: `${status.snapshot}, made ${momentText(status.created)}${lag(status)}` },
    { label: 'Passages', value: counted(status.passages, 'passage') },
    { label: 'Embedder', value: printable(status.embedderId) },
    { label: 'Vector search', value: vectorSearch(status.vectorIndex) },
    { label: 'Set aside', value: status.setAside.length === 0 ? 'nothing' : counted(status.setAside.length, 'file') },
  ];
}

/** `/status` as plain lines. */
export function statusText(status: IndexStatus): string {
  const lines = describeStatus(status).map(({ label, value }) => `${label}: ${value}`);
  return [...lines, ...describeSetAside(status.setAside).map((line) => `  ${line}`)].join('\n');
}

/** One line a file: its name and why it is no article. */
export function describeSetAside(files: readonly SetAsideFile[]): string[] {
  return files.map(({ file, reason }) => `${printable(file)}: ${printable(reason)}`);
}

function lag({ catalogueBehind }: IndexStatus): string {
  return catalogueBehind ? '; names in the articles changed last are not catalogued yet' : '';
}

function vectorSearch({ kind, recall, reason }: IndexStatus['vectorIndex']): string {
  if (kind === 'exact') return reason === '' ? 'exact' : `exact (${printable(reason)})`;
  return recall === undefined ? 'HNSW graph' : `HNSW graph, recall@10 ${recall.toFixed(3)} against exact search`;
}
