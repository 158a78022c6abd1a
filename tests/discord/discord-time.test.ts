import { describe, expect, it } from 'vitest';
import { createDiscordTime } from '../../src/discord/discord-time.js';
import { createSeenIds } from '../../src/discord/seen-ids.js';

const noon = Date.parse('2026-01-05T12:00:00Z');

describe("Discord's time", () => {
  it.each([-10, 10])('is right on a machine %i minutes off', (minutes) => {
    const time = createDiscordTime({ now: () => noon + minutes * 60_000 });
    time.observe('Mon, 05 Jan 2026 12:00:00 GMT');
    expect(time.now()).toBe(noon);
  });

  it('is our own time where the header says no more than whole seconds can', () => {
    const time = createDiscordTime({ now: () => noon + 999 });
    time.observe('Mon, 05 Jan 2026 12:00:00 GMT');
    expect(time.now()).toBe(noon + 999);
  });

  it.each([null, '', 'soon'])('is our own time after a header of %j', (header) => {
    const time = createDiscordTime({ now: () => noon });
    time.observe(header);
    expect(time.now()).toBe(noon);
  });
});

describe('ids seen', () => {
  it('are new once, and forgotten after the 15 minutes of a token', () => {
    let now = noon;
    const isNew = createSeenIds({ now: () => now });
    expect([isNew('a'), isNew('a'), isNew('b')]).toEqual([true, false, true]);
    now += 15 * 60_000 + 1;
    expect(isNew('a')).toBe(true);
  });
});
