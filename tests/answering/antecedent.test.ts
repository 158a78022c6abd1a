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
