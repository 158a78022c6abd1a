import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/corpus/decode-text.js';
import { CorpusFormatError } from '../../src/domain/errors.js';

const sentence = 'The café’s “new” menu cost 5 € in Málaga, she said.';

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('decoding a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${sentence}`)],
    ['UTF-16 little endian', utf16(sentence, false, true)],
    ['UTF-16 big endian', utf16(sentence, true, true)],
    ['UTF-16 without a mark', utf16(sentence.repeat(3), false, false)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toContain(sentence);
  });

  it('reads Windows-1252 where the bytes look like it', () => {
    const bytes = Buffer.from(
      'The caf\u00E9\u0092s \u0093new\u0094 menu cost 5 \u0080 in M\u00E1laga, she said.',
      'latin1',
    );
    expect(decodeText(bytes)).toBe(sentence);
  });

  it('reads the encoding a page names', () => {
    expect(decodeText(Buffer.from('b1e8c3b6bcf6', 'hex'), 'euc-kr')).toBe('김철수');
  });

  it.each([
    ['UTF-8 cut in the middle of a letter', Buffer.from('회담은 90분간 진행됐다').subarray(0, -1)],
    [
      'a lone surrogate written as UTF-8',
      Buffer.concat([Buffer.from('He said '), Buffer.from('eda080', 'hex'), Buffer.from(' so.')]),
    ],
    ['Korean in an encoding it does not name', Buffer.from('b1e8c3b6bcf6b1e8c3b6bcf6', 'hex')],
  ])('sets aside %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(CorpusFormatError);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 words')],
    ['a gzip file without its ending', Buffer.from('1f8b0800', 'hex')],
    ['a file of zeros', Buffer.alloc(1000)],
  ])('says that %s is not text', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(/not a text file|gzip/);
  });

  it('replaces a lone surrogate of UTF-16 and keeps the rest', () => {
    const bytes = Buffer.concat([
      utf16('He said ', false, true),
      Buffer.from('00d8', 'hex'),
      utf16(' so.', false, false),
    ]);
    expect(decodeText(bytes)).toBe('He said \uFFFD so.');
  });

  it.each([
    ['CRLF', 'One.\r\n\r\nTwo.'],
    ['CR', 'One.\r\rTwo.'],
    ['Unicode line ends', 'One.\u2028\u0085Two.'],
    ['NUL and control characters', 'O\u0000ne\u0007.\n\nT\u001Bwo\u0000.'],
    ['a form feed beside a line end', 'One.\n\n\fTwo.'],
  ])('gives with %s what the clean twin gives', (_, dirty) => {
    expect(decodeText(Buffer.from(dirty)).replace(/^ +/gm, '')).toBe('One.\n\nTwo.');
  });

  it('composes letters written as base and accent', () => {
    expect(decodeText(Buffer.from('Tha\u0300nh Ha\u0300'))).toBe('Thành Hà');
  });
});
