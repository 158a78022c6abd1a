import { articleId } from '../../src/domain/article.js';
import { type FakeArticle, fakeArticle } from './fake-dateline.js';

/** Two outlets that report the same event, and one article that says nothing about itself. */
export const forumArticles: readonly FakeArticle[] = [
  fakeArticle({
    id: articleId('forum'),
    publisher: 'The Korea Herald',
    title: 'Nine agreements signed at Beijing forum',
    url: 'https://www.koreaherald.com/article/10649345',
    sentences: [
      'About 400 people attended the forum.',
      'Which companies signed agreements in Beijing was announced on Monday: SK, Samsung and LG.',
      'The last forum was nine years ago.',
    ],
  }),
  fakeArticle({
    id: articleId('xinhua'),
    publisher: 'Xinhua',
    title: 'Xi holds talks with ROK president',
    published: '2026-01-06T10:00+08:00',
    url: 'https://english.news.cn/(talks)',
    sentences: ['The two presidents discussed trade and tourism.'],
  }),
  fakeArticle({
    id: articleId('nameless'),
    publisher: undefined,
    title: 'Untitled note',
    published: undefined,
    url: undefined,
    sentences: ['A giant panda was mentioned at dinner.'],
  }),
];

/** 45 outlets of one article each: three pages of `/sources`. */
export const manyOutlets: readonly FakeArticle[] = Array.from({ length: 45 }, (_, index) =>
  fakeArticle({
    id: articleId(`article-${index}`),
    publisher: `Outlet ${String(index + 1).padStart(2, '0')}`,
    sentences: [`Sentence ${index}.`],
  }),
);
