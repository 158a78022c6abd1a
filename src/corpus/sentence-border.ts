import {
  exclaimedNames,
  numberAbbreviations,
  otherAbbreviations,
  sentenceStarters,
  titleAbbreviations,
} from './abbreviations.js';

/** A closing mark and its surroundings, all within one line. */
export interface MarkContext {
  /** The sentence so far, or its last few dozen characters. */
  readonly before: string;
  /** A run of `.` `!` `?` `…` and their full-width kin. */
  readonly mark: string;
  /** Closing quotes and brackets that belong to the mark. */
  readonly closers: string;
  /** Whether a blank follows. */
  readonly gap: boolean;
  /** What comes after that blank, or its first few dozen characters; empty at the line's end. */
  readonly after: string;
}

const openers = /^["'“‘«»„‚([{¿¡—–―*_\-\s.…]+/u;
const ideograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const koreanAttribution = /^이?(?:라고|라며|라는|라면서)(?=\s)/u;
const koreanEnding = /[다요죠까]$/u;
const lowerCaseWord = /^(?!https?:)\p{Ll}(?!\p{Ll}?\p{Lu})/u;
const continuation = /^[,;:，、；：)\]}％%/=&]/u;
// A name of up to five words and a verb of saying: the quoted question before it is part of the same sentence.
const attribution =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,5}(?:said|says|asked|asks|added|adds|wrote|writes|replied|told|tweeted|posted|wondered|joked|shouted|cried|exclaimed)\b/u;
const ideographicAttribution =
  /^[^，。、；：！？\s]{0,14}(?:说|說|称|稱|表示|指出|道|问|問|写道|寫道|言った|述べた|語った|話した|尋ねた|聞いた|答えた)[。！]/u;
const japaneseParticle = /^(?:と|って|との|という|は|を|の|が|に|で|も|など|や|へ|から|だ|です)/u;
const germanOrdinalNoun =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Weltkrieg|Jahrhundert|Bundesliga|Liga|Runde|Quartal|Halbjahr|Platz|Mal|Klasse|Tag)\b/u;

/** Whether a sentence ends after the mark and its closers. */
export function isSentenceBorder(context: MarkContext): boolean {
  const { mark, closers, after } = context;
  if (after === '') return true;
  if (continuation.test(after)) return false;
  if (/[》〉]$/u.test(closers)) return false;
  if (/[。！？｡]/u.test(mark)) return closers === '' || !continuesQuote(after);
  if (isEllipsis(mark) && (!context.gap || /\s$/u.test(context.before))) return false;
  return context.gap ? isSpacedBorder(context) : isGluedBorder(context);
}

function isEllipsis(mark: string): boolean {
  return /^(?:\.{2,}|…+\.?)$/u.test(mark);
}

function continuesQuote(after: string): boolean {
  return /^\p{Script=Hangul}/u.test(after) || japaneseParticle.test(after) || ideographicAttribution.test(after);
}

function isSpacedBorder(context: MarkContext): boolean {
  const { before, mark, closers, after } = context;
  if (closers !== '' && koreanAttribution.test(after)) return false;
  if (mark === '.' && koreanEnding.test(before)) return true;
  const head = after.replace(openers, '');
  if (lowerCaseWord.test(head)) return mark === '.' && /^["“‘«„([]/u.test(after) && endsSentence(context, head);
  if (mark === '.') return endsSentence(context, head);
  if (mark === '!' && exclaimedNames.has(lastWord(before))) return isStarter(head);
  return !(/["'”’»«]/u.test(closers) && attribution.test(after));
}

const plainEnding =
  /(?:^|[\s"“”‘’'(«»[—–-])[\p{L}’'-]*\p{Ll}{2}$|\p{Lu}{3}$|[)\]%’”]$|(?:^|[\s$€£¥])[\d.,]+$|(?:\p{L}\.)+\p{L}$/u;
const plainBeginning = /^(?:\p{Lu}\p{Ll}+\p{L}*|A|I|US|UK|EU|UN)(?=[\s,:;’'-]|$)|^\p{Lu}{2,}\s+\p{Ll}/u;
const domainEnding = /^(?:com|net|org|io|js|ai|co|tv|go)\b/iu;

/** Scraped pages lose the blank between two sentences; web addresses and version numbers never had one. */
function isGluedBorder(context: MarkContext): boolean {
  const { before, mark, closers, after } = context;
  if (closers !== '' && (after.startsWith('(') || continuesQuote(after))) return false;
  if (ideograph.test(after)) return closers !== '' || ideograph.test(before.slice(-1));
  if (mark === '.' && koreanEnding.test(before)) return /^["“‘'([<]?[\p{Script=Hangul}\p{Lu}]/u.test(after);
  const head = after.replace(openers, '');
  if (closers === '' && !plainEnding.test(before)) return false;
  if (!plainBeginning.test(head) || domainEnding.test(head)) return false;
  if (/^\p{L}(?:\P{L}|$)/u.test(head) && /(?:^|[.\s])\p{L}$/u.test(before)) return false;
  return mark !== '.' || endsSentence(context, head);
}

function lastWord(before: string): string {
  return /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’&-]*$/u.exec(before)?.[0] ?? '';
}

const numeral = /^(?:[\d#]|[IVXLC]{2,}\b)/u;
// "in Fla. “Text or call the driver" against "the U.S. “Quiet Sky” programme".
const quotedStatement = /^["“]\p{Lu}\p{L}*\s\p{Ll}/u;

function isStarter(head: string): boolean {
  // "He", "A" and "I" open names as well ("He Yanlin"): only a small letter after them tells.
  if (/^(?:He|A|An|I|One)\s+\p{Ll}/u.test(head)) return true;
  return sentenceStarters.has(/^\p{L}+/u.exec(head)?.[0] ?? '');
}

/** Whether the full stop after `before` is more than the full stop of an abbreviation, an initial or a number. */
function endsSentence({ before, closers, after }: MarkContext, head: string): boolean {
  const word = lastWord(before).replace(/^.*-(?=\p{L})/u, '');
  if (/^\d+$/u.test(word)) return !isNumberLabel(before, word, head);
  if (/^(?:\p{L}|[ivxIVX]{2,4})$/u.test(word) && before.trim() === word) return false;
  if (titleAbbreviations.has(word)) return false;
  const isInitial = /^\p{Lu}$/u.test(word);
  if (!isInitial && numberAbbreviations.has(word.toLowerCase()) && numeral.test(head)) return false;
  const abbreviated = isInitial || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word) || otherAbbreviations.has(word);
  if (!abbreviated) return true;
  // "BUFFALO, N.Y. — The mayor": a dateline.
  if (closers.includes(')') || /^[-–—]/u.test(after)) return false;
  return isStarter(head) || quotedStatement.test(after);
}

/** "1." before a list's line, "2026. 1. 5. 발표" in Korean, whose sentences end on a verb, "3. Oktober" in German. */
function isNumberLabel(before: string, word: string, head: string): boolean {
  return /^[\d\p{Script=Hangul}]/u.test(head) || before.trim() === word || germanOrdinalNoun.test(head);
}
