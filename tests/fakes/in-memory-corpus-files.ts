import { createHash } from 'node:crypto';
import type { CorpusFiles } from '../../src/ports/corpus-files.js';

/** Corpus files in memory: as many as are put in, with what was set aside beside them. */
export interface InMemoryCorpusFiles extends CorpusFiles {
  readonly contents: Map<string, string>;
  readonly setAsideFiles: Map<string, string>;
}

/** Names ending in `.pdf` are refused, as a reader would. */
export function inMemoryCorpusFiles(initial: Readonly<Record<string, string>> = {}): InMemoryCorpusFiles {
  const contents = new Map(Object.entries(initial));
  const setAsideFiles = new Map<string, string>();
  const digest = async (name: string) => {
    const text = contents.get(name);
    return text === undefined ? undefined : createHash('sha256').update(text).digest('hex');
  };
  const setAside = (name: string) => {
    const keptAs = `removed/${name}`;
    setAsideFiles.set(keptAs, contents.get(name) ?? '');
    return keptAs;
  };
  return {
    contents,
    setAsideFiles,
    list: async () =>
      [...contents.keys()].toSorted().map((name) => ({
        name,
        refused: name.endsWith('.pdf') ? 'Its ending is none of .md, .txt, .html.' : undefined,
        bytes: contents.get(name)?.length,
        modified: Date.parse('2026-01-19T10:00:00Z'),
        touched: Date.parse('2026-01-19T10:00:00Z'),
      })),
    digest,
    async write(name, bytes, replacing) {
      if (replacing !== undefined && (await digest(replacing.name)) !== replacing.digest) return { kind: 'conflict' };
      if (contents.has(name) && replacing?.name !== name) return { kind: 'conflict' };
      const formerKeptAs = replacing && setAside(replacing.name);
      if (replacing !== undefined) contents.delete(replacing.name);
      contents.set(name, Buffer.from(bytes).toString('utf8'));
      return { kind: 'written', formerKeptAs };
    },
    async setAside(name, shown) {
      if (shown !== undefined && (await digest(name)) !== shown) return { kind: 'refused', reason: 'It has changed.' };
      const keptAs = setAside(name);
      contents.delete(name);
      return { kind: 'moved', keptAs };
    },
  };
}
