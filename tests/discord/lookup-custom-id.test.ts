import { describe, expect, it } from 'vitest';
import { entityRef, leastRef, resolveEntityRef } from '../../src/discord/entity-ref.js';
import {
  entityPressId,
  longestAbout,
  parseEntityPress,
  parseQuotesPress,
  quotesPressId,
} from '../../src/discord/lookup-custom-id.js';
import { entityId } from '../../src/domain/entity.js';
import { FakeDirectory, fakeEntity } from '../fakes/fake-directory.js';
import { fakePeople, longNamed } from '../fakes/fake-people.js';

const ownerId = '12345678901234567890';
const ids = [
  'mara-quill',
  'a:b=~c',
  '이재명',
  `x${'-y'.repeat(200)}`,
  '👩‍👩‍👧‍👦'.repeat(40),
  `z${'\u0301'.repeat(300)}`,
].map(entityId);

describe('the custom id of a button of an entity', () => {
  it.each(['card', 'mentions', 'said', 'companions', 'timeline'] as const)('comes back as it was: %s', (view) => {
    for (const id of ids) {
      const customId = entityPressId(view, 999, ownerId, id);
      expect(customId.length).toBeLessThanOrEqual(100);
      expect(customId).not.toMatch(/\p{Surrogate}/u);
      expect(parseEntityPress(customId)).toMatchObject({ view, page: 999, ownerId });
    }
  });

  it.each([
    '',
    'ent',
    'ent:x:0:123456789012345678:=a',
    'ent:c:-1:123456789012345678:=a',
    'ent:c:1000:123456789012345678:=a',
    'ent:c:0:12:=a',
    'ent:c:0:123456789012345678:',
    'ent:c:0:123456789012345678:a',
    'ent:c:0:123456789012345678:~short',
    `ent:c:0:123456789012345678:=${'x'.repeat(100)}`,
    'quo:0:123456789012345678:0:=a',
  ])('is refused where it is none: %j', (customId) => expect(parseEntityPress(customId)).toBeUndefined());
});

describe('the custom id of a button of /quotes', () => {
  it.each([undefined, 'the bridge', '=a:~b', '7', 'é'.repeat(longestAbout)])('comes back as it was: %j', (about) => {
    for (const id of ids) {
      const customId = quotesPressId(999, ownerId, id, about);
      expect(customId.length).toBeLessThanOrEqual(100);
      expect(parseQuotesPress(customId)).toMatchObject({ page: 999, ownerId, about });
    }
  });

  it('leaves room for something to be about', () => expect(longestAbout).toBeGreaterThanOrEqual(35));

  it.each([
    'quo:0:123456789012345678:0:',
    'quo:0:123456789012345678:9:=a',
    'quo:0:123456789012345678::=a',
    'quo:0:1:0:=a',
  ])('is refused where it is none: %j', (customId) => expect(parseQuotesPress(customId)).toBeUndefined());
});

describe('a reference to an entity', () => {
  it('is the id itself where there is room, found without a look-up', async () => {
    const nobody = new FakeDirectory([]);
    expect(await resolveEntityRef(entityRef(entityId('mara-quill'), leastRef), nobody)).toBe('mara-quill');
  });

  it('stands for an id that is too long, while the coverage has it', async () => {
    const ref = entityRef(longNamed.card.id, leastRef);
    expect(ref).toHaveLength(leastRef);
    expect(await resolveEntityRef(ref, fakePeople())).toBe(longNamed.card.id);
    expect(await resolveEntityRef(ref, new FakeDirectory([]))).toBeUndefined();
  });

  it('tells apart ids that begin alike', async () => {
    const [one, other] = ['one', 'other'].map((end) => fakeEntity({ name: `Guild ${'of Bakers '.repeat(9)}${end}` }));
    if (one === undefined || other === undefined) throw new Error('there are two');
    const both = new FakeDirectory([one, other]);
    expect(await resolveEntityRef(entityRef(other.card.id, 60), both)).toBe(other.card.id);
    expect(await resolveEntityRef(entityRef(other.card.id, 60), new FakeDirectory([one]))).toBeUndefined();
  });
});
