import { describe, expect, it } from 'vitest';
import { completions, correctionOf } from '../../src/answering/complete-statement.js';
import type { Article } from '../../src/domain/article.js';
import { article } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { sentenceWith, weighFor } from '../support/weighed-evidence.js';

/** What completes the sentence with the words `best`. */
async function completing(articles: readonly Article[], question: string, best: string): Promise<string[]> {
  const snapshot = await snapshotOf(articles);
  const { focus, weighed } = await weighFor(snapshot, question);
  return completions(snapshot, focus, sentenceWith(best, weighed), weighed).map(({ text }) => text);
}

const speech = article(
  'speech',
  'Thanh Hà, the mayor, opened the library. Readers applauded. The mayor said that books make a town. It rained.',
);
const other = article('other', 'Conductor Jae-myung Seo took five bows. The hall was full.');

describe('correctionOf', () => {
  const correcting = async (title: string, body: string, best: string) => {
    const snapshot = await snapshotOf([article('corrected', body, { title })]);
    const { weighed } = await weighFor(snapshot, 'How long is the bridge?');
    return correctionOf(snapshot, sentenceWith(best, weighed), weighed)?.text;
  };

  it.each([
    ['Correction', 'An article said that the bridge is nine metres long. It has sixty metres. It rained.'],
    ['Bridge (corrected)', 'We wrote that the bridge is nine metres long. It has sixty metres. It rained.'],
    ['Bridge opened', 'Our story gave the bridge as nine metres long. The correct figure is sixty metres. It rained.'],
    ['Bridge opened', 'An earlier version described the bridge as nine metres long. In fact it has sixty. It rained.'],
  ])('is, headed "%s", the sentence after what was printed', async (title, body) => {
    expect(await correcting(title, body, 'nine metres')).toMatch(/sixty/);
  });

  it.each([
    ['Bridge opened', 'A report said that the bridge is nine metres long. It rained.'],
    ['Correction', 'The bridge is nine metres long. It rained.'],
    ['Correction', 'It rained. An article said that the bridge is nine metres long.'],
  ])('is nothing, headed "%s", where "%s" corrects nothing', async (title, body) => {
    expect(await correcting(title, body, 'nine metres')).toBeUndefined();
  });
});

describe('completions', () => {
  it('gives the full name of who is called only by a title', async () => {
    expect(await completing([speech, other], 'Who said that books make a town?', 'books make a town')).toEqual([
      'Thanh Hà, the mayor, opened the library.',
    ]);
  });

  it('takes nobody’s name from another article', async () => {
    const nameless = article(
      'nameless',
      'It rained all day and the whole night in the town. The mayor said that books make a town. The readers applauded.',
    );
    const added = await completing([other, nameless], 'Who said that books make a town?', 'books make a town');
    expect(added.filter((text) => text.includes('Seo'))).toEqual([]);
  });

  it('gives the next sentence where the first speaks of somebody', async () => {
    const quay = article('quay', 'A minister waited on the quay. Jae-myung Seo greeted the guests. It rained.');
    expect(await completing([quay], 'Who waited on the quay?', 'waited on the quay')).toEqual([
      'Jae-myung Seo greeted the guests.',
    ]);
  });

  it('adds no name where the sentence has it', async () => {
    const named = article('named', 'Jae-myung Seo spoke first. Thanh Hà said that books make a town. It rained.');
    expect(await completing([named], 'Who said that books make a town?', 'books make a town')).toEqual([]);
  });

  it('gives the number that stands in the next sentence', async () => {
    const bridge = article(
      'bridge',
      'Everyone waits. The bridge has its price. It comes to 6.83 billion won. It rains.',
    );
    expect(await completing([bridge], 'How much is the price of the bridge?', 'has its price')).toEqual([
      'It comes to 6.83 billion won.',
    ]);
  });

  it('gives the day that stands in the sentence before', async () => {
    const choir = article('choir', 'It was 5 March. The choir sang in the hall. Everyone clapped.');
    expect(await completing([choir], 'When did the choir sing in the hall?', 'choir sang')).toEqual([
      'It was 5 March.',
    ]);
  });

  it('adds nothing to a sentence that has its number', async () => {
    const bridge = article('bridge', 'It has 4 lanes. The bridge cost 6.83 billion won. It took 10 years.');
    expect(await completing([bridge], 'How much did the bridge cost?', 'bridge cost')).toEqual([]);
  });

  it('goes on with the items of a list', async () => {
    const gifts = article(
      'gifts',
      'It rained. The mayor brought several gifts. Among them was a painted fan. There was also a clock. He left early.',
    );
    const added = await completing([gifts], 'Which gifts did the mayor bring?', 'several gifts');
    expect(added.slice(0, 2)).toEqual(['Among them was a painted fan.', 'There was also a clock.']);
  });

  it('adds nothing to an answer of no particular kind', async () => {
    expect(await completing([speech, other], 'What did the readers do in the library?', 'Readers applauded')).toEqual(
      [],
    );
  });
});
