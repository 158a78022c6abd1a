import { describe, expect, it } from 'vitest';
import { articleId } from '../../../src/domain/article.js';
import type { ReadableArticle } from '../../../src/entities/article-names.js';
import { readNames } from '../../../src/entities/recognise/read-names.js';
import { decodeReadings, encodeReadings } from '../../../src/entities/recognise/readings-codec.js';
import { createNameKnowledge } from '../../../src/name-knowledge.js';

const knows = createNameKnowledge();

function article(body: string): ReadableArticle {
  const sentences = [...body.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  return {
    id: articleId('a'),
    title: '',
    publisher: 'Bergen Post',
    published: undefined,
    language: undefined,
    body,
    sentences,
  };
}

const body =
  'BERGEN TALKS END\nPresident Ham Dae-shik (함대식), the head of the Nordic Mining Organisation (NMO), met Lund, Keller and Brandt.';

function bytesOf(...lines: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(lines);
}

describe('kept readings', () => {
  const one = article(body);
  const reading = readNames(one, knows);
  const bytes = bytesOf(...encodeReadings([{ mark: 'm1', reading }]));

  it('come back as they were', () => {
    expect(reading.candidates.length).toBeGreaterThan(5);
    expect(decodeReadings(bytes, new Map([['m1', one]])).get('m1')).toEqual(reading);
  });

  it('are left out for articles that nobody has any more', () => {
    expect(decodeReadings(bytes, new Map([['m2', one]])).size).toBe(0);
  });

  it('are left out where the body is shorter than they say', () => {
    expect(decodeReadings(bytes, new Map([['m1', article('Bergen.')]])).size).toBe(0);
  });

  it.each([
    ['another version', (text: string) => text.replace('{"readings":', '{"readings":9')],
    ['no JSON', () => 'readings'],
    ['nothing', () => ''],
    ['a cut line', (text: string) => text.slice(0, -40)],
    ['a number where a name should be', (text: string) => text.replace('"Bergen Post"', '7')],
  ])('are empty where the file holds %s', (_, spoil) => {
    const spoilt = new TextEncoder().encode(spoil(new TextDecoder().decode(bytes)));
    expect(decodeReadings(spoilt, new Map([['m1', one]])).size).toBe(0);
  });
});
