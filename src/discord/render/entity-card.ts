import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { EntityCard, EntitySection, SourcedName } from '../../domain/entity-lookup.js';
import { counted } from '../../wording/counted.js';
import {
  describeCandidate,
  describeMerge,
  describePossiblySame,
  describePresence,
  describeTakenFor,
  describeTogether,
  describeUse,
  sectionNames,
  withMarks,
} from '../../wording/describe-entity.js';
import { entityText } from '../../wording/entity-text.js';
import type { Reply } from '../command.js';
import { entityPressId } from '../lookup-custom-id.js';
import { buttonRows, type PressButton } from './buttons.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { quoteSources, sayingSources } from './quote-source.js';
import { type Source, sourceList } from './source-list.js';
import { escapeLines, textReply } from './text.js';

// 6,000 characters in all: the card takes at most 200 (title) + 250 + 150 + 300 (names) + 4 x 190 (titles) + 170 + 550
// (companions) + 250 + 350 + labels (100) < 3,100; the sentences get two times 1,430 and their headings.
const titleMax = 200;
const presenceMax = 250;
const takenForMax = 150;
const namesMax = 300;
const rolesShown = 4;
const roleMax = 60;
const useMax = 130;
const moreRolesMax = 150;
const companionsShown = 5;
const companionMax = 100;
const mergesMax = 250;
const possiblyMax = 350;
const sentencesMax = 1430;

/**
 * What a reader first sees of an entity, with buttons that lead to all of each part. `takenFor`: what was typed, where it is
 * not exactly a name of the entity.
 */
export function renderCard(card: EntityCard, ownerId: string, takenFor?: string): Reply {
  const quotes = quoteSources(card.about, 0);
  const sayings = sayingSources(card.said.map(withMarks), card.about.length);
  return {
    embeds: [cardEmbed(card, takenFor), ...sentencesEmbed('Mentioned', quotes), ...sentencesEmbed('Said', sayings)],
    components: [...buttonRows(sectionButtons(card, ownerId)), ...buttonRows(sameButtons(card, ownerId), 1)],
    plain: textReply(entityText({ status: 'found', entity: card, takenFor })).plain,
  };
}

function cardEmbed(card: EntityCard, takenFor: string | undefined): APIEmbed {
  const taken = takenFor === undefined ? [] : [clip(describeTakenFor(takenFor, card), takenForMax, escapeMarkdown)];
  return {
    color: embedColor.answered,
    title: clip(card.name, titleMax, escapeMarkdown) || 'Without a name',
    description: [...taken, clip(describePresence(card), presenceMax, escapeMarkdown)].join('\n'),
    fields: [
      ...field('Written', card.aliases.map(alias).join(', '), namesMax),
      ...roleFields(card.roles),
      ...field('Often with', companionLines(card), companionsShown * (companionMax + 1)),
      ...field('Taken for one', card.merges.map(describeMerge).join('\n'), mergesMax),
      ...field('Possibly the same', card.possiblySame.map(describePossiblySame).join('\n'), possiblyMax),
    ],
  };
}

/** Side by side, each under its words: outlets differ in the titles they give. */
function roleFields(roles: readonly SourcedName[]): APIEmbedField[] {
  const shown = roles.slice(0, rolesShown).map((role) => ({
    name: clip(`“${role.text.trim()}”`, roleMax, escapeMarkdown),
    value: clip(describeUse(role), useMax, escapeMarkdown) || 'Outlet unknown',
    inline: true,
  }));
  const more = roles.slice(rolesShown).map(({ text }) => text);
  return [...shown, ...field('More titles', more.join('; '), moreRolesMax)];
}

function companionLines({ companions }: EntityCard): string {
  const lines = companions.slice(0, companionsShown).map((one) => {
    const text = `${one.name}: ${describeTogether(one)} (${describeCandidate(one)})`;
    return clip(text, companionMax);
  });
  return lines.join('\n');
}

function alias({ text, articles }: SourcedName): string {
  return `${text.trim()} (${counted(articles.length, 'article')})`;
}

/** Discord refuses empty fields. */
function field(name: string, text: string, max: number): APIEmbedField[] {
  const value = clip(text, max, escapeLines).trim();
  return value === '' ? [] : [{ name, value }];
}

function sentencesEmbed(title: string, sources: readonly Source[]): APIEmbed[] {
  if (sources.length === 0) return [];
  return [{ color: embedColor.answered, title, description: sourceList(sources, sentencesMax) }];
}

function sectionButtons(card: EntityCard, ownerId: string): PressButton[] {
  const counts: Record<EntitySection, number> = {
    mentions: card.mentions,
    said: card.said.length,
    companions: card.companions.length,
    timeline: card.articles.length,
  };
  return (['mentions', 'said', 'companions', 'timeline'] as const).map((section) => ({
    label: sectionNames[section],
    customId: entityPressId(section, 0, ownerId, card.id),
    disabled: counts[section] === 0,
  }));
}

function sameButtons({ possiblySame }: EntityCard, ownerId: string): PressButton[] {
  return possiblySame.map(({ id, name }) => ({ label: name, customId: entityPressId('card', 0, ownerId, id) }));
}
