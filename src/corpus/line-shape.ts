// One letter of these scripts says about as much as two of the Latin one.
const wideLetter = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const sentenceEnd = /[.!?…。！？।؟｡][\p{Pf}\p{Pe}"'”’»]*$/u;
const abbreviationEnd =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|Inc|Co|Ltd|Corp|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
const introducesMore = /[:,;：，；—–]["'”’]*$/u;
const bullet = /^(?:[-–—*•▪◦‣·○●■□◆▷▶]|\(?\d{1,2}[.)])\s*\S/u;

// A headline is rarely longer; a paragraph without a full stop (Thai, a quotation cut short) usually is.
const longestHeading = 160;

/** A line's length in Latin letters' worth. */
export function weightOf(line: string): number {
  return line.length + (line.match(wideLetter)?.length ?? 0);
}

/** Words of a line, split at blanks. */
export function wordsOf(line: string): string[] {
  return line.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** True for a line that ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return sentenceEnd.test(line) && !abbreviationEnd.test(line);
}

/** True for a line that states something: it ends as a sentence, introduces the next line, is a list item, or is long. */
export function isProse(line: string): boolean {
  if (!/\p{L}/u.test(line)) return false;
  const weight = weightOf(line);
  if (weight > longestHeading || endsSentence(line)) return true;
  return weight >= 40 && (introducesMore.test(line) || bullet.test(line));
}

const nameParticle = /^(?:de|da|del|della|di|du|van|von|der|den|la|le|bin|binti|al|el|dos|and|und|et|y|e|&)$/i;
const notInNames =
  /^(?:the|a|an|of|in|on|for|to|with|more|news|world|politics|business|economy|sports?|opinion|culture|international|national|local|asia|africa|europe|america|china|chinese|korea|korean|north|south|east|west|japan|vietnam|home|video|photos?|latest|breaking|top|stories|related|read|share|times|post|herald|daily|newspaper|press|magazine|agency|tv|online|media|editorial|analysis|special|report|reports|live|update|updates|science|technology|tech|health|lifestyle|travel|entertainment|finance|markets?|money|weather|about|contact|subscribe|menu|search|sign|log|login|follow|print|email|comments?|advertisement|hong|kong|new|york|united|states|kingdom|washington|london|beijing|seoul|tokyo|middle|pacific|southeast|central|latin|saudi|arabia|sri|lanka|staff|desk|team|editorial|board|reporter|writer|editor|correspondent)$/i;

/** True for what may be one or more people's names standing alone: a few capitalised words, none of them a page's word. */
export function isNameLike(line: string): boolean {
  if (/[\d@:/?!"“”«»<>|()]/.test(line) || weightOf(line) > 60 || /\.$/.test(line.replace(/\b\p{Lu}\.$/u, '')))
    return false;
  if (/^[\p{Script=Han}]{2,4}$/u.test(line) || /^[\p{Script=Hangul}]{2,4}$/u.test(line)) return true;
  const words = line.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 9) return false;
  return words.every(
    (word) => nameParticle.test(word) || (/^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) && !notInNames.test(word)),
  );
}

/** True for a section label, a breadcrumb or a menu: words that name a place in a site, not an event. */
export function isLabel(line: string): boolean {
  const segments = line.split(/\s*[/>»›|•·→]\s*/).filter((segment) => segment !== '');
  if (segments.length > 1 && segments.every((segment) => wordsOf(segment).length <= 3 && weightOf(segment) <= 30))
    return true;
  const words = wordsOf(line);
  const wide = line.match(wideLetter)?.length ?? 0;
  if (wide > 0) return wide <= 5 && words.length <= 2;
  if (words.length <= 2) return true;
  return words.length <= 4 && weightOf(line) <= 40 && line === line.toUpperCase();
}
