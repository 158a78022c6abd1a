import { describe, expect, it } from 'vitest';
import { longestPublisher, parseSourcesPageId, sourcesPageId } from '../../src/discord/custom-id.js';

const ownerId = '123456789012345678';

describe('the custom id of a page', () => {
  it.each([undefined, 'Reuters', 'Central News Agency: via Yahoo', '聯合報 (UDN)'])(
    'comes back as it was: %j',
    (publisher) => {
      const page = { page: 12, ownerId, publisher };
      expect(parseSourcesPageId(sourcesPageId(page))).toEqual(page);
    },
  );

  it('has at most 100 characters', () => {
    const page = { page: 999, ownerId: '12345678901234567890', publisher: 'x'.repeat(longestPublisher) };
    expect(sourcesPageId(page)).toHaveLength(100);
  });

  it('is refused after any flip of a bit in its fixed part', () => {
    const id = sourcesPageId({ page: 1, ownerId, publisher: undefined });
    for (let at = 0; at < 4; at++) {
      for (let bit = 0; bit < 7; bit++) {
        const flipped = String.fromCharCode(id.charCodeAt(at) ^ (1 << bit));
        expect(parseSourcesPageId(id.slice(0, at) + flipped + id.slice(at + 1))).toBeUndefined();
      }
    }
  });

  it.each([
    '',
    'src',
    'src:',
    'src:-1:123456789012345678:',
    `src:1:${'9'.repeat(21)}:`,
    `src:1:${ownerId}:${'x'.repeat(100)}`,
  ])('is refused where it is none: %j', (id) => expect(parseSourcesPageId(id)).toBeUndefined());
});
