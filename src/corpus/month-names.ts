// Languages whose pages write months as words. Chinese, Japanese, Korean and Vietnamese write numbers.
const locales = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'ru',
  'uk',
  'pl',
  'tr',
  'id',
  'sv',
  'da',
  'nb',
  'fi',
  'hi',
  'ar',
];

/** Month names, long and short, lower case and without a final dot, to 1-12; names that differ between languages are left out. */
export const monthNames: ReadonlyMap<string, number> = collectMonthNames();

function collectMonthNames(): Map<string, number> {
  const months = new Map<string, number>([['sept', 9]]);
  const disputed = new Set<string>();
  for (const locale of locales) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        // With the day beside it, Slavic languages give the genitive, which is what a date is written with.
        const part = format.formatToParts(Date.UTC(2026, month - 1, 5)).find(({ type }) => type === 'month');
        const name = part?.value.toLowerCase().replace(/\.$/, '') ?? '';
        if ((months.get(name) ?? month) !== month) disputed.add(name);
        if (/^\p{L}[\p{L}\p{M}]+$/u.test(name)) months.set(name, month);
      }
    }
  }
  for (const name of disputed) months.delete(name);
  return months;
}
