import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBeirCorpus, parseLines, readQrels } from '../../../src/adapters/filesystem/beir-folder.js';
import { parseCorpusLine } from '../../../src/evaluation/beir-dataset.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const line = (id: string) => JSON.stringify({ _id: id, title: id, text: `About ${id}.` });

async function readCorpus(folder: string): Promise<string[]> {
  const read: string[] = [];
  for await (const one of createBeirCorpus(folder, parseCorpusLine).readArticles())
    read.push(
      one.kind === 'article' ? one.article.id : one.kind === 'set-aside' ? `${one.file}: ${one.reason}` : one.kind,
    );
  return read;
}

describe('a BEIR folder', () => {
  it('gives its articles in order, blank lines left out', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'corpus.jsonl'), `${line('b')}\n\n${line('a')}\n`);
    expect(await readCorpus(folder)).toEqual(['b', 'a']);
  });

  it('is read packed where there is no other', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'corpus.jsonl.gz'), gzipSync(line('b')));
    expect(await readCorpus(folder)).toEqual(['b']);
  });

  it('gives one article an id', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'corpus.jsonl'), [line('a'), line('a'), line('b')].join('\n'));
    expect(await readCorpus(folder)).toEqual(['a', 'corpus.jsonl:2: Its id a is taken.', 'b']);
  });

  it('names the line that is of another form', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'corpus.jsonl'), `${line('a')}\nnonsense\n`);
    await expect(readCorpus(folder)).rejects.toThrow('corpus.jsonl:2 is not of the form of a BEIR set');
  });

  it('names the file that is cut off', async () => {
    const folder = temporaryFolder();
    const packed = gzipSync(line('a').repeat(50));
    writeFileSync(path.join(folder, 'corpus.jsonl.gz'), packed.subarray(0, packed.length - 9));
    await expect(readCorpus(folder)).rejects.toThrow('corpus.jsonl.gz can not be read: unexpected end of file');
  });

  it('says what is missing', async () => {
    const folder = temporaryFolder();
    await expect(readCorpus(folder)).rejects.toThrow(/^There is no .*corpus\.jsonl \(nor .*corpus\.jsonl\.gz\)\.$/);
    await expect(parseLines(path.join(folder, 'queries.jsonl'), String)).rejects.toThrow('There is no ');
    await expect(readQrels(folder)).rejects.toThrow('test.tsv');
  });

  it('has its judgements in qrels', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'qrels'));
    writeFileSync(path.join(folder, 'qrels', 'test.tsv'), 'query-id\tcorpus-id\tscore\n');
    expect(await readQrels(folder)).toBe('query-id\tcorpus-id\tscore\n');
  });
});
