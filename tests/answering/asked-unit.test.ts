import { describe, expect, it } from 'vitest';
import { holdsAskedUnit } from '../../src/answering/asked-unit.js';

describe('holdsAskedUnit', () => {
  it.each([
    ['How much did the bridge cost?', 'It came to 6.83 billion won.'],
    ['How much was paid?', 'They paid $35.'],
    ['What is the price of a ticket?', 'A ticket is 4,500 yuan.'],
    ['How old is the mayor?', 'The mayor, 54, was born in Busan.'],
    ['시장은 몇 살인가요?', '시장은 54세다.'],
    ['市长几岁？', '市长今年54岁。'],
    ['How deep is the harbour?', 'It is 12 metres deep.'],
    ['How far did they sail?', 'They sailed 900 kilometres.'],
    ['What percentage voted for it?', 'Half of them did.'],
    ['Which proportion of the roofs was lost?', 'A loss of 40% was counted.'],
  ])('%s – yes: %s', (question, sentence) => {
    expect(holdsAskedUnit(question, [sentence])).toBe(true);
  });

  it.each([
    ['How much did the bridge cost?', 'The bridge cost a lot in 2026.'],
    ['How old is the mayor?', 'The mayor has 3 dogs.'],
    ['How deep is the harbour?', 'The harbour has 12 quays.'],
    ['What percentage voted for it?', '40 voted for it.'],
  ])('%s – no: %s', (question, sentence) => {
    expect(holdsAskedUnit(question, [sentence])).toBe(false);
  });

  it('is content with one sentence of several', () => {
    expect(holdsAskedUnit('How deep is it?', ['It is deep.', 'It has 12 metres.'])).toBe(true);
    expect(holdsAskedUnit('How deep is it?', [])).toBe(false);
  });

  it.each(['How many ferries are there?', 'Who paid?', 'Why was the ferry late?', '渡轮为什么取消？'])(
    'asks for no unit in %s',
    (question) => {
      expect(holdsAskedUnit(question, ['It rained.'])).toBe(true);
    },
  );

  it.each(['Who complained about the cost of the bridge?', 'Why did the price of fish rise?'])(
    'asks for no amount where money is only spoken of: %s',
    (question) => {
      expect(holdsAskedUnit(question, ['It rained.'])).toBe(true);
    },
  );
});
