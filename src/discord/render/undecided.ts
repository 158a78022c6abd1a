import type { EntityCandidate, EntityLookup } from '../../domain/entity-lookup.js';
import { describeCandidate, howToAsk, nobodyFits, severalFit } from '../../wording/describe-entity.js';
import { entityText } from '../../wording/entity-text.js';
import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { buttonRows } from './buttons.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { textReply } from './text.js';

// 20 x (60 + 110 + number and marks) stay below 3,800, and 20 buttons fill four of the five rows.
const candidatesShown = 20;
const nameMax = 60;
const factsMax = 110;

/** A name that fits several or none: who could be meant, numbered, with a button each that says it was them. */
export function renderUndecided(
  lookup: Exclude<EntityLookup, { readonly status: 'found' }>,
  idOf: (candidate: EntityCandidate) => string,
): Reply {
  const isAmbiguous = lookup.status === 'ambiguous';
  const all = isAmbiguous ? lookup.candidates : lookup.nearest;
  const shown = all.slice(0, candidatesShown);
  const heading = isAmbiguous ? 'Who or what is meant?' : 'The nearest names:';
  const more = all.length > shown.length ? [`and ${all.length - shown.length} more; write more of the name`] : [];
  const list = shown.length === 0 ? [] : [[heading, ...shown.map(candidateLine), ...more].join('\n')];
  const description = [...list, ...(isAmbiguous ? [] : [`${howToAsk} Names are offered while you type.`])].join('\n\n');
  const title = clip(isAmbiguous ? severalFit(lookup.name) : nobodyFits(lookup.name), limits.title, escapeMarkdown);
  return {
    embeds: [{ color: embedColor[isAmbiguous ? 'related-only' : 'not-covered'], title, description }],
    components: buttonRows(
      shown.map((candidate, index) => ({ label: `${index + 1}. ${candidate.name}`, customId: idOf(candidate) })),
    ),
    plain: textReply(entityText(lookup)).plain,
  };
}

function candidateLine(candidate: EntityCandidate, index: number): string {
  const name = clip(candidate.name, nameMax, escapeMarkdown);
  return `**${index + 1}. ${name}** · ${clip(describeCandidate(candidate), factsMax, escapeMarkdown)}`;
}
