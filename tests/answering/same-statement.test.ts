import { describe, expect, it } from 'vitest';
import { isRepetition, saysTheSame } from '../../src/answering/same-statement.js';
import { worded } from '../support/weighed-evidence.js';

// Long enough that one other word hardly counts.
const long = (count: string) =>
  `Rescuers brought ${count} exhausted passengers of the burning ferry safely ashore near the old lighthouse of Lark ` +
  'Island on Monday evening before another storm reached the northern coast.';

describe('saysTheSame', () => {
  it.each([
    ['the same sentence', 'The ferry was cancelled on Monday.', 'The ferry was cancelled on Monday.'],
    ['another order of the words', 'On Monday the ferry was cancelled.', 'The ferry was cancelled on Monday.'],
    ['other function words', 'The ferry was cancelled on Monday.', 'A ferry was cancelled Monday.'],
    ['the same figure', 'The bridge will cost 6.83 billion won.', 'The bridge costs 6.83 billion won.'],
    ['Chinese', '前往灯塔岛的渡轮因暴风雨取消。', '前往灯塔岛的渡轮因暴风雨取消'],
  ])('is true for %s', (_case, one, other) => {
    expect(saysTheSame(worded(one), worded(other))).toBe(true);
    expect(saysTheSame(worded(other), worded(one))).toBe(true);
  });

  it.each([
    ['another number', long('114'), long('141')],
    ['another number in words', long('three'), long('four')],
    ['a number more', long('114'), long('many')],
    ['another decimal', 'The bridge will cost 6.83 billion won.', 'The bridge will cost 68.3 billion won.'],
    ['another day', `${long('all')} 5 January.`, `${long('all')} 6 January.`],
    ['a denial', `The mayor did not say so: ${long('all')}`, `The mayor did say so: ${long('all')}`],
    ['a denial with an apostrophe', `They didn’t: ${long('all')}`, `They did: ${long('all')}`],
    ['another subject', 'The ferry was cancelled on Monday.', 'The concert was cancelled on Monday.'],
    ['half of it', 'The ferry was cancelled.', 'The ferry was cancelled because a storm tore off roofs.'],
    ['nothing in common', 'The choir sang.', 'It rained in Busan.'],
    ['no words at all', '…', '—'],
  ])('is false for %s', (_case, one, other) => {
    expect(saysTheSame(worded(one), worded(other))).toBe(false);
    expect(saysTheSame(worded(other), worded(one))).toBe(false);
  });
});

describe('isRepetition', () => {
  it('is true where the one adds hardly a word', () => {
    const short = worded('The ferry to Lark Island was cancelled.');
    const whole = worded('The ferry to Lark Island was cancelled on Monday because of a storm.');
    expect(isRepetition(whole, short)).toBe(true);
    expect(isRepetition(short, whole)).toBe(true);
  });

  it('is false where both say something of their own', () => {
    const ferry = worded('The ferry to Lark Island was cancelled on Monday.');
    const bridge = worded('The bridge to Lark Island will be closed for repairs next year.');
    expect(isRepetition(ferry, bridge)).toBe(false);
  });

  it('is false where two tell the same with other figures: both are worth showing', () => {
    const one = worded('The bridge will cost 6.83 billion won, the council said.');
    const other = worded('The bridge will cost 7.1 billion won, the council said.');
    expect(isRepetition(one, other)).toBe(false);
    const [inDigits, inWords] = [worded('27 people were still missing.'), worded('Eleven people were still missing.')];
    expect(isRepetition(inDigits, inWords)).toBe(false);
    expect(isRepetition(worded('11 people were still missing.'), inWords)).toBe(true);
  });

  it('is true where one leaves out a figure of the other', () => {
    const whole = worded('The ferry carries 180 passengers and 30 cars.');
    expect(isRepetition(whole, worded('The ferry carries 180 passengers.'))).toBe(true);
  });

  it('holds of everything that says the same', () => {
    const [one, other] = [worded(long('114')), worded(long('114 tired'))];
    expect(saysTheSame(one, other)).toBe(true);
    expect(isRepetition(one, other)).toBe(true);
  });

  it('is false for sentences without words', () => {
    expect(isRepetition(worded('…'), worded('The choir sang.'))).toBe(false);
  });
});
