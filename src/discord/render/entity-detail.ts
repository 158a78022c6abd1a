import type { EntityCard, EntityCompanion, EntityDetail } from '../../domain/entity-lookup.js';
import { counted } from '../../wording/counted.js';
import { describeCandidate, describeTogether, sectionNames } from '../../wording/describe-entity.js';
import { detailText } from '../../wording/entity-text.js';
import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { entityPressId } from '../lookup-custom-id.js';
import { articleLink } from './article-link.js';
import { buttonRows, type PressButton, pageButtons } from './buttons.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { type Page, pageOf } from './pages.js';
import { quoteSources, sayingSources } from './quote-source.js';
import { sourceList } from './source-list.js';
import { textReply } from './text.js';

// Five sentences with outlet, date, title and address get 800 characters each.
const sentencesPerPage = 5;
// 8 x (80 + 110 + 300 + marks) stay below the 4,096 of a description; their buttons fill two rows.
const companionsPerPage = 8;
const companionRows = 2;
const nameMax = 80;
const factsMax = 110;

/** Which page is shown, and to whom its buttons belong. */
export interface DetailPage {
  /** From 0. */
  readonly page: number;
  readonly ownerId: string;
}

interface Shown {
  readonly page: number;
  readonly pages: number;
  readonly count: string;
  readonly text: string;
  /** The companions of the page; empty elsewhere. */
  readonly companions: readonly EntityCompanion[];
}

/** One page of a section of an entity, with buttons for the other pages, for its card, and for its companions' cards. */
export function renderDetail(
  { id, name }: Pick<EntityCard, 'id' | 'name'>,
  detail: EntityDetail,
  { page: wanted, ownerId }: DetailPage,
): Reply {
  const { page, pages, count, text, companions } = shownOf(detail, wanted);
  const title = `${clip(name, limits.title / 2, escapeMarkdown)} · ${sectionNames[detail.section]}`;
  const footer = { text: `Page ${page + 1} of ${pages} · ${count}` };
  const idOf = (to: number) => entityPressId(detail.section, to, ownerId, id);
  const overview: PressButton = { label: 'Overview', customId: entityPressId('card', 0, ownerId, id) };
  const others = companions.map((one) => ({ label: one.name, customId: entityPressId('card', 0, ownerId, one.id) }));
  return {
    embeds: [{ color: embedColor.answered, title, description: text || 'The coverage has none.', footer }],
    components: [
      ...buttonRows([...pageButtons(page, pages, idOf), overview]),
      ...buttonRows(
        others.filter(({ customId }) => customId !== overview.customId),
        companionRows,
      ),
    ],
    plain: textReply(detailText(name, detail)).plain,
  };
}

function shownOf(detail: EntityDetail, wanted: number): Shown {
  switch (detail.section) {
    case 'mentions': {
      const page = pageOf(detail.quotes, wanted, sentencesPerPage);
      return sentences(page, counted(detail.quotes.length, 'mention'), quoteSources(page.shown, page.before));
    }
    case 'said': {
      const page = pageOf(detail.sayings, wanted, sentencesPerPage);
      return sentences(page, counted(detail.sayings.length, 'sentence'), sayingSources(page.shown, page.before));
    }
    case 'timeline': {
      const articles = detail.days.flatMap((day) => day.articles.map((article) => ({ article, quote: article.quote })));
      const page = pageOf(articles, wanted, sentencesPerPage);
      return sentences(page, counted(articles.length, 'article'), quoteSources(page.shown, page.before));
    }
    case 'companions': {
      const page = pageOf(detail.companions, wanted, companionsPerPage);
      const count = counted(detail.companions.length, 'name');
      return { ...page, count, text: page.shown.map(companionLine).join('\n'), companions: page.shown };
    }
  }
}

function sentences(page: Page<unknown>, count: string, sources: Parameters<typeof sourceList>[0]): Shown {
  const text = sources.length === 0 ? '' : sourceList(sources, limits.description);
  return { ...page, count, text, companions: [] };
}

/** The first of the shared articles is linked; all of them are among the companion's own mentions. */
function companionLine(companion: EntityCompanion): string {
  const name = clip(companion.name, nameMax, escapeMarkdown) || 'Without a name';
  const facts = clip(`${describeTogether(companion)} (${describeCandidate(companion)})`, factsMax, escapeMarkdown);
  const [first] = companion.shared;
  return [`**${name}**`, facts, ...(first === undefined ? [] : [articleLink(first.url)])].join(' · ');
}
