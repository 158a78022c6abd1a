// What the commonest ways of writing one sound in Latin letters differ in, in Korean names as in Indian or Russian ones.
const ONE_SOUND: readonly (readonly [RegExp, string])[] = [
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/ck/g, 'k'],
  [/sh/g, 's'],
  [/ph/g, 'f'],
  [/(.)\1+/g, '$1'],
];

/** A folded name without what romanisations of one sound differ in: `hoonsik` and `hunshick` are both `hunsik`. */
export function asHeard(name: string): string {
  return ONE_SOUND.reduce((heard, [spelling, sound]) => heard.replace(spelling, sound), name);
}
