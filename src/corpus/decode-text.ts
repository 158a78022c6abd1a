import { CorpusFormatError } from '../domain/errors.js';
import { cleanCharacters } from './clean-characters.js';

// Bytes Windows-1252 leaves undefined: a text in that encoding has none of them.
const undefinedInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

// What the bytes 0x80-0x9F mean in Windows-1252. Node from 20.18.3 gives controls (nodejs/node#56542).
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

// European text has one accented letter in ten at most; East Asian encodings and binary data are mostly high bytes.
const maxHighByteShare = 0.2;

// Accents and quotation marks stand alone or in pairs; three high bytes in a row are another encoding.
const maxHighByteRun = 2;

// Sprinkled control characters are dirt to be removed; where they are a third of the file it is no text.
const maxControlShare = 0.3;

/**
 * The characters of a text file, cleaned (see `cleanCharacters`). Reads UTF-8 and UTF-16 with or without a byte order mark,
 * then `declaredCharset` where the file names one, then Windows-1252 where the bytes look like it.
 * @throws CorpusFormatError when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array, declaredCharset?: string): string {
  refuseKnownBinaries(bytes);
  const text = decode(bytes, declaredCharset);
  const controls = text.match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0;
  if (controls > text.length * maxControlShare) throw new CorpusFormatError('it is not a text file');
  return cleanCharacters(text);
}

function decode(bytes: Uint8Array, declaredCharset: string | undefined): string {
  const utf16 = utf16Flavour(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  return (
    decodeStrictly(bytes, 'utf-8') ??
    (declaredCharset === undefined ? undefined : decodeStrictly(bytes, declaredCharset)) ??
    decodeWindows1252(bytes)
  );
}

function refuseKnownBinaries(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith('\u001f\u008b'))
    throw new CorpusFormatError('it is gzip-compressed, but its name does not end in .gz');
  if (head === '%PDF' || head === 'PK\u0003\u0004' || head === '\u0089PNG' || head.startsWith('\u00ff\u00d8\u00ff')) {
    throw new CorpusFormatError('it is not a text file; save the article as text, Markdown or HTML');
  }
}

function utf16Flavour(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) at % 2 === 0 ? even++ : odd++;
  }
  // Latin text in UTF-16 has a zero in nearly every second byte, all on one side.
  const many = sample.length * 0.35;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  if (even > many && odd * 10 < even) return 'utf-16be';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withWindowsMarks(text) : text;
  } catch {
    // Either the charset is unknown or the bytes are not in it: both mean "try the next one".
    return undefined;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const damaged = lenient.match(/\uFFFD/g)?.length ?? 0;
  const wellFormed = lenient.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0;
  if (wellFormed < damaged && looksLikeWindows1252(bytes)) {
    return withWindowsMarks(new TextDecoder('windows-1252').decode(bytes));
  }
  throw new CorpusFormatError('its text is neither UTF-8 nor another encoding it names; save it as UTF-8');
}

function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => upperControls.charAt(control.charCodeAt(0) - 0x80));
}

function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let run = 0;
  for (const byte of bytes) {
    run = byte < 0x80 ? 0 : run + 1;
    if (run > maxHighByteRun || undefinedInWindows1252.has(byte)) return false;
    if (byte >= 0x80) high++;
  }
  return high <= bytes.length * maxHighByteShare;
}
