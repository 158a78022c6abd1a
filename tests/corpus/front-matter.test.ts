import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/corpus/front-matter.js';
import { CorpusFormatError } from '../../src/domain/errors.js';

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nText.`);

describe('front matter', () => {
  it('gives the named fields as text and leaves others alone', () => {
    const { fields, rest } = read(
      'title: "Nine: ferries"\npublished: 2026-01-05\nlanguage: en\nkind: digest\ncountry: X',
    );
    expect(fields).toEqual({ title: 'Nine: ferries', published: '2026-01-05', language: 'en' });
    expect(rest.trim()).toBe('Text.');
  });

  it('keeps numbers as they were written and joins lists of names', () => {
    expect(read('title: 1.10\nbyline: [Jane Doe, John Roe]').fields).toEqual({
      title: '1.10',
      byline: 'Jane Doe, John Roe',
    });
  });

  it('takes date, author and lang for published, byline and language', () => {
    expect(read('date: 2026-01-05\nauthor: Jane Doe\nlang: ko').fields).toEqual({
      published: '2026-01-05',
      byline: 'Jane Doe',
      language: 'ko',
    });
  });

  it('counts an empty value as not given', () => {
    expect(read('title:\npublisher: ~\nbyline: null').fields).toEqual({});
  });

  it('is not needed', () => {
    expect(readFrontMatter('Just text.')).toEqual({ fields: {}, rest: 'Just text.' });
  });

  it.each([
    ['JavaScript', '---js\n{ title: process.exit(1) }\n---\nText.'],
    ['JavaScript by its long name', '---javascript\nglobalThis.ran = true\n---\nText.'],
    ['JSON', '---json\n{}\n---\nText.'],
  ])('runs no code: %s front matter is refused', (_, text) => {
    expect(() => readFrontMatter(text)).toThrow(/only YAML/);
    expect(Object.hasOwn(globalThis, 'ran')).toBe(false);
  });

  it.each([
    ['a function tag', 'title: !!js/function "function () { return 1 }"'],
    ['an own tag', 'title: !secret text'],
    ['an alias', 'byline: &a Jane\ntitle: *a'],
    ['an alias bomb', `a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\ntitle: T`],
    ['malformed YAML', 'title: "open'],
    ['a key given twice', 'title: One\ntitle: Two'],
    ['a list', '- one\n- two'],
    ['ten thousand open brackets', `title: ${'['.repeat(10_000)}`],
  ])('refuses %s, the second time as the first', (_, yaml) => {
    expect(() => read(yaml)).toThrow(CorpusFormatError);
    expect(() => read(yaml)).toThrow(CorpusFormatError);
  });

  it('pollutes no prototype', () => {
    const { fields } = read('__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: T');
    expect(fields).toEqual({ title: 'T' });
    expect(Reflect.get({ ...fields }, 'polluted')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('refuses front matter of a megabyte, without an end, or with a title of a page', () => {
    expect(() => read(`title: T\n${'# filling\n'.repeat(100_000)}`)).toThrow(/longer than/);
    expect(() => readFrontMatter('---\ntitle: T\nText.')).toThrow(/no closing/);
    expect(() => read(`title: ${'x'.repeat(600)}`)).toThrow(/"title" is too long/);
    expect(() => read(`url: https://example.com/${'x'.repeat(2_000)}`)).toThrow(/"url" is too long/);
  });
});
