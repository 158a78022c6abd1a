const UP_TO_NINETEEN =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
// "One" is an article and a pronoun as often as a number.
const NUMBERS = new Map<string, string>([
  ...UP_TO_NINETEEN.split(' ').map((word, i) => [word, String(i + 2)] as const),
  ...TENS.split(' ').map((word, i) => [word, String(10 * (i + 2))] as const),
]);

/** The digits of an English number word, whatever its case: `Eleven` → `11`; `undefined` for any other word. */
export function numberInDigits(word: string): string | undefined {
  return NUMBERS.get(word.toLowerCase());
}
