import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { printable } from '../../wording/printable.js';
import { limits } from '../limits.js';
import { clip } from './fit.js';

/** A button that does something when pressed. */
export interface PressButton {
  /** Text from outside is cut and made visible; a button does not read Markdown. */
  readonly label: string;
  readonly customId: string;
  readonly disabled?: boolean;
  readonly emoji?: string;
  /** `danger` for what can't be taken back at a press. */
  readonly tone?: 'plain' | 'danger';
}

type Row = APIActionRowComponent<APIButtonComponent>;

/** Buttons in rows of five, as many as a message holds; of two with one custom id the first. */
export function buttonRows(buttons: readonly PressButton[], mostRows: number = limits.rows): Row[] {
  const unique = buttons.filter(
    ({ customId }, index) => buttons.findIndex((one) => one.customId === customId) === index,
  );
  const rows = Math.min(mostRows, Math.ceil(unique.length / limits.rowButtons));
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(row * limits.rowButtons, (row + 1) * limits.rowButtons).map(button),
  }));
}

/**
 * Leads to the pages before and after `page`. On the first and last page one is switched off, and its page differs from
 * the other's: custom ids must be unique. Empty where there is one page only.
 */
export function pageButtons(page: number, pages: number, idOf: (page: number) => string): PressButton[] {
  if (pages < 2) return [];
  const next = page === 0 ? 1 : Math.min(pages - 1, page + 1);
  return [
    { label: 'Previous', emoji: '◀️', customId: idOf(Math.max(0, page - 1)), disabled: page === 0 },
    { label: 'Next', emoji: '▶️', customId: idOf(next), disabled: page === pages - 1 },
  ];
}

function button({ label, customId, disabled = false, emoji, tone = 'plain' }: PressButton): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: tone === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary,
    label: clip(printable(label).trim(), limits.label) || 'Show',
    custom_id: customId,
    disabled,
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
  };
}
