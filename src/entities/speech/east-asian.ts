import type { Attribution, Subject } from './speech-act.js';
import type { SentenceParts } from './words.js';

const hangul = /\p{Script=Hangul}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /\p{Script=Han}/u;

const eastAsian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

type Reader = (parts: SentenceParts) => Attribution[];

/** The reader for a sentence of Korean, Japanese or Chinese; `undefined` for other scripts. */
export function eastAsianReader(text: string): Reader | undefined {
  // Looked for first, as most texts have none.
  if (!eastAsian.test(text)) return undefined;
  const head = text.slice(0, 1000);
  if (/\p{Script=Latin}{3,}(?:\s\p{Ll}+){3}/u.test(head)) return undefined;
  if (hangul.test(head)) return readKorean;
  if (kana.test(head)) return readJapanese;
  return han.test(head) ? readChinese : undefined;
}

const koreanVerb =
  /(?:말했|밝혔|강조했|설명했|전했|덧붙였|주장했|지적했|언급했|당부했|제안했|촉구했|약속했|발표했|보도했|평가했|비판했|반박했|답했|경고했|호소했|토로했|썼|요청했)다/gu;
const japaneseVerb =
  /(?:述べ|語っ|話し|強調し|表明し|指摘し|説明し|訴え|明らかにし|発表し|主張し|批判し|答え|呼びかけ|(?:見方|考え|認識|意向)を示し)(?:た|て|ている|ていた)/gu;
const chineseVerb =
  /(?<![小学學据據来來传傳再听聽被人])(?:说|說)(?![明法服是])|表示|(?<![名对對被人自尊宣])(?:称|稱)(?![为為呼之赞讚])|指出|强调|強調|认为|認為|宣布|宣稱|宣称|呼吁|呼籲|透露|补充(?:道|说)|補充(?:道|說)|警告|敦促|回应|回應|坦言/gu;

/** Of the verbs in a sentence the last is the main one: Korean and Japanese put it at the end. */
function lastMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  let found: RegExpExecArray | undefined;
  for (const match of text.matchAll(pattern)) found = match;
  return found;
}

const endChars = 14;

interface FinalVerb {
  readonly pattern: RegExp;
  /** Particles behind a name and its title: of the topic, and of a mere subject. */
  readonly topic: RegExp;
  readonly subject: RegExp;
  readonly source: RegExp;
}

const korean: FinalVerb = {
  pattern: koreanVerb,
  topic: /^(?:\s?[\p{Script=Hangul}]{1,7}){0,3}?(?:은|는|도)(?=[\s,])/u,
  subject: /^(?:\s?[\p{Script=Hangul}]{1,7}){0,3}?(?:이|가|께서)(?=[\s,])/u,
  source: /^(?:\s?\p{Script=Hangul}{1,5})?에\s?(?:따르면|의하면)/u,
};
const japanese: FinalVerb = {
  pattern: japaneseVerb,
  topic: /^[\p{Script=Han}\p{Script=Katakana}]{0,10}(?:（[^）]{1,12}）)?は/u,
  subject: /^[\p{Script=Han}\p{Script=Katakana}]{0,10}(?:（[^）]{1,12}）)?が/u,
  source: /^[\p{Script=Han}\p{Script=Katakana}]{0,6}によ(?:ると|れば)/u,
};

function readKorean(parts: SentenceParts): Attribution[] {
  return readVerbFinal(parts, korean);
}

function readJapanese(parts: SentenceParts): Attribution[] {
  return readVerbFinal(parts, japanese);
}

function readVerbFinal(parts: SentenceParts, forms: FinalVerb): Attribution[] {
  const { body, sentence } = parts;
  const text = body.slice(sentence.start, sentence.end);
  const outside = parts.mentions.filter((mention) => !isQuoted(parts, mention));
  const source = outside.find((mention) => forms.source.test(behind(parts, mention)));
  const verb = lastMatch(text, forms.pattern);
  if (verb === undefined || text.length - verb.index - verb[0].length > endChars) {
    return source === undefined ? [] : [said(source, { text: '에 따르면', place: sentence.start })];
  }
  const before = outside.filter((mention) => (parts.names[mention]?.end ?? 0) <= sentence.start + verb.index);
  const topics = before.filter((mention) => forms.topic.test(behind(parts, mention)));
  const subjects = before.filter((mention) => forms.subject.test(behind(parts, mention)));
  const place = { text: verb[0], place: sentence.start + verb.index };
  const speaker = topics[0] ?? (subjects.length === 1 && !hasTopic(text) ? subjects[0] : undefined);
  if (speaker !== undefined) return [said(speaker, place)];
  const pronoun = /(?:^|[\s。，])(그는|그녀는|彼は|彼女は)/u.exec(text);
  return pronoun === null ? [] : [saidBy(pronounAt(sentence.start + pronoun.index, pronoun[0]), place)];
}

/** Some word with the topic's particle that is no name: the subject may be anybody. */
function hasTopic(text: string): boolean {
  return /\p{Script=Hangul}[은는]\s|\p{Script=Han}は/u.test(text);
}

const nearChars = 24;

function behind({ body, names, sentence }: SentenceParts, mention: number): string {
  const end = names[mention]?.end ?? 0;
  return body.slice(end, Math.min(end + nearChars, sentence.end));
}

function isQuoted({ names, quotations }: SentenceParts, mention: number): boolean {
  const start = names[mention]?.start ?? 0;
  return quotations.some((quote) => quote.start < start && start < quote.end);
}

interface Verb {
  readonly text: string;
  readonly place: number;
}

function said(mention: number, verb: Verb): Attribution {
  return saidBy({ kind: 'mention', mention, introduced: false }, verb);
}

function saidBy(subject: Subject, { text, place }: Verb): Attribution {
  return { verb: text, place, subject, standing: 'clause', beside: false, isView: false };
}

function pronounAt(start: number, written: string): Subject {
  const text = /[她女녀]/u.test(written) ? 'she' : 'he';
  return { kind: 'pronoun', text, start, end: start + written.length };
}

const clauseEnd = /[。；;！!？?，,]/u;
// "对X说", "据X报道": the name is the listener or the source.
const governs = /[对對向与與和跟据據由被把在同给給及、]\s?$/u;
const chinesePronoun = /[他她](?:[还還也则則曾又并並]){0,2}$/u;

function readChinese(parts: SentenceParts): Attribution[] {
  const { body, sentence } = parts;
  const text = body.slice(sentence.start, sentence.end);
  for (const match of text.matchAll(chineseVerb)) {
    const place = sentence.start + match.index;
    if (parts.quotations.some(({ start, end }) => start < place && place < end)) continue;
    const subject = chineseSubject(parts, place);
    if (subject !== undefined) return [saidBy(subject, { text: match[0], place })];
    return [];
  }
  return [];
}

/** The name before the verb within its clause that nothing governs: "X在论坛上表示", "X对Y说". */
function chineseSubject(parts: SentenceParts, verb: number): Subject | undefined {
  const { body, sentence, names } = parts;
  const clause = body.slice(Math.max(sentence.start, verb - nearChars * 2), verb);
  const pronoun = chinesePronoun.exec(clause);
  if (pronoun !== null) return pronounAt(verb - clause.length + pronoun.index, pronoun[0].charAt(0));
  const near = parts.mentions.filter((mention) => {
    const name = names[mention];
    return name !== undefined && name.end <= verb && !clauseEnd.test(body.slice(name.end, verb));
  });
  const free = near.filter((mention) => {
    const start = names[mention]?.start ?? 0;
    return !governs.test(body.slice(Math.max(sentence.start, start - 2), start));
  });
  const speaker = free.at(-1);
  const end = speaker === undefined ? 0 : (names[speaker]?.end ?? 0);
  if (speaker === undefined || verb - end > nearChars || /^[^，]*的/u.test(body.slice(end, verb))) return undefined;
  return { kind: 'mention', mention: speaker, introduced: false };
}
