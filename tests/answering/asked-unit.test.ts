import { describe, expect, it } from 'vitest';
import { askedUnit, holdsUnit } from '../../src/answering/asked-unit.js';

const holdsAskedUnit = (question: string, sentences: readonly string[]) => holdsUnit(askedUnit(question), sentences);

describe('the unit asked for', () => {
  it.each([
    ['How much did the bridge cost?', 'It came to 6.83 billion won.'],
    ['How much was paid?', 'They paid $35.'],
    ['What is the price of a ticket?', 'A ticket is 4,500 yuan.'],
    ['How old is the mayor?', 'The mayor, 54, was born in Busan.'],
    ['시장은 몇 살인가요?', '시장은 54세다.'],
    ['市长几岁？', '市长今年54岁。'],
    ['How deep is the harbour?', 'It is 12 metres deep.'],
    ['How far did they sail?', 'They sailed 900 kilometres.'],
    ['How tall is the tower?', 'The tower has three storeys.'],
    ['How high did the index climb?', 'It climbed to 4,500 points.'],
    ['How heavy is the bell?', 'The bell weighs 4 tonnes.'],
    ['What will the new ferry cost?', 'It is to cost 12 million euros.'],
    ['What percentage voted for it?', 'Half of them did.'],
    ['In which month does the fair open?', 'It opens in May.'],
    ['In what year did the harbour freeze?', 'It froze in 1897.'],
    ['At what time does the library open?', 'It opens at nine.'],
    ['When will the ferry sail again?', 'It is to sail again on 3 May.'],
    ['When is the next fair planned?', 'The fair is due in May.'],
    ['When did the ferry sail?', 'It sailed on 3 May.'],
    ['When was the match stopped due to rain?', 'It was stopped on Tuesday.'],
    ['When did the mayor say she will resign?', 'The mayor said so on Tuesday.'],
    ['How much did the cost of living rise?', 'It rose by 12%.'],
    ['Which proportion of the roofs was lost?', 'A loss of 40% was counted.'],
  ])('%s – yes: %s', (question, sentence) => {
    expect(holdsAskedUnit(question, [sentence])).toBe(true);
  });

  it.each([
    ['How much did the bridge cost?', 'The bridge cost a lot in 2026.'],
    ['What is the price of a ticket?', 'The index rose past 4,500 points.'],
    ['How old is the mayor?', 'The mayor has 3 dogs.'],
    ['How deep is the harbour?', 'The harbour has 12 quays.'],
    ['How tall is the tower?', 'Rents near the tower rose by 6 percent.'],
    ['How heavy is the bell?', 'The bell hangs 40 metres above the square.'],
    ['What will the new ferry cost?', 'The new ferry carries 200 people.'],
    ['What percentage voted for it?', '40 voted for it.'],
    ['In which month does the fair open?', 'It opens on a Monday.'],
    ['In what year did the harbour freeze?', 'It froze on 3 May.'],
    ['At what time does the library open?', 'It opens on Mondays.'],
    ['When will the ferry sail again?', 'It sailed on 3 May.'],
    ['In which month will the lions arrive?', 'The lions are going to Busan; a paper was signed on 5 January.'],
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
