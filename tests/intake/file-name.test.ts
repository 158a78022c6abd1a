import { describe, expect, it } from 'vitest';
import { splitFileName } from '../../src/corpus/file-name.js';
import { articleIdOf, freeStem, safeStem, stemOfSent } from '../../src/intake/file-name.js';
import { hostileText } from '../support/hostile-text.js';
import { seeded } from '../support/random.js';

describe('the name of a file that is taken in', () => {
  it.each([
    ['Ferry line to Norrvik gets a second ship', 'ferry-line-to-norrvik-gets-a-second-ship'],
    ['  Lee: “It’s done” – 90 minutes!  ', 'lee-its-done-90-minutes'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\system.ini', 'c-windows-system-ini'],
    ['一带一路 论坛', '一带一路-论坛'],
    ['Été à l’Élysée', 'été-à-lélysée'],
    ['a\u0000b\u202Ec\nd\u200Be', 'a-bc-de'],
    ['..', 'article'],
    ['', 'article'],
    ['🐼🐼', 'article'],
    ['-rf *', 'rf'],
    ['CON', 'con-article'],
    ['nul', 'nul-article'],
    ['LPT1', 'lpt1-article'],
    ['README', 'readme-article'],
    ['__proto__', 'proto'],
    ['\u0301\u0302', 'article'],
    ['1\uFE0F\u20E3 \u3164 \u{E0041}', '1'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full-width'],
  ])('made of %j is %s', (written, stem) => {
    expect(safeStem(written)).toBe(stem);
  });

  it('is 72 bytes long at most, and cut between characters', () => {
    expect(Buffer.byteLength(safeStem('word '.repeat(500)))).toBeLessThanOrEqual(72);
    expect(safeStem('论'.repeat(100))).toBe('论'.repeat(24));
    expect(safeStem(`a${'论'.repeat(100)}`)).toBe(`a${'论'.repeat(23)}`);
    expect(Buffer.byteLength(safeStem(`z${'\u0335'.repeat(5_000)}`))).toBeLessThanOrEqual(72);
  });

  it('is safe and stays itself, whatever it is made of', () => {
    const random = seeded(7);
    for (let turn = 0; turn < 500; turn++) {
      const stem = safeStem(hostileText(random, 1 + Math.floor(random() * 12)));
      expect(stem).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
      expect(stem).not.toMatch(/-$/);
      expect(safeStem(stem)).toBe(stem);
      expect(splitFileName(`${stem}.md`).stem).toBe(stem);
    }
  });

  it.each([
    ['notes/2026/ferry.final.md', 'ferry.final'],
    ['C:\\temp\\ferry.txt', 'ferry'],
    ['ferry', 'ferry'],
    ['.md', ''],
  ])('is made of the last part of %s', (sent, stem) => {
    expect(stemOfSent(sent)).toBe(stem);
  });

  it('gets the first number that is free, however the others are cased or composed', () => {
    expect(freeStem('ferry', new Set(['school']))).toBe('ferry');
    expect(freeStem('ferry', new Set(['ferry', 'ferry-2', 'ferry-4']))).toBe('ferry-3');
    expect(freeStem('é', new Set(['é']))).toBe('é-2');
  });

  it('tells the id of the article, where there can be one', () => {
    expect(articleIdOf('2026/Ferry.html.gz')).toBe('Ferry');
    expect(articleIdOf('ferry.pdf')).toBeUndefined();
    expect(articleIdOf('.md')).toBeUndefined();
  });
});
