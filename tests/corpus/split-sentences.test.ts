import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/corpus/split-sentences.js';

function sentencesOf(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

const severalSentences: Record<string, string[][]> = {
  English: [
    ['Lee landed on Sunday.', 'He leaves on Wednesday.'],
    ['Apple rose to $6.83 billion.', 'Shares gained 3.5 percent.'],
    ['The talks ended at 5 p.m.', 'The leaders then dined.'],
    ['The deal was signed in the U.S.', 'The president was absent.'],
    ['It belongs to Samsung Electronics Co.', 'It makes chips.'],
    ['“We agreed,” he said.', '“Now we work.”', 'Nobody laughed.'],
    ['"We agreed," he said.', '"Now we work."', 'Nobody laughed.'],
    ['He came in 2019.', 'Exports doubled.'],
    ['The offer was no.', 'They left.'],
    ['Will it last?', 'Nobody knows!', 'We shall see.'],
    ['The chips (made in Suwon) sold.', '(The others did not.)', 'Prices fell.'],
    ['Sales fell.', '$5 billion was lost.'],
    ['It grew for years….', 'Then it stopped.'],
    ['The vote failed.[3]', 'Another follows.'],
    ['Sales grew.', 'iPhone buyers came back.'],
    ['He bought plan B.', 'The plan failed.'],
    ['It rained in Tampa, Fla.', '“Text or call me,” she said.'],
    ['Then-Gov. Patterson met Deputy Director P. Daniel Smith of the U.S. “Quiet Sky” fund.', 'Vol. II followed.'],
  ],
  Korean: [
    ['이 대통령은 5일 베이징에서 시 주석을 만났다.', '두 정상은 90분간 대화했다.'],
    ['"관계를 복원하겠다. 서두르지 않겠다"고 말했다.', '회담은 끝났다.'],
    ['“함께 가자.”고 그는 말했다.', '모두 웃었다.'],
    ['정말 가능할까?', '전문가들은 회의적이다.'],
    ['"좋다."며 웃었다.', 'clock은 유전자다.'],
    ['수출은 3.5% 늘었다.', '2026. 1. 5. 기준이다.'],
  ],
  Chinese: [
    ['李在明5日访问北京。', '双方签署了15份文件。'],
    ['他說：「我們很高興。希望繼續合作。」', '會談持續九十分鐘。'],
    ['“我们很高兴。”李在明说。', '会谈结束了。'],
    ['這可能嗎？', '沒有人知道！', '大家等著。'],
    ['他提到《去哪儿？》这部电影。', '大家笑了。'],
  ],
  Japanese: [
    ['李大統領は5日、北京に到着した。', '会談は90分続いた。'],
    ['「関係を回復したい。急がない。」と述べた。', '会談は終わった。'],
    ['彼は「本当か？」と尋ねた。', '答えはなかった。'],
    ['「本当ですか？」記者が尋ねた。', '答えはなかった。'],
  ],
  Vietnamese: [
    ['Ông Lee đến Bắc Kinh ngày 5/1.', 'Đoàn có hơn 3.400 người.'],
    ['Lượng khách tăng 3.400 lần.', 'TP. Hồ Chí Minh dẫn đầu.'],
  ],
  'German, French, Spanish and Russian': [
    ['Am 3. Oktober kam er z.B. nach Bonn.', 'Er blieb.'],
    ['»Wir kommen.«', '„Wir auch.“', 'Er lachte.'],
    ['« Nous venons. »', 'Il a ri.'],
    ['M. Dupont est venu.', 'Est-ce vrai ?', 'Oui.'],
    ['¿Es verdad?', '¡Claro!', 'El Sr. García lo dijo.'],
    ['Он приехал 4 янв. 2026 г. в Пекин.', '«Вы готовы?» — спросил он.'],
    ['Президент прибыл в г. Пекин.', 'Он встретился с коллегой.'],
  ],
};

const oneSentence = [
  'Mr. Lee and Dr. Kim met Sen. Warren in St. Louis on Jan. 5 with Samsung Co., Ltd. officials.',
  'Samsung chairman Jay Y. Lee met J. K. Rowling.',
  'Vice Premier He Lifeng of the U.S. He Lifeng Institute spoke.',
  'Trade grew to $6.83 billion, i.e. 3.5 percent, from No. 5 in the U.S. market.',
  '"Is it?" he asked.',
  '"Is it true?" President Lee Jae-myung asked.',
  '“It is,” he said.',
  'Well... maybe it was … China that asked.',
  'U.S.A is written so, and example.com, Node.js, ASP.NET, v3.5.Beta and Booking.Com too.',
  'It opened at 9 a.m. Monday vs. Tuesday, e.g. in Washington, D.C. and elsewhere.',
  'Apple Inc. Chief Executive Tim Cook and Yahoo! Japan agreed.',
  'The firm (Samjin Co.) Kim founded grew.',
  'BUFFALO, N.Y. — The paper was late.',
  '“What is your ‘ideal?’ ” she said.',
  '그는 "그렇다." 라고 답했다.',
  '1. Strawberries from Korea.',
  'A. Trade',
  '2026. 1. 5. 발표',
  '그는 "그렇다."라고 답했다.',
  '他问“是吗？”，没有人回答。',
  '彼は「はい。」という。',
];

const withoutBlank = [
  ['Officials praised trade.', 'Chinese officials agreed.'],
  ['Growth was 5%.', 'The yuan rose.'],
  ['It happened in 2025.', 'The rest is known.'],
  ['He praised the U.S.', 'The others did not.'],
  ['“We agree.”', 'The talks ended.'],
  ['"We agree."', 'The talks ended.'],
  ['Was it so?', 'Nobody knew.'],
  ['회담이 끝났다.', '그는 떠났다.'],
  ['They met in trade.', 'US officials left.'],
];

describe('splitSentences', () => {
  for (const [language, rows] of Object.entries(severalSentences)) {
    const separator = language === 'Chinese' || language === 'Japanese' ? '' : ' ';
    it.each(rows.map((row) => [row.join(separator), row] as const))(`splits ${language}: %s`, (text, row) => {
      expect(sentencesOf(text)).toEqual(row);
    });
  }

  it.each(oneSentence)('leaves whole: %s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it.each(withoutBlank.map((row) => [row.join(''), row] as const))('splits without a blank: %s', (text, row) => {
    expect(sentencesOf(text)).toEqual(row);
  });

  it('ends a sentence at every line break and leaves the blanks out', () => {
    expect(sentencesOf('  A heading \n\n Some text\r\nmore\u2028last ')).toEqual([
      'A heading',
      'Some text',
      'more',
      'last',
    ]);
  });

  it('begins a sentence at a bullet', () => {
    expect(sentencesOf('- Chips\n• Ships • Panda bears')).toEqual(['- Chips', '• Ships', '• Panda bears']);
  });

  it('joins a piece without a word to its neighbour', () => {
    expect(sentencesOf('... He left. " !')).toEqual(['... He left. " !']);
  });

  it.each(['', ' \n\t \n'])('finds none in blank text', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });

  it('cuts a run of more than 1,000 characters at a blank, or hard but never inside a character', () => {
    const spans = [...splitSentences('word '.repeat(900)), ...splitSentences(`x${'🐼'.repeat(2000)}`)];
    expect(Math.max(...spans.map(({ start, end }) => end - start))).toBeLessThanOrEqual(1000);
    expect(sentencesOf('word '.repeat(900)).every((part) => /^word.*word$/.test(part))).toBe(true);
    expect(sentencesOf(`x${'🐼'.repeat(2000)}`).every((part) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part))).toBe(
      true,
    );
  });
});

const alphabet = [
  'a',
  'B',
  'The',
  'U.S',
  '.',
  '. ',
  '...',
  '!',
  '?',
  '"',
  '“',
  '”',
  '「',
  '」',
  '。',
  ' ',
  '\n',
  '5',
  '다.',
  '中',
  'は',
];
const oddities = [
  '\ud83d',
  '\udc3c',
  '🐼',
  '\u0000',
  '\u00a0',
  '\u200b',
  '•',
  ' • ',
  '(',
  ')',
  '）',
  '«',
  '»',
  '…',
  '\r',
  '[1]',
  '*',
];

describe('splitSentences on random text', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'gives ordered, disjoint spans that cover it (seed %i)',
    (seed) => {
      const text = randomText(seed, 3000);
      const spans = splitSentences(text);
      let end = 0;
      for (const span of spans) {
        expect(text.slice(end, span.start)).toMatch(/^[\s\u200b]*$/);
        expect(span.end).toBeGreaterThan(span.start);
        expect(text.slice(span.start, span.end)).not.toMatch(/^\s|\s$|\n/);
        end = span.end;
      }
      expect(text.slice(end)).toMatch(/^[\s\u200b]*$/);
    },
  );

  it.each(['.', '. ', 'A.', 'a. B', '"', '“', '「', '" .', '( ', '。', 'x', '\u00a0', '다."', '• '])(
    'takes half a million times %j in linear time',
    (piece) => {
      const began = performance.now();
      splitSentences(piece.repeat(500_000));
      expect(performance.now() - began).toBeLessThan(6000);
    },
  );
});

function randomText(seed: number, pieces: number): string {
  const all = [...alphabet, ...oddities];
  let state = seed + 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: pieces }, () =>
    next() < 0.05 ? String.fromCharCode(next() * 65536) : (all[Math.floor(next() * all.length)] ?? ''),
  ).join('');
}
