const sameOffice: readonly (readonly [string, RegExp])[] = [
  ['chair', /^chair(?:man|woman|person)?$/],
  ['spokes', /^spokes(?:man|woman|person)$/],
  ['adviser', /^advis[eo]r$/],
  ['representative', /^(?:rep|representative|congress(?:man|woman)|lawmaker)$/],
  ['senator', /^sen(?:ator)?$/],
  ['governor', /^gov(?:ernor)?$/],
  ['general', /^gen(?:eral)?$/],
  ['doctor', /^(?:dr|doctor)$/],
];
// "vice president" is another office than "president", a former one no longer it.
const otherOffice = /^(?:vice|deputy|former|ex|assistant|associate|acting)$/;
// Whom news calls a leader besides by their office.
const leaders = /^(?:president|premier|chancellor|king|queen|chief)$/;

/** Whether somebody called `title` ("chinese vice premier") may be called `phrase` ("vice premier"). */
export function fitsRole(title: readonly string[], phrase: readonly string[]): boolean {
  const asked = phrase.flatMap((word) => word.split('-')).map(office);
  const has = title.map(office);
  const noun = asked.at(-1);
  const at = has.findIndex((word) => word === noun || (noun === 'leader' && leaders.test(word)));
  if (at < 0 || noun === undefined) return false;
  const rank = has.slice(0, at).find((word) => otherOffice.test(word));
  if (rank !== undefined && !asked.includes(rank)) return false;
  return asked.slice(0, -1).every((word) => has.includes(word));
}

function office(word: string): string {
  return sameOffice.find(([, pattern]) => pattern.test(word))?.[0] ?? word;
}
