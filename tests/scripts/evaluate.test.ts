import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram, startProgram } from '../support/program.js';
import { smallCorpus, smallPlace } from '../support/small-corpus.js';

const queries = [
  { _id: 'captain', text: 'Who takes command of the ferry?', metadata: { answers: ['jonas berg'] } },
  { _id: 'crowns', text: 'What did the repair of the lamp cost?', metadata: { answers: ['42,000 crowns'] } },
  { _id: 'outside', text: 'Which quark decays first?', metadata: { answerable: false, answers: [] } },
];
const captain = { id: 'q1', question: 'Who takes command of the ferry?', kind: 'factoid', articles: ['fe'] };
const quark = { id: 'q2', question: 'Which quark decays first?', kind: 'unanswerable', must_contain: [], articles: [] };
const jsonLines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** A place with a data set, a file of questions, and a folder of its own for temporary files. */
function evaluationPlace() {
  const place = smallPlace();
  const inPlace = (...names: string[]) => path.join(place.cwd, ...names);
  mkdirSync(inPlace('set', 'qrels'), { recursive: true });
  mkdirSync(inPlace('tmp'));
  const articles = Object.entries(smallCorpus).map(([file, { title, text, ...metadata }]) => {
    return { _id: path.basename(file, '.md'), title, text, metadata };
  });
  writeFileSync(inPlace('set', 'corpus.jsonl'), jsonLines(articles));
  writeFileSync(inPlace('set', 'queries.jsonl'), jsonLines(queries));
  writeFileSync(
    inPlace('set', 'qrels', 'test.tsv'),
    'query-id\tcorpus-id\tscore\ncaptain\tferry\t1\ncrowns\tlighthouse\t1\n',
  );
  writeFileSync(inPlace('questions.jsonl'), jsonLines([{ ...captain, must_contain: [['Jonas Berg']] }, quark]));
  const settings = { ...place.settings, TMPDIR: inPlace('tmp') };
  return { inPlace, options: (args: string[]) => ({ cwd: place.cwd, settings, args }) };
}

type Place = ReturnType<typeof evaluationPlace>;
const evaluate = (place: Place, ...args: string[]) => runProgram('scripts/evaluate.js', place.options(args));
const temporaries = (place: Place) => readdirSync(place.inPlace('tmp')).filter((name) => name.startsWith('dateline-'));
const linesOf = (place: Place, file: string) => readFileSync(place.inPlace(file), 'utf8').trimEnd().split('\n');

describe('npm run evaluate', () => {
  it('indexes a data set apart from the corpus, prints its measures and leaves nothing behind', async () => {
    const place = evaluationPlace();
    const { code, stdout, stderr } = await evaluate(place, '--dataset', 'set');
    expect(stdout).toMatch(/^ranking, 2 questions +nDCG@10 +MRR@10 +Hits@1 +Hits@4 +Hits@10$/m);
    expect(stdout).toMatch(/^bm25 +1\.000 +1\.000 +1\.000 +1\.000 +1\.000$/m);
    expect(stdout).toMatch(/^within the first 3 statements +2 +2 +1\.000$/m);
    expect(stdout).toMatch(/^articles +4$/m);
    expect(stdout).toMatch(/^unanswerable +1 +1 +1\.000 +1$/m);
    expect(stderr).toContain('answering, 3 questions');
    expect(temporaries(place)).toEqual([]);
    expect(readdirSync(place.inPlace('.'))).not.toContain('data');
    expect(code).toBe(0);
  });

  it('writes a run, the answers and all figures to files', async () => {
    const place = evaluationPlace();
    await evaluate(
      place,
      '--dataset',
      'set',
      '--run',
      'out/run.txt',
      '--answers',
      'answers.jsonl',
      '--json',
      'all.json',
    );
    expect(linesOf(place, 'out/run.txt')[0]).toMatch(/^captain Q0 ferry 1 [\d.]+ dateline$/);
    const answers = linesOf(place, 'answers.jsonl').map((line) =>
      z.looseObject({ id: z.string(), status: z.string(), citations: z.array(z.unknown()) }).parse(JSON.parse(line)),
    );
    expect(answers.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'captain answered',
      'crowns answered',
      'outside not-covered',
    ]);
    expect(JSON.parse(readFileSync(place.inPlace('all.json'), 'utf8'))).toMatchObject({
      index: { articles: 4, passages: 4 },
      ranking: { questions: 2, measures: { fusion: { hits1: 1 } } },
      answers: { answerString: { questions: 2, shown: 2 }, unanswerable: { refused: 1 } },
    });
  });

  it('keeps an index folder and builds it anew only when the set has changed', async () => {
    const place = evaluationPlace();
    const once = () => evaluate(place, '--dataset', 'set', '--reuse', 'kept');
    expect((await once()).stdout).toMatch(/^index +built$/m);
    expect((await once()).stdout).toMatch(/^index +unchanged$/m);
    writeFileSync(place.inPlace('set', 'corpus.jsonl'), jsonLines([{ _id: 'ferry', title: '', text: 'Jonas Berg.' }]));
    expect((await once()).stdout).toMatch(/^articles +1$/m);
  });

  it('asks judged questions over the corpus, and tells the kinds apart', async () => {
    const { code, stdout } = await evaluate(evaluationPlace(), '--questions', 'questions.jsonl');
    expect(stdout).toMatch(/^ranking, 1 questions/m);
    expect(stdout).toMatch(/^factoid +1 +1 +1\.000 +1 +0 +0$/m);
    expect(stdout).toMatch(/^unanswerable +1 +1 +1\.000 +0 +1 +1$/m);
    expect(stdout).toMatch(/^wrongly, answerable +0 +1 +0\.000 +0$/m);
    expect(stdout).toMatch(/^against the articles +(\d+) +\1$/m);
    expect(code).toBe(0);
  });

  it('removes its temporary folder when it is interrupted', async () => {
    const place = evaluationPlace();
    const many = Array.from({ length: 20_000 }, (_, n) => ({ _id: `q${n}`, text: `Who takes ferry number ${n}?` }));
    writeFileSync(place.inPlace('set', 'queries.jsonl'), jsonLines(many));
    const program = startProgram('scripts/evaluate.js', place.options(['--dataset', 'set']));
    await program.wrote('ranking');
    expect(temporaries(place)).toHaveLength(1);
    program.kill('SIGINT');
    expect((await program.ended).code).toBe(1);
    expect(temporaries(place)).toEqual([]);
  });

  it.each([
    ['nothing to evaluate', []],
    ['two things', ['--dataset', 'set', '--questions', 'questions.jsonl']],
    ['a folder to reuse for the corpus', ['--questions', 'questions.jsonl', '--reuse', 'kept']],
    ['an unknown word', ['--dataset', 'set', '--fast']],
    ['a folder without a name', ['--dataset', '']],
  ])('refuses %s as wrong usage', async (_, args) => {
    const { code, stdout, stderr } = await evaluate(evaluationPlace(), ...args);
    expect(stderr).toContain('Usage: npm run -s evaluate -- --dataset DIR');
    expect([code, stdout]).toEqual([2, '']);
  });

  it('fails with one clear line where there is no such data set', async () => {
    const { code, stderr } = await evaluate(evaluationPlace(), '--dataset', 'nowhere');
    expect(stderr).toMatch(/^There is no .*queries\.jsonl.*\n$/);
    expect(code).toBe(1);
  });
});
