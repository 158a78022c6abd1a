import { beforeAll, describe, expect, it } from 'vitest';
import type { AnswerType } from '../../src/answering/answer-type.js';
import { antecedentOf } from '../../src/answering/antecedent.js';
import type { SentenceEvidence } from '../../src/answering/sentence-evidence.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { article } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { sentenceWith, weighFor } from '../support/weighed-evidence.js';

const text =
  'Mara Quill, the mayor of Larkton, said that the bridge is safe. She said that the harbour road is closed. ' +
  'Quill said that the ferry sails. It rains on the harbour road.';
let snapshot: Snapshot;
let weighed: readonly SentenceEvidence[];
beforeAll(async () => {
  snapshot = await snapshotOf([article('quill', text)]);
  weighed = (await weighFor(snapshot, 'Is the harbour road closed?')).weighed;
});

const named = (words: string, askedFor: AnswerType) =>
  antecedentOf(snapshot, sentenceWith(words, weighed), askedFor).antecedent;

describe('antecedentOf', () => {
  it('names whom a pronoun at the beginning means, where it speaks', () => {
    expect(named('She said', 'open')).toBe('Mara Quill');
    expect(named('It rains', 'open')).toBeUndefined();
  });

  it('leaves a surname as it is, unless somebody is asked for', () => {
    expect(named('Quill said', 'open')).toBeUndefined();
    expect(named('Quill said', 'person')).toMatch(/^Mara Quill/);
  });

  it('gives the role of the article where somebody is asked for', () => {
    expect(named('She said', 'person')).toBe('Mara Quill, mayor of Larkton');
  });

  it('adds nothing to a full name', () => {
    expect(named('the bridge is safe', 'person')).toBeUndefined();
  });
});

describe('antecedentOf, of words in quotation marks', () => {
  const quoted =
    'Ann Holm, the mayor of Larkton, looked at the bridge. "The bridge gate was jammed. He had forgotten the bridge," Holm said. ' +
    '"We heard nothing on the bridge."\n\n"Nobody went on the bridge." So it stood on a wall by the bridge.';
  let told: Snapshot;
  let found: readonly SentenceEvidence[];
  beforeAll(async () => {
    told = await snapshotOf([article('holm', quoted)]);
    found = (await weighFor(told, 'What of the bridge?')).weighed;
  });

  it.each(['gate was jammed', 'We heard nothing'])('names who says "%s", with the role', (words) => {
    expect(antecedentOf(told, sentenceWith(words, found), 'open')).toEqual({ speaker: 'Ann Holm, mayor of Larkton' });
  });

  it('adds nobody where the sentence goes on with who speaks, or nobody is known to', () => {
    expect(antecedentOf(told, sentenceWith('He had forgotten', found), 'open')).toEqual({});
    expect(antecedentOf(told, sentenceWith('Nobody went', found), 'open')).toEqual({});
    expect(antecedentOf(told, sentenceWith('looked at the bridge', found), 'open')).toEqual({});
  });
});

describe('antecedentOf, where another may be meant', () => {
  const quoted =
    'Ann Holm is the mayor of Larkton. "His work was good," Holm said of the engineer Per Lund. ' +
    '"It is a fine bridge," Ann Holm said. He Lian, a captain, said the ferry sails. He Lian said it again.';

  it.each(['His work', 'It is a fine', 'He Lian said it again'])('adds nobody to "%s"', async (words) => {
    const told = await snapshotOf([article('holm', quoted)]);
    const found = (await weighFor(told, 'Was the work on the bridge and the ferry good?')).weighed;
    expect(antecedentOf(told, sentenceWith(words, found), 'open')).toEqual({});
  });

  it('adds nobody where two speak in one sentence', async () => {
    const evidence = sentenceWith('She said', weighed);
    expect(antecedentOf(snapshot, { ...evidence, speakers: [...evidence.speakers, 99] }, 'open')).toEqual({});
  });
});
