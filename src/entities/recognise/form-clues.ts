import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { isForeignCity } from './city-names.js';
import { countryNames, isCurrencyCode } from './countries.js';
import {
  calendarWords,
  clubOpeners,
  easternSurnames,
  functionWords,
  nameParticles,
  organisationHeads,
  organisationOpeners,
  otherHeads,
  placeHeads,
  placeOpeners,
  stateAbbreviations,
} from './name-words.js';
import { noVotes, sumVotes, type Votes } from './reading.js';

// Name a part of some country, which the text before tells.
const directions = new Set('North South East West Northeast Northwest Southeast Southwest'.split(' '));
// What the press of every country writes with a capital and nobody bears: prizes, programmes, deeds of state.
const coinages = new Set(
  `brexit grexit grammy grammys oscar oscars emmy emmys tony tonys golden globes nobel pulitzer obamacare medicare medicaid
   interstate indigenous qr qb icu k-12 earth`.split(/\s+/u),
);
// Centres that are buildings.
const venues = new Set(
  'convention exhibition aviation shopping sports arts visitor visitors conference entertainment tennis civic'.split(
    ' ',
  ),
);
// Begin the names of storms, works and deeds.
const eventOpeners = new Set('hurricane typhoon cyclone storm operation project tropical winter'.split(' '));

// Abbreviations that news writes without saying what they stand for, and that are nobody's.
const commonAbbreviations = new Set(
  `AI IT ICT TV PC CD DVD GDP GNP CPI PMI PPI VAT IPO ETF EV EVS IP PR HR ID FAQ MOU MOUS FTA CEO CFO COO CTO CIO VP PM MP MPS
   SME SMES NGO NGOS R&D M&A Q&A B2B AM PM GMT UTC EST EDT PST PDT DNA RNA PCR MRI HIV AIDS SARS MERS UFO GPS LED LCD OLED LNG LPG
   USB APP URL SNS SUV VR AR XR NFT API ESG KPI CES OK US$ WMD ICBM SLBM THAAD GMO CO2 UV PTSD ADHD OTT R&B ET RSV KRW PAC PACS
   LGBT LGBTQ BLM RV ATV TBA TBD RSVP SOS VIP MBA BA MA MD PHD HDMI KO TKO MVP NO NOS`.split(/\s+/u),
);

/** What a name's own form says about its kind. `words` are those of the text in ordinary letters, the text may stand in capitals. */
export function formClues(text: string, words: readonly string[], knows: NameKnowledge): Votes {
  const name = words.join(' ');
  if (isShouted(text, words, knows)) return { ...noVotes, other: 6 };
  const own = words.length === 1 ? singleClue(text, words, knows) : personClue(name, words, knows);
  return sumVotes([knownClue(name, words, knows), headClue(name, words, knows), own]);
}

/** "MUST WATCH", "AND FINALLY": a line of the page in capitals, all of ordinary words. */
function isShouted(text: string, words: readonly string[], knows: NameKnowledge): boolean {
  const isUpper = words.length > 1 && /^[\p{Lu} ’'-]{5,}$/u.test(text);
  return (
    isUpper &&
    knows.sense(words.join(' ')) === undefined &&
    words.every((word) => knows.isWord(word.toLowerCase()) || functionWords.has(word.toLowerCase())) &&
    !organisationHeads.has(words.at(-1)?.toLowerCase() ?? '')
  );
}

type Clue = (name: string, words: readonly string[], knows: NameKnowledge) => Partial<Votes>;

/** "LONDON" as dictionaries write it; abbreviations stay. */
export function inSmallLetters(name: string): string {
  return /^[\p{Lu} .'’-]{5,}$/u.test(name)
    ? name.toLowerCase().replace(/(?<=^|[ '’.-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : name;
}

const bigTown = 100_000;

/** What dictionaries and lists of places know of the whole name. */
const knownClue: Clue = (name, words, knows) => {
  const bare = inSmallLetters(name.replace(/^The /u, ''));
  if (countryNames().has(bare) || isForeignCity(bare)) return { place: 6 };
  if (words.length === 1 && stateAbbreviations.has(bare.toLowerCase())) return { place: 5 };
  if (bare.includes('-') && bare.split('-').every((part) => isPeopleOrCountry(part, knows))) return { other: 4 };
  const sense = knows.sense(bare) ?? knows.sense(bare.replaceAll('.', ''));
  if (words.length > 1 && eventOpeners.has(words[0]?.toLowerCase() ?? '')) return { other: 5 };
  if (sense === 'place') return { place: words.length > 1 ? 5 : 3 };
  if (sense === 'people' || (sense === undefined && /s$/u.test(bare) && knows.sense(bare.slice(0, -1)) === 'people'))
    return { other: 5 };
  if (sense === 'group') return { organisation: 3 };
  const population = knows.population(bare);
  const size = population >= bigTown ? 2 : population > 0 ? 0.8 : 0;
  const town = easternSurnames.has(bare) ? size * 0.3 : size;
  const isWord = words.length === 1 && knows.isWord(bare.toLowerCase());
  if (town > 0) return { place: (isWord ? 0.4 : 1) * (town + (words.length > 1 ? 1 : 0)) };
  if (sense === 'person') return { person: words.length > 1 ? 3 : 1 };
  return sense === 'other' ? { other: words.length > 1 ? 3 : 2.5 } : {};
};

/** "Arab-Israeli", "China-Japan": a relation, not a bearer. */
function isPeopleOrCountry(name: string, knows: NameKnowledge): boolean {
  return countryNames().has(name) || knows.sense(name) === 'people';
}

/** What its first or last word says. */
const headClue: Clue = (_name, words, knows) => {
  if (words.length < 2) return {};
  const joint = words.findIndex((word) => word === 'of' || word === 'for');
  const core = (joint > 0 ? words.slice(0, joint) : words).map((word) => word.toLowerCase());
  const last = core.at(-1) ?? '';
  const first = words[0] ?? '';
  const isPerson = words.length === 2 && knows.isGivenName(first) && !knows.isWord(first.toLowerCase());
  if (clubOpeners.has(core[0] ?? '') && !/\p{Ll}/u.test(first.slice(1, 2))) return { organisation: 4 };
  if (otherHeads.has(last) && joint < 1) return { other: 4 };
  if (joint > 0 && (organisationOpeners.has(last) || organisationHeads.has(last))) return { organisation: 4 };
  if (/^cent(?:er|re)$/u.test(last) && venues.has(core.at(-2) ?? '')) return { place: 4 };
  if (placeHeads.has(last)) return { place: isPerson ? 0.5 : 4 };
  if (organisationHeads.has(last)) return { organisation: isPerson ? 1 : 4 };
  if (placeOpeners.has(core[0] ?? '')) return { place: 1.2, organisation: 0.3 };
  // "Fashion Group Haneul".
  if (core.slice(1, -1).some((word) => organisationHeads.has(word))) return { organisation: 2 };
  return organisationOpeners.has(core[0] ?? '') ? { organisation: 2 } : {};
};

/** One word: only an abbreviation shows by its form that it is a name. */
const singleClue: Clue = (name, _words, knows) => {
  if (isCurrencyCode(name) || directions.has(name) || coinages.has(name.toLowerCase())) return { other: 6 };
  if (commonAbbreviations.has(name.toUpperCase()) && !/\p{Ll}/u.test(name)) return { other: 6 };
  // "MOUs", "GDRs", "USD28", "January-June".
  if (/^\p{Lu}{2,}s$|^\p{Lu}{3}\p{Nd}+$/u.test(name)) return { other: 3 };
  if (name.split('-').some((part) => calendarWords.has(part.toLowerCase()))) return { other: 3 };
  if (/^\p{Lu}-\p{Ll}/u.test(name)) return { other: 2 };
  // "Lee-Xi": two bearers, unless the article has one of a double name.
  if (/^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(name)) return { other: 1.2 };
  if (/^\p{Lu}[\p{Lu}\p{Nd}&.-]*\p{Lu}[\p{Lu}\p{Nd}&-]*s?$/u.test(name)) {
    return knows.isWord(name.toLowerCase()) ? { organisation: 0.3, other: 0.6 } : { organisation: 1.2 };
  }
  // "YouTube", "NationsBank", "eBay": a capital inside, but for "McCague", "O'Neill", "Jean-Luc".
  if (/^\p{L}+\p{Ll}\p{Lu}/u.test(name) && !/^(?:Mc|Mac|De|Di|La|Le|Van)\p{Lu}/u.test(name)) return { organisation: 1 };
  if (knows.isGivenName(name)) return { person: 0.8 };
  return {};
};

/** Several words: a given name, initials, an eastern surname, or only words no dictionary has. */
const personClue: Clue = (_name, words, knows) => {
  const parts = words.filter((word) => !nameParticles.has(word));
  const [first, second] = [parts[0] ?? '', parts[1] ?? ''];
  if (parts.length > 5 || parts.some((word) => /^(?:of|for|and|the|&|on)$|\p{Nd}/u.test(word)))
    return { organisation: 0.8 };
  if (/^(?:\p{Lu}\.)+$/u.test(first) && parts.length <= 4) return { person: 3 };
  if (parts.length === 2 && isEastern(first, second)) return { person: 3.5 };
  if (/^\p{Lu}{2,4}$/u.test(first)) return shortFirst(first, second);
  if (/^\p{Lu}{3,}$/u.test(parts.at(-1) ?? '') && /\p{Ll}/u.test(first)) return { organisation: 2 };
  if (isTeam(parts, knows)) return { organisation: 2.5 };
  const known = parts.filter((word) => isPlaceWord(word, knows)).length;
  const ordinary = parts
    .slice(1)
    .filter((word) => knows.isWord(word.toLowerCase()) && knows.sense(word) === undefined).length;
  if (knows.isGivenName(first))
    return { person: parts.length <= 4 ? 3 - ordinary * 0.5 : 1, ...(ordinary > 1 ? { other: 1 } : {}) };
  if (easternSurnames.has(first) && parts.length <= 3 && ordinary === 0 && known === 0) return { person: 2.2 };
  if (known > 0) return { organisation: 1.1, person: parts.length === 2 ? 0.6 : 0 };
  const unknown = parts.filter((word) => !knows.isWord(word.toLowerCase())).length;
  if (parts.every((word) => word.length > 1 && /^\p{Lu}{2,}$/u.test(word))) return { organisation: 0.8 };
  if (parts.length <= 4 && unknown === parts.length) return { person: 1.6 };
  if (parts.length <= 4 && unknown > 0 && !knows.isWord(first.toLowerCase()))
    return { person: 0.6, organisation: 0.6, other: 0.4 };
  return { organisation: 0.7, other: 0.7 };
};

/** "SK hynix", "CJ ENM" against "JD Vance". */
function shortFirst(first: string, second: string): Partial<Votes> {
  if (first.length > 2 || !/^\p{Lu}\p{Ll}/u.test(second)) return { organisation: 2 };
  return { person: 1, organisation: 0.9 };
}

/** "Boston Bruins", "Tampa Bay Rays": a place and a plural. */
function isTeam(parts: readonly string[], knows: NameKnowledge): boolean {
  const [place, last] = [parts.slice(0, -1).join(' '), parts.at(-1)?.toLowerCase() ?? ''];
  const isPlural = /[^s]s$/u.test(last) && knows.isWord(last) && knows.sense(parts.at(-1) ?? '') !== 'person';
  return isPlural && (knows.sense(place) === 'place' || knows.population(place) >= bigTown);
}

function isPlaceWord(word: string, knows: NameKnowledge): boolean {
  return (
    countryNames().has(word) ||
    (knows.sense(word) === 'place' && !knows.isGivenName(word)) ||
    knows.population(word) >= 500_000
  );
}

/** "Park So-yun", "So-yun Park", "Kim So-Yun". */
function isEastern(first: string, second: string): boolean {
  const given = /^\p{Lu}\p{Ll}{1,6}-\p{L}\p{Ll}{1,6}$/u;
  return (easternSurnames.has(first) && given.test(second)) || (given.test(first) && easternSurnames.has(second));
}
