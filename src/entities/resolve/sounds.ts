/** What transcribers agree on: the consonants without the difference of voice, and whether it begins with a vowel. */
export function consonants(sound: string): string {
  return sound
    .replace(/^[aeiouwy]/u, 'A')
    .replace(/(?!^)[aeiouwy]+/gu, '')
    .replace(/sh/gu, 's')
    .replace(/[ct]h/gu, (pair) => (pair === 'ch' ? 'j' : 't'))
    .replace(/(?!^)h/gu, '')
    .replace(/[bfv]/gu, 'p')
    .replace(/g/gu, 'k')
    .replace(/d/gu, 't')
    .replace(/[cz]/gu, 'j')
    .replace(/l/gu, 'r')
    .replace(/(.)\1+/gu, '$1');
}
