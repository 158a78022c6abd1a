// The languages of most of the world's press.
const languages =
  'en de fr es pt it nl sv da nb fi pl cs hu ro el ru uk tr ar he fa hi th vi id ms ja ko zh-Hans zh-Hant'.split(' ');
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

// Names of ISO 3166 and usual letters that the engine's tables lack, of those countries that the press calls so.
const formalNames = {
  AE: ['UAE'],
  CN: ["People's Republic of China", 'PRC'],
  CZ: ['Czech Republic'],
  DE: ['Federal Republic of Germany'],
  FR: ['French Republic'],
  GB: ['United Kingdom of Great Britain and Northern Ireland', 'Great Britain', 'U.K.'],
  IR: ['Islamic Republic of Iran'],
  KP: ["Democratic People's Republic of Korea", 'DPRK'],
  KR: ['Republic of Korea', 'ROK'],
  RU: ['Russian Federation'],
  TR: ['Republic of Turkey', 'Turkey'],
  TW: ['Republic of China'],
  US: ['United States of America', 'USA', 'U.S.'],
  VN: ['Socialist Republic of Vietnam', 'Viet Nam'],
};

// What other languages call a country and English a town, or a district of another country.
const townsToo = new Set(['brasilia', 'columbia', 'tunis', 'singapura']);

let countries: ReadonlyMap<string, string> | undefined;

/**
 * Name of a country in any of thirty languages (keyed by `keyOf`) → its ISO 3166 code, from the language tables that
 * come with the JavaScript engine; names that two countries share are left out. Some 0.2 s, once.
 */
export function countryCodes(keyOf: (name: string) => string): ReadonlyMap<string, string> {
  countries ??= readTables(keyOf);
  return countries;
}

function readTables(keyOf: (name: string) => string): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (const code of regionCodes()) {
        const name = names.of(code);
        if (name === undefined) continue;
        const key = keyOf(name);
        // "EU" would be the United States of French tables (É.-U.).
        if (language !== 'en' && (/^[a-z]{1,3}$/.test(key) || townsToo.has(key))) continue;
        if ((codes.get(key) ?? code) !== code) shared.add(key);
        codes.set(key, code);
      }
    }
  }
  for (const key of shared) codes.delete(key);
  for (const [code, names] of Object.entries(formalNames)) for (const name of names) codes.set(keyOf(name), code);
  return codes;
}

/** Two-letter codes without those that stand for another one (UK for GB, DD for DE). */
function regionCodes(): string[] {
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return pairs.filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
}
