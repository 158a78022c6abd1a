import { articleId } from '../../src/domain/article.js';
import type { SourcedQuote, SourcedSaying } from '../../src/domain/entity-lookup.js';
import { type FakeArticle, fakeArticle } from './fake-dateline.js';
import { candidateOf, FakeDirectory, type FakeEntity, fakeEntity } from './fake-directory.js';

const opening = fakeArticle({
  id: articleId('opening'),
  publisher: 'Harbour Post',
  title: 'Bridge to Lark Island opened',
  published: '2026-02-03',
  sentences: ['Harbour master Mara Quill cut the ribbon.', '“The bridge is yours,” Mara Quill said.'],
});
const costs = fakeArticle({
  id: articleId('costs'),
  publisher: 'The Daily Gull',
  title: 'Bridge twice as dear',
  published: '2026-02-01',
  sentences: ['Mara Quill, head of the port, told reporters that the bridge had cost 6.8 billion crowns.'],
});
const storm = fakeArticle({
  id: articleId('storm'),
  publisher: undefined,
  title: 'Ferry cancelled in storm',
  published: undefined,
  url: undefined,
  sentences: ['Quill and the Lark Ferry Company cancelled the ferry.'],
});

const quoteOf = (article: FakeArticle, index = 0): SourcedQuote => ({ article, quote: article.sentences[index] ?? '' });

/** Harbour master of a town: two outlets give two titles, and one article knows no date. */
export const maraQuill: FakeEntity = (() => {
  const company = candidateOf(
    fakeEntity({ name: 'Lark Ferry Company', kind: 'organisation', roles: [], articles: [storm] }),
  );
  const said: SourcedSaying[] = [
    { ...quoteOf(opening, 1), speaker: 'Mara Quill', role: 'harbour master', verb: 'said', form: 'direct' },
    { ...quoteOf(costs), speaker: 'Mara Quill', role: undefined, verb: 'told', form: 'reported' },
  ];
  return fakeEntity(
    {
      name: 'Mara Quill',
      aliases: [
        { text: 'Mara Quill', articles: [opening, costs] },
        { text: 'M. Quill', articles: [storm] },
      ],
      roles: [
        { text: 'harbour master', articles: [opening] },
        { text: 'head of the port', articles: [costs] },
      ],
      companions: [{ ...company, shared: [storm] }],
      merges: [{ alias: 'M. Quill', other: 'Mara Quill', reason: 'first name shortened', articles: [storm.id] }],
      possiblySame: [{ ...candidateOf(fakeEntity({ name: 'Mara Quillon' })), reason: 'names differ by two letters' }],
    },
    [quoteOf(opening), quoteOf(costs), quoteOf(storm)],
    said,
  );
})();

/** Shares a first name with the harbour master; nobody quotes her. */
export const maraHolm = fakeEntity({ name: 'Mara Holm', roles: [{ text: 'baker', articles: [costs] }] }, [
  quoteOf(costs),
]);

const letters = Array.from({ length: 12 }, (_, index) =>
  fakeArticle({
    id: articleId(`letter-${index}`),
    title: `Letter ${index + 1}`,
    published: `2026-03-${String(index + 1).padStart(2, '0')}`,
    sentences: [`Olaf Strand wrote letter ${index + 1}.`],
  }),
).toReversed();

/** Has three pages of mentions and of sayings, about an orchard in every other one. */
export const olafStrand = fakeEntity(
  { name: 'Olaf Strand' },
  letters.map((article) => quoteOf(article)),
  letters.map((article, index) => ({
    article,
    quote: `“Remark ${letters.length - index} on the ${index % 2 === 0 ? 'orchard' : 'school'},” Strand said.`,
    speaker: 'Olaf Strand',
    role: undefined,
    verb: 'said',
    form: 'direct' as const,
  })),
);

/** A society whose id is too long for a button or a choice. */
export const longNamed = fakeEntity(
  { name: `Society ${'of the Friends '.repeat(12)}of the Harbour`, kind: 'organisation' },
  [quoteOf(storm)],
);

/** A town's people and organisations. */
export function fakePeople(): FakeDirectory {
  return new FakeDirectory([maraQuill, maraHolm, olafStrand, longNamed]);
}
