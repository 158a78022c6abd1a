import type { EntityKind } from '../../domain/entity.js';
import type { ArticleNames, NamedAsOne, NameMention } from '../article-names.js';
import type { DecidableReading } from './reading.js';

const asian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
// What may follow a name in Korean without a blank: particles, and words of rank and number.
const particles =
  /^(?:은|는|이|가|을|를|의|에|에서|와|과|도|만|로|으로|에게|에겐|에는|에선|께|께서|라고|이라고|라는|이라는|라며|및|부터|까지|보다|처럼|이나|나|등|측|씨|간|산|발|시|시장|에서는|에서도|으로부터|로부터|과의|와의|과는|와는|에도|이고|이며|인|인데|이었|였|하고|이라|라|엔|선|이란|란|마다|조차)(?!\p{Script=Hangul}{2})/u;

/** The decided names with those in scripts without capitals, which brackets explain anywhere in the corpus. */
export function withScriptNames(
  { article, body, asOne }: DecidableReading,
  decided: readonly (NameMention | undefined)[],
  known: ReadonlyMap<string, EntityKind>,
): ArticleNames {
  const own = decided.filter((mention) => mention !== undefined);
  const taken = own.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  const extra = occurrences(body, known).filter(({ start, end }) => !overlaps(taken, start, end));
  const mentions = [...own, ...extra].sort((a, b) => a.start - b.start);
  const place = new Map(mentions.map((mention, index) => [mention, index]));
  const pairs = asOne.flatMap(({ mentions: [left, right], how }): NamedAsOne[] => {
    const [a, b] = [decided[left], decided[right]];
    const [from, to] = [a && place.get(a), b && place.get(b)];
    return from === undefined || to === undefined ? [] : [{ mentions: [from, to], how }];
  });
  return { article, mentions, asOne: pairs };
}

function overlaps(
  taken: readonly { readonly start: number; readonly end: number }[],
  start: number,
  end: number,
): boolean {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (taken[low]?.start ?? Number.POSITIVE_INFINITY) < end;
}

/** Every place of a known name, the longest first where several begin; whole words where the script has them. */
function occurrences(body: string, known: ReadonlyMap<string, EntityKind>): NameMention[] {
  if (!asian.test(body)) return [];
  const byStart = new Map<string, string[]>();
  for (const text of known.keys()) {
    const start = text.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), text]);
  }
  for (const texts of byStart.values()) texts.sort((a, b) => b.length - a.length);
  const found: NameMention[] = [];
  for (let at = 0; at < body.length; at++) {
    const text = byStart
      .get(body.slice(at, at + 2))
      ?.find((each) => body.startsWith(each, at) && standsAlone(body, at, at + each.length));
    const kind = text === undefined ? undefined : known.get(text);
    if (text === undefined || kind === undefined) continue;
    found.push({ start: at, end: at + text.length, text, kind, form: 'full', role: undefined });
    at += text.length - 1;
  }
  return found;
}

/** Whether what stands there is a whole word of its script, but for a particle behind it in Korean. */
export function standsAlone(body: string, start: number, end: number): boolean {
  const [before, after] = [body[start - 1] ?? '', body[end] ?? ''];
  if (/[\p{Script=Latin}\p{N}]/u.test(before) && /^\p{Script=Latin}/u.test(body[start] ?? '')) return false;
  if (/\p{Script=Latin}/u.test(after) && /\p{Script=Latin}/u.test(body[end - 1] ?? '')) return false;
  if (hangul.test(body[start] ?? '') && hangul.test(before)) return false;
  return !(hangul.test(after) && hangul.test(body[end - 1] ?? '')) || particles.test(body.slice(end, end + 6));
}
