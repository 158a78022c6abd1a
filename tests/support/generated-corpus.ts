import { createHash } from 'node:crypto';
import { type Article, articleId } from '../../src/domain/article.js';
import { seeded } from './random.js';

const places = ['Larkhaven', 'Northport', 'Eastwick', 'Gullmouth', 'Stonequay', 'Ferrybridge', 'Marlow', 'Osthafen'];
const things = [
  'library',
  'ferry',
  'bridge',
  'orchestra',
  'harbour wall',
  'tram',
  'market hall',
  'lighthouse',
  'school',
];
const deeds = ['was repaired', 'was painted', 'was closed', 'was opened again', 'was sold', 'was inspected'];
const people = ['Mina Seo', 'Jonas Falk', 'Thanh Ha', 'Ruth Okafor', 'Emil Brandt', 'Ines Duarte', 'Piet Vos'];
const outlets = ['Harbour Post', 'The Daily Gull', 'Gull Weekly', 'Coast Courier'];

/** The word every sentence of an edition carries, and no sentence of another. */
export function editionMark(edition: number): string {
  return `Edition${edition}mark`;
}

/** What to ask of a generated corpus: each names a thing and a place it knows. */
export function generatedQuestions(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const [place, thing] = [pick(places, i), pick(things, Math.floor(i / places.length))];
    return i % 2 === 0 ? `How much did the ${thing} of ${place} cost?` : `When was the ${thing} of ${place} inspected?`;
  });
}

/** So many short articles, the same for the same numbers; every sentence carries the mark of the edition. */
export function generatedArticles(count: number, edition: number, sentences = 4): Article[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seeded(i + 1);
    const [place, thing, person] = [pick(places, i), pick(things, Math.floor(i / places.length)), pick(people, i)];
    const lines = Array.from({ length: sentences }, (_, line) => {
      const number = 1_000 + Math.floor(random() * 900_000) + edition;
      const about =
        line === 0 ? `The ${thing} of ${place} cost ${number} crowns` : `In year ${number} it ${pick(deeds, number)}`;
      return `${about}, ${person} wrote in ${editionMark(edition)}.`;
    });
    return made(
      `article-${String(i).padStart(6, '0')}`,
      `The ${thing} of ${place}`,
      lines.join(' '),
      pick(outlets, i),
      i,
    );
  });
}

function made(id: string, title: string, body: string, publisher: string, day: number): Article {
  const published = new Date(Date.UTC(2026, 0, 1 + (day % 365))).toISOString().slice(0, 10);
  const contentHash = createHash('sha256').update(`${title}\n${body}`).digest('hex');
  const unknown = { byline: undefined, url: undefined, language: 'en' };
  return { id: articleId(id), title, publisher, published, body, contentHash, ...unknown };
}

function pick<T>(values: readonly T[], number: number): T {
  const value = values[number % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
