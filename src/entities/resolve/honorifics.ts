const pattern =
  /(?<!\p{L})(Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baron|Baroness|Viscount|Earl|Countess|Dr|Prof|Professor)\.?\s$/u;
// "Viscountess" and a full stop.
const reach = 13;

// A bit each, so that a set of them is a number.
const bits = {
  man: 1,
  woman: 2,
  peer: 4,
  commoner: 8,
} as const;

const meanings: Readonly<Record<string, number>> = {
  Mr: bits.man | bits.commoner,
  Mrs: bits.woman | bits.commoner,
  Ms: bits.woman | bits.commoner,
  Miss: bits.woman | bits.commoner,
  Sir: bits.man | bits.commoner,
  Dame: bits.woman | bits.commoner,
  Lord: bits.man | bits.peer,
  Baron: bits.man | bits.peer,
  Viscount: bits.man | bits.peer,
  Earl: bits.man | bits.peer,
  Lady: bits.woman | bits.peer,
  Baroness: bits.woman | bits.peer,
  Countess: bits.woman | bits.peer,
  Dr: bits.commoner,
  Prof: bits.commoner,
  Professor: bits.commoner,
};

/** What the honorific before a place of a text says of its bearer, as a set of bits; 0 where there is none. */
export function honorificBefore(body: string, at: number): number {
  // Most names follow a small letter: no table is asked for them.
  if (body[at - 1] !== ' ' || !/[a-zA-Z.]/.test(body[at - 2] ?? '')) return 0;
  return meanings[pattern.exec(body.slice(Math.max(0, at - reach), at))?.[1] ?? ''] ?? 0;
}

/**
 * Whether somebody addressed so cannot be whom all others addressed otherwise: a woman for a man, a lord for plain Sir or Mr.
 * Who is addressed both ways (before a peerage and after) fits both.
 */
export function areContrary(one: number, other: number): boolean {
  return disagree(one, other, bits.man | bits.woman) || disagree(one, other, bits.peer | bits.commoner);
}

function disagree(one: number, other: number, about: number): boolean {
  const [a, b] = [one & about, other & about];
  return a !== 0 && b !== 0 && (a & b) === 0;
}
