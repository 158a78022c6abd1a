import { describe, expect, it } from 'vitest';
import type { EntityCatalogue } from '../../src/domain/entity.js';
import { SnapshotMismatchError } from '../../src/domain/errors.js';
import { decodeCatalogue, encodeCatalogue } from '../../src/entities/catalogue-codec.js';
import type { CatalogueInMaking } from '../../src/entities/catalogue-in-making.js';
import { entitiesOf, marked } from '../support/named-articles.js';

const berg = marked('b', '[p:captain:Jonas Berg] of [o:Lark Ferry] came. "No," [ps:Berg] said.');
const entities = entitiesOf([
  marked('a', '{script:[p:Park So-yun] ([p:박소윤])} met [p:chairman of Lark Motor:Jo Y. Park] in [l:Málaga].'),
  {
    ...berg,
    said: [{ mention: 2, sentence: { start: 34, end: 50 }, verb: 'said', form: 'direct', speaker: undefined }],
  },
  marked('c', '[p:Park Jo-yun] left [l:Malaga] with [p:Jonas Berg].'),
]);
/** A catalogue that is there already, as one to be written. */
function readyMade({ entities }: EntityCatalogue): CatalogueInMaking {
  const articles = new Set(entities.flatMap((entity) => entity.articles));
  return { ids: entities.map(({ id }) => id), articles: [...articles], entities };
}

const encoded = () => Buffer.concat([...encodeCatalogue(readyMade({ entities }))]);
const refusal = (bytes: Uint8Array) => {
  try {
    decodeCatalogue(bytes);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the catalogue in bytes', () => {
  it('comes back as it was', () => {
    expect(entities.some(({ said }) => said.length > 0)).toBe(true);
    expect(entities.some(({ possiblySame }) => possiblySame.length > 0)).toBe(true);
    expect(entities.some(({ companions }) => companions.length > 0)).toBe(true);
    const read = decodeCatalogue(encoded()).entities.map((entity) => {
      const { mentions, companions } = entity;
      return { ...entity, mentions, companions };
    });
    expect(read).toEqual(entities);
  });

  it('is the same bytes every time', () => {
    expect(encoded().equals(encoded())).toBe(true);
  });

  it('comes back empty from an empty one', () => {
    expect(decodeCatalogue(Buffer.concat([...encodeCatalogue(readyMade({ entities: [] }))]))).toEqual({ entities: [] });
  });

  it('is refused where a line is cut, missing, doubled or not of its form', () => {
    const lines = encoded().toString().split('\n').slice(0, -1);
    const broken = [
      '',
      '{}',
      lines.slice(0, -1).join('\n'),
      [...lines, lines.at(-1)].join('\n'),
      lines.join('\n').slice(0, -10),
      lines.join('\n').replaceAll(/\d+/g, '99999'),
      lines.join('\n').replaceAll(/\d+/g, '-1'),
    ];
    for (const text of broken) expect(refusal(Buffer.from(text))).toBeInstanceOf(SnapshotMismatchError);
  });
});
