import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of speech WordNet keeps apart, and the letter it calls each by. */
export const partsOfSpeech = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;

/** One letter of `partsOfSpeech`. */
export type PartOfSpeech = keyof typeof partsOfSpeech;

/** A meaning: the words that have it and the meanings it is linked to (wndb(5WN)). */
export interface Synset {
  readonly words: readonly string[];
  readonly links: readonly { readonly symbol: string; readonly target: SynsetPlace }[];
}

/** Where a meaning's line begins in the data file of its part of speech. */
export interface SynsetPlace {
  readonly part: PartOfSpeech;
  readonly offset: number;
}

/** WordNet's own files, kept as bytes and read where they are asked for: a line by its offset, a lemma by bisection. */
export class WordnetFiles {
  readonly #index: Readonly<Record<PartOfSpeech, Buffer>>;
  readonly #data: Readonly<Record<PartOfSpeech, Buffer>>;

  /** Reads the eight files of a `dict` folder; throws what reading throws. */
  constructor(folder: string) {
    const read = (kind: string) => {
      const file = (part: PartOfSpeech) => readFileSync(path.join(folder, `${kind}.${partsOfSpeech[part]}`));
      return { n: file('n'), v: file('v'), a: file('a'), r: file('r') };
    };
    this.#index = read('index');
    this.#data = read('data');
  }

  /** The meanings of a lemma, the commonest first; none where it is unknown. */
  meanings(lemma: string, part: PartOfSpeech): SynsetPlace[] {
    // The lines of the licence are those of an empty lemma.
    const line = lemma === '' ? undefined : findLine(this.#index[part], lemma);
    if (line === undefined) return [];
    const fields = line.trimEnd().split(' ');
    const count = Number(fields[2]);
    return fields.slice(-count).map((offset) => ({ part, offset: Number(offset) }));
  }

  synset({ part, offset }: SynsetPlace): Synset {
    const fields = lineAt(this.#data[part], offset).split(' | ', 1)[0]?.split(' ') ?? [];
    const wordCount = Number.parseInt(fields[3] ?? '0', 16);
    const linksAt = 4 + wordCount * 2;
    const words = fields.slice(4, linksAt).filter((_, i) => i % 2 === 0);
    const links = [];
    for (let i = linksAt + 1; i < linksAt + 1 + Number(fields[linksAt]) * 4; i += 4) {
      const target = { part: toPart(fields[i + 2]), offset: Number(fields[i + 1]) };
      links.push({ symbol: fields[i] ?? '', target });
    }
    // An adjective may carry its place in brackets: `galore(ip)`.
    return { words: words.map((word) => word.replace(/\(.*$/, '').toLowerCase()), links };
  }
}

function toPart(letter: string | undefined): PartOfSpeech {
  // `s` is an adjective of a cluster: it stands in the same file.
  return letter === 'n' || letter === 'v' || letter === 'r' ? letter : 'a';
}

function lineAt(file: Buffer, offset: number): string {
  const end = file.indexOf(10, offset);
  return file.toString('latin1', offset, end === -1 ? file.length : end);
}

/** The line of a lemma in an index file, which is sorted by bytes. Lines of the licence begin with a blank and sort first. */
function findLine(file: Buffer, lemma: string): string | undefined {
  let low = 0;
  let high = file.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = file.lastIndexOf(10, middle - 1) + 1;
    const line = lineAt(file, start);
    const key = line.slice(0, line.indexOf(' '));
    if (key === lemma) return line;
    if (key < lemma) low = start + line.length + 1;
    else high = start;
  }
  return undefined;
}
