import type { Candidate } from './reading.js';

/** The names in an article's publisher: "Xinhua" of "Xinhua (Russian service)", "Asahi" and "Yahoo" of "Asahi via Yahoo". */
export function outletsOf(publisher: string | undefined): string[] {
  const parts = (publisher ?? '').split(/[(),/;|]|\s(?:via|after|and)\s/u).map((part) => part.trim());
  return parts.filter((part) => /^.{3,40}$/u.test(part) && !/\b(?:service|site|edition|briefing)\b/iu.test(part));
}

/** Where an article names its own outlet, as the metadata spells it ("junge Welt" has no capital). */
export function outletCandidates(body: string, outlets: readonly string[]): Candidate[] {
  return outlets.flatMap((outlet) => {
    const found: Candidate[] = [];
    for (let start = body.indexOf(outlet); start !== -1; start = body.indexOf(outlet, start + outlet.length)) {
      const end = start + outlet.length;
      if (isLetter(body[start - 1]) || isLetter(body[end])) continue;
      found.push({ ...nameOf(outlet), start, end });
    }
    return found;
  });
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function nameOf(outlet: string): Omit<Candidate, 'start' | 'end'> {
  const votes = { person: 0, organisation: 5, place: 0, other: 0 };
  const rest = { isWeak: false, otherStart: undefined, theStart: undefined, role: undefined };
  return { text: outlet, key: outlet, words: outlet.split(/\s+/u), votes, ...rest };
}
