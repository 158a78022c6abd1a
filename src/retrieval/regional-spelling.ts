// Outlets of several countries write of one thing. Only endings that hardly any other word has are made one: "organise" but
// not "promise", "centre" but not "entire".
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(.{3,})our(s|ed|ing|able|ful|less|er|ers|ite|ites|hood|hoods)?$/, '$1or$2'],
  [/^(.{2,}[bt])re(s)?$/, '$1er$2'],
  [/^(.+(?:al|an|on|ern|gn|og|as|ic|ar|ard|er|or|at|et|it|ot|id|im|il))is(e|es|ed|ing|ation|ations|er|ers)$/, '$1iz$2'],
  [/^(.{2,})lys(e|es|ed|ing)$/, '$1lyz$2'],
  [/^(def|off|lic|pret)ence(s|d)?$/, '$1ense$2'],
  [/^(.*program)me(s)?$/, '$1$2'],
];

/** A lower-case word as American English spells it: `centre` → `center`, `organised` → `organized`; any other as it is. */
export function americanSpelling(word: string): string {
  const found = ENDINGS.find(([ending]) => ending.test(word));
  return found === undefined ? word : word.replace(...found);
}
