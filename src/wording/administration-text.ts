import type { AddOutcome, CorpusContents, GoBackOutcome, Recorded, RemovalOutcome } from '../domain/administration.js';
import type { RecordedEntry } from '../domain/audit-entry.js';
import type { KeptGeneration } from '../domain/generation.js';
import type { CorpusListing } from '../domain/intake.js';
import type { RunningReindex } from '../domain/reindex.js';
import { bytesText, counted } from './counted.js';
import { momentText } from './dates.js';
import { printable } from './printable.js';
import { reindexText } from './reindex-text.js';

/** That a re-index begins, or that this is one somebody has begun. */
export function joinedText(running: RunningReindex | undefined): string {
  const serving = 'The present index goes on answering.';
  if (running === undefined) return `Re-indexing. ${serving}`;
  const by = running.by === undefined ? '' : ` by ${printable(running.by)}`;
  return `Re-indexing; this one was begun${by} on ${momentText(running.since)}. ${serving}`;
}

/** That the audit log lacks what has been done; no line where it has it. */
export function unrecordedText({ unrecorded }: Pick<Recorded<unknown>, 'unrecorded'>): string[] {
  return unrecorded === undefined ? [] : [`This is not in the audit log: ${printable(unrecorded)}.`];
}

/** What became of an article that was to be added or removed. */
export function changeText(recorded: Recorded<AddOutcome | RemovalOutcome>): string {
  const { outcome } = recorded;
  return [...unrecordedText(recorded), ...changeLines(outcome)].join('\n');
}

function changeLines(outcome: AddOutcome | RemovalOutcome): string[] {
  if (outcome.kind === 'refused') return [printable(outcome.reason)];
  if (outcome.kind === 'removed') {
    return [`${printable(outcome.file)} was taken out and is kept as ${printable(outcome.keptAs)}.`, ends(outcome)];
  }
  const former =
    outcome.formerKeptAs === undefined ? '' : ` The former one is kept as ${printable(outcome.formerKeptAs)}.`;
  return [`Written as ${printable(outcome.file)}.${former}`, ends(outcome)];
}

function ends({ reindex }: Exclude<AddOutcome | RemovalOutcome, { kind: 'refused' }>): string {
  const text = reindexText(reindex);
  const isIndexed = reindex.kind === 'published' || reindex.kind === 'unchanged';
  return isIndexed ? text : `The folder has changed, but the index has not.\n${text}\n/reindex takes the change up.`;
}

/** What became of going back. */
export function goBackText(recorded: Recorded<GoBackOutcome>): string {
  const { outcome } = recorded;
  const end =
    outcome.kind === 'refused'
      ? printable(outcome.reason)
      : `Index ${outcome.snapshot} is serving again${outcome.from === undefined ? '' : `, in place of ${outcome.from}`}. ` +
        'The next re-index reads the articles as they are then.';
  return [...unrecordedText(recorded), end].join('\n');
}

/** An index that is kept, in a line. */
export function generationLine({ id, isCurrent, contents }: KeptGeneration): string {
  if (contents === undefined) return `${id}: damaged or of another version of this program`;
  const { created, articles, passages, entities, bytes } = contents;
  const counts = `${counted(articles, 'article')}, ${counted(passages, 'passage')}, ${counted(entities, 'entity', 'entities')}`;
  return `${id}${isCurrent ? ' (current)' : ''}: made ${momentText(created)}; ${counts}, ${bytesText(bytes)}`;
}

/** An entry of the audit log, in a line. */
export function actionLine({ when, who, action, what, outcome }: RecordedEntry): string {
  const object = what === '' ? '' : ` (${printable(what)})`;
  return `${momentText(when)}, ${printable(who.name)}: ${printable(action)}${object}: ${printable(outcome)}`;
}

/** A file of the corpus, in a line: why it is not read comes first where there is a reason. */
export function corpusLine({ file, bytes, refused }: CorpusListing): string {
  const size = bytes === undefined ? '' : `, ${bytesText(bytes)}`;
  return refused === undefined
    ? `${printable(file)}${size}`
    : `${printable(file)}${size} – set aside: ${printable(refused)}`;
}

/** `/corpus list` as plain lines. */
export function corpusText(contents: CorpusContents): string {
  const { files, total, page, pages } = contents;
  const more = pages > 1 ? `, page ${page + 1} of ${pages}` : '';
  return [`The corpus folder: ${counted(total, 'file')}${more}.`, ...files.map((file) => `  ${corpusLine(file)}`)].join(
    '\n',
  );
}

/** `/index history` as plain lines. */
export function historyText(kept: readonly KeptGeneration[], actions: readonly RecordedEntry[]): string {
  const indexes =
    kept.length === 0 ? ['No index is kept.'] : ['Indexes kept:', ...kept.map((one) => `  ${generationLine(one)}`)];
  const done =
    actions.length === 0
      ? ['Nothing is in the audit log.']
      : ['What was done, the newest first:', ...actions.map((one) => `  ${actionLine(one)}`)];
  return [...indexes, ...done].join('\n');
}
