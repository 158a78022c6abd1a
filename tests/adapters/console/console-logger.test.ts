import { describe, expect, it } from 'vitest';
import { createConsoleLogger } from '../../../src/adapters/console/console-logger.js';

const clock = { now: () => Date.UTC(2026, 0, 5, 12) };

function linesOf(secrets: readonly string[] = []) {
  const lines: string[] = [];
  return { lines, logger: createConsoleLogger({ secrets, clock, write: (line) => void lines.push(line) }) };
}

describe('the console logger', () => {
  it('writes time, level, message and the fields that have a value', () => {
    const { lines, logger } = linesOf();
    logger.info('index loaded', { snapshot: 'gen-000001', passages: 812, why: undefined, note: 'all is well' });
    logger.warn('slow');
    logger.error('failed', { retry: false });
    expect(lines).toEqual([
      '2026-01-05T12:00:00.000Z info index loaded snapshot=gen-000001 passages=812 note="all is well"\n',
      '2026-01-05T12:00:00.000Z warn slow\n',
      '2026-01-05T12:00:00.000Z error failed retry=false\n',
    ]);
  });

  it('keeps a call on one line whatever it holds', () => {
    const { lines, logger } = linesOf();
    logger.info('one\ntwo\u2028three', { file: 'a\nb\u001b[31m\u202egpj.exe"' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toBe(
      '2026-01-05T12:00:00.000Z info one\\u{a}two\\u{2028}three file="a\\nb\\u001b[31m\\u{202e}gpj.exe\\""\n',
    );
  });

  it.each(['s3cr"et/+ key', 's3cr"et/+ key and more'])('never prints a secret (%s)', (secret) => {
    const { lines, logger } = linesOf(['s3cr"et/+ key', 's3cr"et/+ key and more', '']);
    logger.error(`login with ${secret} failed`, { url: `https://x/?k=${encodeURIComponent(secret)}`, header: secret });
    expect(lines[0]).toMatch(/login with \[secret\] failed url="https:\/\/x\/\?k=\[secret\]" header="\[secret\]"\n$/);
  });
});
