import type { EntityKind } from '../../domain/entity.js';
import { cityNames } from './city-names.js';
import { countryNames } from './countries.js';
import { type Candidate, noVotes } from './reading.js';
import {
  chineseSurnames,
  hanTitles,
  koreanOrganisationEnds,
  koreanSurnames,
  koreanTitles,
  noGivenName,
} from './script-words.js';

const asian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;
const syllable = '[가-힣]';
const korean = koreanTitles.join('|');
const han = hanTitles.join('|');

// "박소윤 대통령", "김하늘 해양수산부 장관": surname, given name, at most one word, office.
const koreanPerson = new RegExp(
  `(?<!${syllable})([${koreanSurnames}]${syllable}{2})(?= (?:[${'가-힣'}A-Za-z]{2,12} )?(?:${korean})(?!${syllable}{3}))`,
  'gu',
);
// Determiners and particles that begin like a surname.
const koreanNoName =
  /^(?:이라|이번|이날|이후|이런|이러|한국|한중|한미|한일|지난|정부|주요|전직|현직|신임|방한|방중|주한|주중|유엔|여당|야당|양국|중국|미국|일본|영국|태국|전체|전임|현재|최근|국가|부통|조선)|[는를을]$/u;
// "이 대통령은": the surname alone.
const koreanShort = new RegExp(`(?<!${syllable})([${koreanSurnames}])(?= (?:${korean})(?!${syllable}{3}))`, 'gu');
const koreanOrganisation = new RegExp(
  `(?<![가-힣A-Za-z])([가-힣A-Za-z]{2,12}(?:${koreanOrganisationEnds.join('|')}))(?=[은는이가을를의에와과도로]?(?!${syllable})|에서|에게|으로|이라)`,
  'gu',
);
// "王海林国家主席", "朴昭潤總統"; and "總統朴昭潤", where the office comes first.
const hanPersonBefore = new RegExp(`([${chineseSurnames}]\\p{Script=Han}{2})(?=(?:${han}))`, 'gu');
const hanPersonAfter = new RegExp(`(?<=${han})([${chineseSurnames}]\\p{Script=Han}{1,2})`, 'gu');
const hanShort = new RegExp(`(?<!\\p{Script=Han})([${chineseSurnames}])(?=(?:${han}))`, 'gu');
const hanOrganisation = /(?<![A-Za-z])([A-Z][A-Za-z]{1,9}(?:集團|集团|銀行|银行|グループ))/gu;

/** Names in scripts without capitals, as offices, endings and lists of places show them. */
export function scriptCandidates(body: string): Candidate[] {
  if (!asian.test(body)) return [];
  return [
    ...matches(body, koreanPerson, 'person').filter(({ text }) => !koreanNoName.test(text)),
    ...matches(body, koreanOrganisation, 'organisation'),
    ...matches(body, koreanShort, 'person'),
    ...matches(body, hanPersonBefore, 'person').filter(({ text }) => !startsWithOffice(text)),
    ...matches(body, hanPersonAfter, 'person').map(withoutParticle),
    ...matches(body, hanShort, 'person'),
    ...matches(body, hanOrganisation, 'organisation'),
  ];
}

/** Countries and cities in those scripts, for looking up in bodies beside the names that brackets explain. */
export function scriptPlaces(): readonly string[] {
  return [...countryNames(), ...cityNames().flat()].filter((name) => asian.test(name));
}

function matches(body: string, pattern: RegExp, kind: EntityKind): Candidate[] {
  return [...body.matchAll(pattern)].map((match) => nameOf(match[1] ?? '', match.index, kind));
}

function nameOf(text: string, start: number, kind: EntityKind): Candidate {
  const rest = { isWeak: false, otherStart: undefined, theStart: undefined, role: undefined };
  return { text, key: text, words: [text], start, end: start + text.length, votes: { ...noVotes, [kind]: 5 }, ...rest };
}

/** "任國家主席": characters of an office read as a name. */
function startsWithOffice(text: string): boolean {
  return (
    hanTitles.some((title) => text.includes(title)) ||
    noGivenName.has(text.at(-1) ?? '') ||
    noGivenName.has(text.at(1) ?? '')
  );
}

/** "王海" of "王海與" would be wrong the other way: only what can be no given name is cut. */
function withoutParticle(candidate: Candidate): Candidate {
  const { text, start } = candidate;
  return text.length === 3 && noGivenName.has(text.at(-1) ?? '')
    ? nameOf(text.slice(0, 2), start, 'person')
    : candidate;
}
