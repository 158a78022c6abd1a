import type { EntityId } from '../../domain/entity.js';
import type { EntityCard, EntityCompanion, EntityDetail } from '../../domain/entity-lookup.js';
import {
  describeCandidate,
  describeTogether,
  noneText,
  sectionNames,
  withMarks,
} from '../../wording/describe-entity.js';
import { detailText } from '../../wording/entity-text.js';
import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { entityPressId } from '../lookup-custom-id.js';
import { articleLink } from './article-link.js';
import { buttonRows, type PressButton, pageButtons } from './buttons.js';
import { embedColor } from './colors.js';
import { datedQuotes, detailPage } from './detail-page.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { quoteSources, sayingSources } from './quote-source.js';
import { type Source, sourceList } from './source-list.js';
import { textReply } from './text.js';

// The companions of a page have a button each.
const companionRows = 2;
// 8 x (80 + 110 + 300 + marks) stay below the 4,096 of a description.
const nameMax = 80;
const factsMax = 110;

/** Which page is shown, and to whom its buttons belong. */
export interface DetailPage {
  /** From 0. */
  readonly page: number;
  readonly ownerId: string;
}

/** One page of a section of an entity, with buttons for the other pages, for its card, and for its companions' cards. */
export function renderDetail(
  { id, name }: Pick<EntityCard, 'id' | 'name'>,
  detail: EntityDetail,
  { page: wanted, ownerId }: DetailPage,
): Reply {
  const { page, pages, before, count, shown } = detailPage(detail, wanted);
  const title = `${clip(name, limits.title / 2, escapeMarkdown)} · ${sectionNames[shown.section]}`;
  const footer = { text: `Page ${page + 1} of ${pages} · ${count}` };
  const idOf = (to: number) => entityPressId(shown.section, to, ownerId, id);
  const overview = cardButton('Overview', id, ownerId);
  const others = shown.section === 'companions' ? shown.companions : [];
  return {
    embeds: [{ color: embedColor.answered, title, description: pageText(shown, before) || noneText, footer }],
    components: [
      ...buttonRows([...pageButtons(page, pages, idOf), overview]),
      ...buttonRows(
        others.filter((one) => one.id !== id).map((one) => cardButton(one.name, one.id, ownerId)),
        companionRows,
      ),
    ],
    plain: textReply(detailText(name, shown, before)).plain,
  };
}

function cardButton(label: string, id: EntityId, ownerId: string): PressButton {
  return { label, customId: entityPressId('card', 0, ownerId, id) };
}

function pageText(shown: EntityDetail, before: number): string {
  switch (shown.section) {
    case 'mentions':
      return listOf(quoteSources(shown.quotes, before));
    case 'said':
      return listOf(sayingSources(shown.sayings.map(withMarks), before));
    case 'timeline':
      return listOf(quoteSources(datedQuotes(shown), before));
    case 'companions':
      return shown.companions.map(companionLine).join('\n');
  }
}

function listOf(sources: readonly Source[]): string {
  return sources.length === 0 ? '' : sourceList(sources, limits.description);
}

/** The first of the shared articles is linked; all of them are among the companion's own mentions. */
function companionLine(companion: EntityCompanion): string {
  const name = clip(companion.name, nameMax, escapeMarkdown) || 'Without a name';
  const facts = clip(`${describeTogether(companion)} (${describeCandidate(companion)})`, factsMax, escapeMarkdown);
  const [first] = companion.shared;
  return [`**${name}**`, facts, ...(first === undefined ? [] : [articleLink(first.url)])].join(' · ');
}
