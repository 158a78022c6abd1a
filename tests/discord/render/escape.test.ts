import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/discord/render/escape.js';
import { hostileText } from '../../support/hostile-text.js';
import { seeded } from '../../support/random.js';

/** What Discord sees as markup: what is left when every escaped character is taken for plain. */
function active(written: string): string[] {
  const plain = written.replace(/\\[^0-9A-Za-z\s]/g, '·');
  return plain.match(/[\\*_~`|<>[\]]|^\s*(?:[-+#]|\d+[.)])|:\/\/|:[\w+-]+:|@everyone|@here|[a-z]\.(?=[a-z])/giu) ?? [];
}

/** What a reader sees. */
const shown = (written: string) => written.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200B', '');

describe('escaped text', () => {
  it.each([
    '**bold** *it* __under__ ~~gone~~ ||spoiler||',
    '`code` ```js\nblock```',
    '# Heading',
    '-# small',
    '- item',
    ' - item after a space',
    '1. first',
    '2) second',
    '> quote',
    '>>> all of it',
    '[label](https://evil.example)',
    'https://evil.example/path_x',
    'discord.gg/abc and discord.com/invite/abc',
    '<@123456789012345678> <@&1> <#1> <t:0:R> </ask:1> <:a:1> <https://x.example>',
    ':smile: and 12:30:45',
    '@everyone @here @EVERYONE',
    'back\\slash \\*not bold\\*',
  ])('shows %j as it is', (text) => {
    const written = escapeMarkdown(text);
    expect(active(written)).toEqual([]);
    expect(shown(written)).toBe(text.replace(/\s+/g, ' ').trim());
  });

  it('hides nothing: no direction overrides, zero-width or tag characters', () => {
    expect(escapeMarkdown('disc\u200Bord\u202E ab\u2066c\u{E0041} @every\u200Bone')).toBe(
      'discord abc @\u200Beveryone',
    );
  });

  it('keeps what joiners are for', () => {
    expect(escapeMarkdown('👩‍👩‍👧‍👦 🏳️‍🌈 می‌خواهم')).toBe('👩‍👩‍👧‍👦 🏳️‍🌈 می‌خواهم');
  });

  it('leaves ordinary prose without a backslash', () => {
    const prose = `SK Group's co-host said: "3.5 trillion won (about $2.4bn), up 12%" – at 23:44, on 5-6 January; U.S. aside?`;
    expect(escapeMarkdown(prose).replace('U\\.S.', 'U.S.')).toBe(prose);
  });

  it('leaves nothing active in any mixture (seeds 1 to 2000)', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const written = escapeMarkdown(hostileText(seeded(seed), 12));
      expect(active(written), `seed ${seed}: ${JSON.stringify(written)}`).toEqual([]);
    }
  });
});
