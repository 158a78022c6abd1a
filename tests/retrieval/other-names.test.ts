import { describe, expect, it } from 'vitest';
import { namedTerms, withOtherNames } from '../../src/retrieval/other-names.js';
import { tokenize } from '../../src/retrieval/tokenize.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { entitiesOf, marked } from '../support/named-articles.js';

const articles = [
  marked('a', '{script:[o:Lark Ferry Company] ([o:하늘페리])} sailed at dawn. A ferry waited.'),
  marked('b', '{script:[p:Mara Quill] ([p:마라퀼])} opened the ferry. The ferry sailed.'),
  marked('c', 'A company paid for the ferry.'),
];
const entities = entitiesOf(articles);
const snapshot = {
  ...(await snapshotOf(articles.map(({ article }) => article))),
  catalogue: { entities },
};
const numberOf = (name: string) => entities.findIndex((entity) => entity.name === name);
const named = (topic: string, name: string, as = name) =>
  namedTerms(snapshot, topic, [
    {
      entity: numberOf(name),
      kind: 'person',
      slip: false,
      start: topic.indexOf(as),
      end: topic.indexOf(as) + as.length,
    },
  ]);
const word = { terms: new Map([['quil', 1]]), known: false, content: true, weight: 9 };
const termOf = (text: string) => tokenize(text).find(({ primary }) => primary)?.term ?? '';

describe('the other names of one who is named', () => {
  it('are borne by the most telling word of the name; the others only help to name', () => {
    const found = named('When did Mara Quill come?', 'Mara Quill');
    expect([...found.keys()]).toEqual([9, 14]);
    expect([...found.values()].filter(({ terms }) => terms !== undefined)).toHaveLength(1);
    const ferry = named('the Lark Ferry Company', 'Lark Ferry Company');
    expect(ferry.get(4)?.terms).toBeDefined();
    expect(ferry.get(9)?.terms).toBeUndefined();
  });

  it('bring the terms of all names that the coverage has, each by its share of the name', () => {
    const terms = named('Lark', 'Lark Ferry Company', 'Lark').get(0)?.terms;
    expect(terms?.get(termOf('Lark'))).toBeGreaterThan(0.3);
    expect(terms?.get(termOf('Lark'))).toBeLessThan(1);
    for (const share of terms?.values() ?? []) expect(share).toBeLessThanOrEqual(1);
    expect(terms?.has(termOf('ferry'))).toBe(false);
    expect([...(terms?.keys() ?? [])].some((term) => /\p{Script=Hangul}/u.test(term))).toBe(true);
  });

  it('are none of nobody', () => {
    expect(namedTerms(snapshot, 'Who sailed?', []).size).toBe(0);
  });
});

describe('a word with the other names', () => {
  it('stays as it is where nobody is named by it', () => {
    expect(withOtherNames(snapshot, word, undefined)).toBe(word);
  });

  it('is no content where it only helps to name and the coverage does not have it', () => {
    expect(withOtherNames(snapshot, word, { terms: undefined, kind: 'person' })).toEqual({ ...word, content: false });
    const known = { ...word, known: true };
    expect(withOtherNames(snapshot, known, { terms: undefined, kind: 'person' })).toBe(known);
  });

  it('is known by the other names where the coverage does not have it, and no rarer than they', () => {
    const slip = withOtherNames(snapshot, word, { terms: new Map([[termOf('ferry'), 0.5]]), kind: 'person' });
    expect(slip).toMatchObject({ known: true, content: true });
    expect(slip.weight).toBe(snapshot.passageIndex.inverseDocumentFrequency(termOf('ferry')));
    expect([...slip.terms]).toEqual([
      ['quil', 1],
      [termOf('ferry'), 0.5],
    ]);
  });

  it('keeps its weight and the larger share where the coverage has it', () => {
    const terms = new Map([
      ['quil', 0.4],
      ['lark', 0.6],
    ]);
    expect(withOtherNames(snapshot, { ...word, known: true }, { terms, kind: 'person' })).toEqual({
      ...word,
      known: true,
      terms: new Map([
        ['quil', 1],
        ['lark', 0.6],
      ]),
    });
  });

  it('of a known country is searched in other scripts only, of a person in every spelling', () => {
    const terms = new Map([
      ['united', 0.5],
      ['美国', 1],
    ]);
    const known = { ...word, known: true };
    const added = (kind: 'person' | 'place') => [...withOtherNames(snapshot, known, { terms, kind }).terms.keys()];
    expect(added('place')).toEqual(['quil', '美国']);
    expect(added('person')).toEqual(['quil', 'united', '美国']);
  });
});
