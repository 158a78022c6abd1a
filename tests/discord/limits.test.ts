import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { breaches } from '../../src/discord/limits.js';

const button = (custom_id: string, label = 'Show') => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Secondary as const,
  label,
  custom_id,
});
const row = (components: ReturnType<typeof button>[]) => ({ type: ComponentType.ActionRow as const, components });
const buttons = (count: number, from = 0) => Array.from({ length: count }, (_, index) => button(`b${from + index}`));
const withRows = (...components: ReturnType<typeof row>[]) => breaches({ content: 'x', plain: 'x', components });

describe('the check of buttons', () => {
  it('finds nothing wrong with five rows of five', () => {
    expect(withRows(...[0, 5, 10, 15, 20].map((from) => row(buttons(5, from))))).toEqual([]);
  });

  it.each([
    ['a sixth row', Array.from({ length: 6 }, (_, index) => row([button(`r${index}`)])), '6 rows of buttons'],
    ['a sixth button in a row', [row(buttons(6))], 'a row of 6 buttons'],
    ['a row without buttons', [row([])], 'a row of 0 buttons'],
    ['two of one custom id', [row([button('a'), button('a')])], 'two buttons of one custom id'],
    ['a long custom id', [row([button('a'.repeat(101))])], 'custom id of 101 characters'],
    ['a long label', [row([button('a', 'b'.repeat(81))])], 'label of 81 characters'],
    ['a blank label', [row([button('a', ' ')])], 'an empty label'],
  ])('finds %s', (_what, rows, breach) => expect(withRows(...rows)).toEqual([breach]));
});
