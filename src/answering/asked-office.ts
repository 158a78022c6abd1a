// Small letters and capitals are told apart: an owner is a name, "the mayor of the city" is of whichever city it is.
const ASKED =
  /^\s*[Ww]ho(?:['’]s|\s+(?:is|was|are|were))\s+(?:now |currently )?(?:the )?(?:new |current |present )?(?<role>\p{L}[\p{L}-]*(?: \p{Ll}[\p{Ll}-]*){0,3}) (?:of|at) (?:the )?(?<owner>\p{Lu}[\p{L}\p{M}-]*)/u;

/** The office whose holder a question asks for, and the first word of what it is an office of. */
export interface AskedOffice {
  readonly owner: string;
  /** Finds whose office a text speaks of: "Lund's mayor", "the Mayor of Oslo". */
  readonly elsewhere: readonly RegExp[];
}

/** "Who is the mayor of Malmö?"; `undefined` for a question of another form. English only. */
export function askedOffice(question: string): AskedOffice | undefined {
  const { role, owner } = ASKED.exec(question)?.groups ?? {};
  if (role === undefined || owner === undefined) return undefined;
  // Letters and hyphens alone: nothing of it means anything in a pattern.
  const office = eitherCase(role);
  const last = eitherCase(role.split(' ').at(-1) ?? '');
  return {
    owner,
    elsewhere: [
      new RegExp(String.raw`(?<owner>\p{Lu}[\p{L}\p{M}-]*)['’]s? (?:[\p{Ll}-]+ ){0,3}${last}\b`, 'gu'),
      new RegExp(String.raw`${office} of (?:the )?(?<owner>\p{Lu}[\p{L}\p{M}-]*)`, 'gu'),
    ],
  };
}

/** Whether a text names that office of others only. */
export function isOfficeElsewhere({ owner, elsewhere }: AskedOffice, text: string): boolean {
  const owners = elsewhere.flatMap((pattern) => [...text.matchAll(pattern)].map(({ groups }) => groups?.owner));
  return owners.length > 0 && !owners.includes(owner);
}

function eitherCase(words: string): string {
  const [first = ''] = words;
  return `[${first.toLowerCase()}${first.toUpperCase()}]${words.slice(first.length)}`;
}
