import type { APIEmbed } from 'discord.js';
import type { Reply } from './command.js';

/** Discord's limits (documentation, "Message", "Embed Limits", "Components", summer 2026). */
export const limits = {
  content: 2000,
  embeds: 10,
  embedSum: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  choices: 25,
  choice: 100,
  customId: 100,
  label: 80,
  rows: 5,
  rowButtons: 5,
  optionText: 6000,
} as const;

/**
 * What of a reply breaks a limit; empty for one that can be sent. Renderers keep the limits by construction: this is
 * the check on them. Lengths in UTF-16 units, which are never fewer than the code points Discord counts.
 */
export function breaches(reply: Reply): string[] {
  const embeds = reply.embeds ?? [];
  const sum = embeds.reduce((total, embed) => total + embedLength(embed), 0);
  const empty = !reply.content?.trim() && embeds.length === 0;
  return [
    ...(empty ? ['the message is empty'] : []),
    ...over('content', reply.content, limits.content),
    ...(embeds.length > limits.embeds ? [`${embeds.length} embeds`] : []),
    ...(sum > limits.embedSum ? [`embeds of ${sum} characters`] : []),
    ...embeds.flatMap(embedBreaches),
    ...componentBreaches(reply.components ?? []),
  ];
}

/** The characters of an embed that count towards the sum of 6,000. */
export function embedLength(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return (embed.title?.length ?? 0) + (embed.description?.length ?? 0) + (embed.footer?.text.length ?? 0) + fields;
}

function embedBreaches(embed: APIEmbed): string[] {
  const fields = embed.fields ?? [];
  return [
    ...over('title', embed.title, limits.title),
    ...over('description', embed.description, limits.description),
    ...over('footer', embed.footer?.text, limits.footer),
    ...(fields.length > limits.fields ? [`${fields.length} fields`] : []),
    ...fields.flatMap(({ name, value }) => [
      ...over('field name', name, limits.fieldName),
      ...over('field value', value, limits.fieldValue),
      ...(name.trim() === '' || value.trim() === '' ? ['an empty field'] : []),
    ]),
  ];
}

function componentBreaches(rows: NonNullable<Reply['components']>): string[] {
  const buttons = rows.flatMap(({ components }) => components);
  const ids = buttons.flatMap((button) => ('custom_id' in button ? [button.custom_id] : []));
  return [
    ...(rows.length > limits.rows ? [`${rows.length} rows of buttons`] : []),
    ...rows.flatMap(({ components: { length } }) =>
      length < 1 || length > limits.rowButtons ? [`a row of ${length} buttons`] : [],
    ),
    ...(new Set(ids).size < ids.length ? ['two buttons of one custom id'] : []),
    ...ids.flatMap((id) => over('custom id', id, limits.customId)),
    ...buttons.flatMap((button) => ('label' in button ? labelBreaches(button.label ?? '') : [])),
  ];
}

function labelBreaches(label: string): string[] {
  return [...over('label', label, limits.label), ...(label.trim() === '' ? ['an empty label'] : [])];
}

function over(what: string, text: string | undefined, limit: number): string[] {
  return text !== undefined && text.length > limit ? [`${what} of ${text.length} characters`] : [];
}
