import type { QuotesFound } from '../../domain/entity-lookup.js';
import { counted } from '../../wording/counted.js';
import { noSayings, sayingsTitle, withMarks } from '../../wording/describe-entity.js';
import { quotesText } from '../../wording/entity-text.js';
import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { entityPressId, quotesPressId } from '../lookup-custom-id.js';
import { buttonRows, pageButtons } from './buttons.js';
import { embedColor } from './colors.js';
import type { DetailPage } from './entity-detail.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { pageOf } from './pages.js';
import { sayingSources } from './quote-source.js';
import { sourceList } from './source-list.js';
import { textReply } from './text.js';

// Five sentences with outlet, date, title and address get 800 characters each.
const sayingsPerPage = 5;

type Found = Extract<QuotesFound, { readonly status: 'found' }>;

/** One page of what somebody said, with buttons for the other pages and for the speaker's card. */
export function renderQuotes(found: Found, { page: wanted, ownerId }: DetailPage): Reply {
  const { speaker, about, sayings } = found;
  const { shown, page, pages, before } = pageOf(sayings, wanted, sayingsPerPage);
  const idOf = (to: number) => quotesPressId(to, ownerId, speaker.id, about);
  const overview = { label: 'Overview', customId: entityPressId('card', 0, ownerId, speaker.id) };
  return {
    embeds: [
      {
        color: embedColor[sayings.length === 0 ? 'not-covered' : 'answered'],
        title: clip(sayingsTitle(speaker.name, about), limits.title, escapeMarkdown),
        description:
          sayings.length === 0
            ? clip(noSayings(speaker.name, about), limits.description, escapeMarkdown)
            : sourceList(sayingSources(shown.map(withMarks), before), limits.description),
        footer: { text: `Page ${page + 1} of ${pages} · ${counted(sayings.length, 'sentence')}` },
      },
    ],
    components: buttonRows([...pageButtons(page, pages, idOf), overview]),
    plain: textReply(quotesText({ ...found, sayings: shown }, before)).plain,
  };
}
