/** What a character is to the tokenizer: one bit each, so that several can be asked for at once. */
export const characterKinds = {
  letter: 1,
  /** A mark that joins the letter before it. */
  mark: 2,
  digit: 4,
  /** Chinese and Japanese: written without blanks. */
  han: 8,
  /** Korean: its particles stick to the word. */
  hangul: 16,
  other: 32,
} as const;

// A script is asked for before a category: its letters are letters too.
const tests: readonly (readonly [RegExp, number])[] = [
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]/u, characterKinds.han],
  [/\p{sc=Hangul}/u, characterKinds.hangul],
  [/\p{Nd}/u, characterKinds.digit],
  [/\p{L}/u, characterKinds.letter],
  [/\p{M}/u, characterKinds.mark],
];

function classify(character: string): number {
  return tests.find(([test]) => test.test(character))?.[1] ?? characterKinds.other;
}

// Kinds of the characters of one unit, filled in as they are met: a look at a table costs a twentieth of a \p class.
const known = new Uint8Array(0x10000);

/** The kind of the character that begins at an offset; half of a surrogate pair alone is `other`. */
export function kindAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const kind = known[unit] as number;
  if (kind !== 0) return kind;
  if (isHighSurrogate(unit)) return classify(String.fromCodePoint(text.codePointAt(offset) ?? 0));
  const found = classify(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}

/** Where the run of characters of the given kinds that holds `start` ends. */
export function endOfRun(text: string, start: number, kinds: number): number {
  let end = start;
  while (end < text.length && (kindAt(text, end) & kinds) !== 0) end += isHighSurrogate(text.charCodeAt(end)) ? 2 : 1;
  return end;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
