import { escapeFileName } from '../domain/escape-file-name.js';
import type { ConfirmOutcome } from '../domain/intake.js';
import type { CorpusFiles } from '../ports/corpus-files.js';
import type { CorpusIntake } from '../ports/corpus-intake.js';
import { listCorpus } from './corpus-listing.js';
import { createDraftShelf, type KeptDraft } from './draft-shelf.js';
import { type PreviewDependencies, previewSource } from './preview-source.js';
import { findRemovable, removeArticle } from './remove-article.js';

/** An intake over a corpus folder. Drafts live in its memory: they do not outlast the process. */
export function createCorpusIntake(dependencies: PreviewDependencies): CorpusIntake {
  const { files, clock } = dependencies;
  const shelf = createDraftShelf(clock);
  return {
    preview: (...offer) => previewSource(dependencies, shelf, offer),
    async confirm(draft) {
      const kept = shelf.take(draft);
      if (kept !== undefined) return writeDraft(files, kept);
      return { kind: 'refused', reason: 'This draft has expired or has been used already; send the article again.' };
    },
    find: (name) => findRemovable(files, name),
    remove: (name, digest) => removeArticle(files, name, digest),
    list: async (filter = {}) => listCorpus(await files.list(), filter),
  };
}

async function writeDraft(files: CorpusFiles, { draft, name, bytes, replacing }: KeptDraft): Promise<ConfirmOutcome> {
  const outcome = await files.write(name, bytes, replacing);
  if (outcome.kind === 'conflict') {
    return { kind: 'refused', reason: `"${draft.file}" has changed in the meantime; send the article again.` };
  }
  const formerKeptAs = outcome.formerKeptAs && escapeFileName(outcome.formerKeptAs);
  return { kind: 'written', file: draft.file, article: draft.article, formerKeptAs };
}
