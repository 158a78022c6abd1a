import type { EntityDetail, SourcedQuote } from '../../domain/entity-lookup.js';
import { counted } from '../../wording/counted.js';
import { type Page, pageOf } from './pages.js';

// Five sentences with outlet, date, title and address get 800 characters each of a description's 4,096.
const sentencesPerPage = 5;
// Their buttons fill two rows.
const companionsPerPage = 8;

/** A page of a section: what of it is shown, and what there is in all. */
export interface DetailPart extends Omit<Page<unknown>, 'shown'> {
  readonly shown: EntityDetail;
  /** `34 mentions`. */
  readonly count: string;
}

/** The page that is wanted, counted from 0, or the last one where there are fewer. */
export function detailPage(detail: EntityDetail, wanted: number): DetailPart {
  switch (detail.section) {
    case 'mentions': {
      const page = pageOf(detail.quotes, wanted, sentencesPerPage);
      return { ...page, count: counted(detail.quotes.length, 'mention'), shown: { ...detail, quotes: page.shown } };
    }
    case 'said': {
      const page = pageOf(detail.sayings, wanted, sentencesPerPage);
      return { ...page, count: counted(detail.sayings.length, 'sentence'), shown: { ...detail, sayings: page.shown } };
    }
    case 'companions': {
      const page = pageOf(detail.companions, wanted, companionsPerPage);
      return {
        ...page,
        count: counted(detail.companions.length, 'name'),
        shown: { ...detail, companions: page.shown },
      };
    }
    case 'timeline':
      return timelinePage(detail, wanted);
  }
}

type Timeline = Extract<EntityDetail, { readonly section: 'timeline' }>;

/** The sentences of a timeline, one an article, in its order. */
export function datedQuotes({ days }: Timeline): SourcedQuote[] {
  return days.flatMap(({ articles }) => articles.map((article) => ({ article, quote: article.quote })));
}

function timelinePage(detail: Timeline, wanted: number): DetailPart {
  const all = detail.days.flatMap(({ articles }) => articles);
  const page = pageOf(all, wanted, sentencesPerPage);
  const days = detail.days.flatMap(({ day, articles }) => {
    const shown = articles.filter((article) => page.shown.includes(article));
    return shown.length === 0 ? [] : [{ day, articles: shown }];
  });
  return { ...page, count: counted(all.length, 'article'), shown: { ...detail, days } };
}
