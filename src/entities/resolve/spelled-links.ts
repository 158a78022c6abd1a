import { cityNames } from '../recognise/city-names.js';
import type { NameLink } from './clusters.js';
import { countryCodes } from './country-names.js';
import { isLatin, plainKey, romanised, scriptOf } from './name-key.js';
import type { Name, NameTable } from './name-table.js';
import { differsByCorporateWords } from './organisation-names.js';
import { addsMiddle, orderKeys } from './person-names.js';
import { consonants } from './sounds.js';

/** Pairs of names that are one by their spelling alone, whatever the texts say of them. */
export function spelledLinks({ names }: NameTable): NameLink[] {
  const sorted = [...names.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...turnedLinks(names, sorted),
    ...middleLinks(sorted),
    ...groupLinks(names, sorted),
    ...outletLinks(names, sorted),
    ...countryLinks(sorted),
    ...cityLinks(names),
    ...transcribedLinks(names, sorted),
    ...soundLinks(sorted),
  ];
}

/** "Euna Park" and "Park Euna". */
function turnedLinks(names: NameTable['names'], sorted: readonly Name[]): NameLink[] {
  return sorted.flatMap((one) => {
    if (one.kind !== 'person') return [];
    const others = orderKeys(one.words).flatMap((key) => names.get(`person:${key}`) ?? []);
    return others
      .filter((other) => one.id < other.id)
      .map((other) => link(one, other, 'the same names in another order'));
  });
}

/** "Ann Holm" and "Ann B. Holm", where no other middle name is known to go between. */
function middleLinks(sorted: readonly Name[]): NameLink[] {
  const longer = new Map<string, Name[]>();
  for (const name of sorted) {
    if (name.kind !== 'person' || name.words.length < 3) continue;
    for (const last of name.words.slice(-2)) {
      const key = `${name.words[0]} ${last}`;
      longer.set(key, [...(longer.get(key) ?? []), name]);
    }
  }
  return sorted.flatMap((one) => {
    if (one.kind !== 'person' || one.words.length !== 2) return [];
    const fits = (longer.get(one.words.join(' ')) ?? []).filter((name) => addsMiddle(one.words, name.words));
    const [only] = fits;
    return fits.length === 1 && only !== undefined
      ? [link(one, only, 'one gives a middle name more, and no other name does')]
      : [];
  });
}

// "Group" as East Asian names have it, without a blank before.
const groupEnding = /(?:集团|그룹)$/u;

/** "Lark Motor" and "Lark Motor Group"; "LM集團" and either of "LM" and "LM Group". */
function groupLinks(names: NameTable['names'], sorted: readonly Name[]): NameLink[] {
  return sorted.flatMap((long) => {
    if (long.kind !== 'organisation') return [];
    const base = long.key.replace(groupEnding, '');
    const ending = base === long.key ? [] : [names.get(`organisation:${base}`), names.get(`organisation:${base}group`)];
    const cut = names.get(`organisation:${long.words.slice(0, -1).join('')}`);
    const short = cut !== undefined && differsByCorporateWords(cut.words, long.words) ? [cut] : [];
    return [...ending, ...short].flatMap((other) =>
      other === undefined ? [] : [link(long, other, 'one says only more that it is a group of companies')],
    );
  });
}

/** "Lark News Agency" and "Lark"; "LBC News" and "LBC": what an agency or a station sends out is called by its name. */
function outletLinks(names: NameTable['names'], sorted: readonly Name[]): NameLink[] {
  return sorted.flatMap((long) => {
    if (long.kind !== 'organisation') return [];
    const added = long.words.slice(-2).join(' ') === 'news agency' ? 2 : isStationNews(long) ? 1 : 0;
    const short = added === 0 ? undefined : names.get(`organisation:${long.words.slice(0, -added).join('')}`);
    return short === undefined ? [] : [link(long, short, 'one says only more that it is a news service')];
  });
}

function isStationNews({ spellings }: Name): boolean {
  return spellings.some(({ text }) => /^\p{Lu}{3,6} News$/u.test(text));
}

// Shorter transcriptions are those of too many places.
const shortestSound = 5;

/** "Beijing" and "北京": a place whose transcription is letter for letter a Latin name, where no other place is written so. */
function transcribedLinks(names: NameTable['names'], sorted: readonly Name[]): NameLink[] {
  const transcribed = new Map<string, Name[]>();
  for (const name of sorted) {
    if (name.kind !== 'place' || isLatin(name.key)) continue;
    const key = `${scriptOf(name.key)} ${romanised(name.key)}`;
    transcribed.set(key, [...(transcribed.get(key) ?? []), name]);
  }
  return [...transcribed].flatMap(([key, [other, ...more]]) => {
    const sound = key.slice(key.indexOf(' ') + 1);
    const one = names.get(`place:${sound}`);
    if (one === undefined || other === undefined || more.length > 0 || sound.length < shortestSound) return [];
    return [link(one, other, 'the transcription of one place name, which no other has')];
  });
}

// "dongbangmaeil": as many consonants in one order are no chance among the names of one kind.
const fewestConsonants = 6;

/** "Dongbang Maeil" and "동방매일": organisations of one sound, where no other of either script sounds so. */
function soundLinks(sorted: readonly Name[]): NameLink[] {
  const sounds = new Map<string, Name[]>();
  for (const name of sorted) {
    if (name.kind !== 'organisation' || !(isLatin(name.key) || scriptOf(name.key) === 'Hangul')) continue;
    const sound = consonants(romanised(name.key));
    if (sound.length >= fewestConsonants) sounds.set(sound, [...(sounds.get(sound) ?? []), name]);
  }
  return [...sounds.values()].flatMap((names) => {
    const [one, other] = names;
    if (names.length !== 2 || one === undefined || other === undefined || isLatin(one.key) === isLatin(other.key))
      return [];
    return [link(one, other, 'the same sound in two scripts, which no other name has')];
  });
}

/** "South Korea" and "Corée du Sud". */
function countryLinks(sorted: readonly Name[]): NameLink[] {
  const codes = countryCodes(plainKey);
  const first = new Map<string, Name>();
  return sorted.flatMap((name) => {
    const code = name.kind === 'place' ? codes.get(name.key) : undefined;
    if (code === undefined) return [];
    const one = first.get(code);
    if (one === undefined) first.set(code, name);
    return one === undefined ? [] : [link(one, name, 'names of one country')];
  });
}

/** "Seoul" and "首爾". */
function cityLinks(names: NameTable['names']): NameLink[] {
  return cityNames().flatMap((row) => {
    const [one, ...others] = row.flatMap((city) => names.get(`place:${plainKey(city)}`) ?? []);
    return one === undefined ? [] : [...new Set(others)].map((other) => link(one, other, 'names of one city'));
  });
}

function link(one: Name, other: Name, reason: string): NameLink {
  return { one, other, reason, articles: [] };
}
