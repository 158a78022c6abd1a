import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tokenize, tokenizerVersion } from '../../src/retrieval/tokenize.js';
import { hostileText } from '../support/hostile-text.js';
import { seeded } from '../support/random.js';

const termsOf = (text: string) => tokenize(text).map(({ term }) => term);
const primaryTermsOf = (text: string) => tokenize(text).flatMap(({ term, primary }) => (primary ? [term] : []));

const hasHalfPair = (term: string) => /\p{Cs}/u.test(term);

/** Whether a question's terms find at least one term of the text. */
function meets(text: string, question: string): boolean {
  const asked = new Set(tokenize(question, { question: true }).map(({ term }) => term));
  return termsOf(text).some((term) => asked.has(term));
}

describe('tokenize', () => {
  it('is counted up with what it makes of texts', () => {
    const texts = [
      "The mayor's ferries weren’t cancelled: 4,500 won, 6.83 p.c., 5G in Q3 of 2026. Jae-myung met Jae Myung's X-ray team.",
      'The labour centre had buses, a bus, the crises of a programme. She hasn’t risen.',
      'Lee, Xi and O’Brien RAN; running runners ran better. Đà Nẵng, café, ＫＯＲＥＡ２０２６, oﬃce.',
      '前往燈塔島的渡輪取消。居民在碼頭等候！여객선이 결항했다。フェリーは欠航した。2月5日',
      '<b>&amp;</b> a_b https://news.example/a?b=c #tag @name \u{1F600} e\u0301',
    ];
    const terms = texts.map((text) => tokenize(text).map(({ term, primary }) => [term, primary]));
    const digest = createHash('sha256').update(JSON.stringify(terms)).digest('hex').slice(0, 16);
    // Where this fails after a change of the tokenizer: count `tokenizerVersion` up, and put the new digest here beside it.
    expect([tokenizerVersion, digest]).toEqual([2, 'f363901ab5f67098']);
  });

  it.each([
    ['lower case', 'Xi MET lee', ['xi', 'meet', 'lee']],
    ['stems', 'agreements signed, signing ceremonies', ['agreement', 'sign', 'sign', 'ceremoni']],
    ['a possessive with either apostrophe', "Korea's Korea’s leaders'", ['korea', 'korea', 'leader']],
    ['an inner apostrophe', 'O’Brien', ['obrien']],
    ['full-width forms', 'ＫＯＲＥＡ２０２６', ['korea', '2026']],
    ['a ligature', 'oﬃce', ['offic']],
    ['a whole number with commas', '4,500 and 1,234,567', ['4500', 'and', '1234567']],
    ['decimals', '6.83 3,5', ['6.83', '3,5']],
    ['a number at the end of a sentence', 'in 2026.', ['in', '2026']],
    ['a number beside a letter', '5G in Q3', ['5', 'g', 'in', 'q', '3']],
    ['an emoji and its variation selector', 'a ❤️ b', ['a', 'b']],
    ['a keycap', '1️⃣', ['1']],
    ['marks without a letter', '\u0301\u0302 x', ['x']],
    ['nothing but signs', '?! — …', []],
    ['nothing', '', []],
  ])('reads %s', (_case, text, terms) => {
    expect(primaryTermsOf(text)).toEqual(terms);
  });

  it.each([
    ['Chinese', '双方同意', ['双方', '方同', '同意']],
    ['one Chinese character', '中', ['中']],
    ['Japanese, kanji with kana', '首脳は', ['首脳', '脳は']],
    ['a long vowel', 'ソウルー', ['ソウ', 'ウル', 'ルー']],
    ['Korean', '이재명은', ['이재', '재명', '명은']],
    ['Korean beside Chinese', '한中', ['한', '中']],
    ['a mixed run', 'AI合作2026年', ['ai', '合作', '2026', '年']],
    ['half-width kana', 'ｿｳﾙ', ['ソウ', 'ウル']],
    ['Korean letters written apart', '한국'.normalize('NFD'), ['한국']],
    ['characters beyond the first plane', '𠮷野家', ['𠮷野', '野家']],
  ])('cuts %s into pairs', (_script, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('gives a word with diacritics twice, the second time without and not counted', () => {
    expect(tokenize('Đà Nẵng').map(({ term, primary }) => [term, primary])).toEqual([
      ['đà', true],
      ['da', false],
      ['nẵng', true],
      ['nang', false],
      ['+danang', false],
    ]);
  });

  it('reads composed and decomposed letters alike', () => {
    const text = 'Thủ tướng thăm L’Élysée và Đà Nẵng';
    expect(termsOf(text.normalize('NFD'))).toEqual(termsOf(text.normalize('NFC')));
  });

  it.each([
    ['Jae-myung', 'Jae-myung'],
    ['Jae-myung', 'Jae Myung'],
    ['Jae-myung', 'Jaemyung'],
    ['Jae-myung', 'jaemyung'],
    ['Jae-myung', 'jae myung'],
    ['Jae Myung', 'Jae-myung'],
    ['Jae Myung', 'Jaemyung'],
    ['Jae Myung', 'jaemyung'],
    ['Jaemyung', 'Jae-myung'],
    ['Jaemyung', 'Jae Myung'],
    ['Jaemyung', 'jae myung'],
    ['Jae‑myung', 'Jaemyung'],
    ['Lee Jae-myung’s', 'Jaemyung'],
    ['O’Brien-Lee', 'obrienlee'],
    ['Đà Nẵng', 'danang'],
    ['Danang', 'da nang'],
    ['Cần Thơ', 'cantho'],
    ['Cantho', 'Cần Thơ'],
    ['thủ tướng', 'thu tuong'],
    ['agreements', 'agreement'],
    ['ＫＯＲＥＡ', 'korea'],
  ])('lets %s in a text meet %s in a question', (text, question) => {
    expect(meets(text, question)).toBe(true);
  });

  it.each([
    ['the jae of myung', 'jaemyung'],
    ['in to', 'into'],
    ['Lee. Jae', 'leejae'],
    ['market hall', 'markethall'],
    ['car pet', 'carpet'],
  ])('does not let %s meet %s', (text, question) => {
    expect(meets(text, question)).toBe(false);
  });

  it('marks function words, whatever their stem looks like', () => {
    const stops = tokenize('What was the reason for this visit?').flatMap(({ term, stop }) => (stop ? [term] : []));
    expect(stops).toEqual(['what', 'wa', 'the', 'for', 'thi']);
    expect(tokenize('Thanh Hà has left').flatMap(({ term, stop }) => (stop ? [term] : []))).toEqual(['ha']);
  });

  it('places every term in the text: its slice reads as the term again', () => {
    const text = 'Lee Jae-myung signed 4,500 deals 双方𠮷野家同意 이재명은 — Đà Nẵng’s o’clock.';
    for (const { term, start, end } of tokenize(text).filter(({ primary }) => primary)) {
      expect(primaryTermsOf(text.slice(start, end))).toEqual([term]);
    }
    const joined = tokenize(text).filter(({ term }) => term.startsWith('+'));
    expect(joined.map(({ start, end }) => text.slice(start, end))).toEqual(['Lee Jae', 'Jae-myung', 'Đà Nẵng’s']);
  });

  it.each([
    ['letters written apart', '한국인'.normalize('NFD')],
    ['a word in one square', '㌀'],
  ])('places all pairs over the whole run where unifying moves its characters: %s', (_case, run) => {
    const places = tokenize(`x ${run} y`).flatMap(({ term, start, end }) => (term.length > 1 ? [[start, end]] : []));
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) expect(place).toEqual([2, 2 + run.length]);
  });

  it('cuts a huge word and a huge number', () => {
    expect(termsOf('x'.repeat(5_000))).toEqual(['x'.repeat(40)]);
    expect(termsOf('7'.repeat(5_000))).toEqual(['7'.repeat(40)]);
  });

  it('never cuts a character of two units in half', () => {
    const letter = '\u{10330}';
    for (const word of [letter.repeat(30), `x${letter.repeat(30)}`]) {
      for (const term of termsOf(word)) expect(hasHalfPair(term)).toBe(false);
    }
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))('survives hostile text (seed %i)', (seed) => {
    const text = hostileText(seeded(seed), 300);
    for (const question of [false, true]) {
      const tokens = tokenize(text, { question });
      const bad = tokens.filter(
        ({ term, start, end }) =>
          !/^\S{1,41}$/.test(term) || hasHalfPair(term) || !(0 <= start && start < end && end <= text.length),
      );
      expect(bad).toEqual([]);
      const starts = tokens.flatMap(({ start, primary }) => (primary ? [start] : []));
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  it.each([
    ['half a surrogate pair', `a${'\ud83d'}b${'\udc00'}c`, ['a', 'b', 'c']],
    ['half a pair at the end', 'end\ud83d', ['end']],
    ['a control character', 'a\u0000b', ['a', 'b']],
    ['an invisible direction mark', 'a\u202eb', ['a', 'b']],
  ])('takes %s for a border of words', (_case, text, terms) => {
    expect(primaryTermsOf(text)).toEqual(terms);
  });

  it('reads a letter under a heap of marks as the letter', () => {
    const zalgo = `z${'\u0335\u0301'.repeat(200)}algo`;
    expect(primaryTermsOf(zalgo)).toHaveLength(1);
    expect(tokenize(zalgo).at(-1)?.term).toBe('zalgo');
  });

  it('makes a number of terms that grows with the text and not faster', () => {
    const long = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
    for (const piece of ['Jae-myung Lee ', '双方同意', '이재명', '1,2.', "x'", '-', '\ud83d', 'Đà ', "a’'b"]) {
      const text = long(piece);
      expect(tokenize(text, { question: true }).length).toBeLessThanOrEqual(2 * text.length);
    }
    expect(tokenize('x'.repeat(1_000_000))).toHaveLength(1);
    expect(tokenize("x'".repeat(500_000))).toHaveLength(1);
  });
});
