import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/corpus/split-sentences.js';
import { createPackedReadings } from '../../../src/entities/recognise/packed-readings.js';
import { readNames } from '../../../src/entities/recognise/read-names.js';
import type { ArticleReading, Candidate } from '../../../src/entities/recognise/reading.js';
import { noNameKnowledge } from '../../../src/ports/name-knowledge.js';
import { article } from '../../fixtures/articles.js';

const bodies = [
  'The Lark Group said so. President Jonas Berg met Park So-yun (박소윤) and Ann Holm in Seoul.\nLARK GROUP OPENS',
  'Police Haneul came to Lark Bank (LB). "The Wren," said Jonas Berg, chairman of Wren Motors, on Monday.',
];

function read(): ArticleReading[] {
  return bodies.map((body, number) => {
    const { id, title, publisher, published, language } = article(`a${number}`, body, { publisher: 'The Wren' });
    const sentences = splitSentences(body);
    return readNames({ id, title, publisher, published, language, body, sentences }, noNameKnowledge);
  });
}

function packedAndBack(readings: readonly ArticleReading[]) {
  const packed = createPackedReadings();
  for (const reading of readings) packed.add(reading);
  return [...packed.unpacked()];
}

describe('packed readings', () => {
  it('come back as they were, in their order', () => {
    const readings = read();
    const all = readings.flatMap(({ candidates }) => candidates);
    expect(all.some(({ role }) => role !== undefined)).toBe(true);
    expect(all.some(({ theStart }) => theStart !== undefined)).toBe(true);
    expect(all.some(({ isWeak }) => isWeak)).toBe(true);
    expect(readings.some(({ asOne }) => asOne.length > 0)).toBe(true);
    expect(packedAndBack(readings)).toEqual(
      readings.map(({ article: id, body, candidates, asOne }) => ({ article: id, body, candidates, asOne })),
    );
  });

  it('tell candidates of one key apart by their words, votes and places', () => {
    const [reading] = read();
    const [one] = reading?.candidates ?? [];
    if (reading === undefined || one === undefined) throw new Error('no reading');
    const like = (fields: Partial<Candidate>): Candidate => ({
      ...one,
      key: 'Lark  Group',
      words: ['Lark', 'Group'],
      ...fields,
    });
    const candidates = [
      like({}),
      like({ words: ['Lark', '', 'Group'] }),
      like({ votes: { person: 1000, organisation: 0, place: 0, other: 0 } }),
      like({ votes: { person: 0, organisation: 1, place: 0, other: 0 } }),
      like({ otherStart: 5, theStart: 0, role: { start: 0, end: 3 }, isWeak: !one.isWeak }),
      like({ otherStart: 0 }),
    ];
    expect(packedAndBack([{ ...reading, candidates }])[0]?.candidates).toEqual(candidates);
  });
});
