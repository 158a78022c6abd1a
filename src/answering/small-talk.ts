// What people put before a question and behind it, in English; each begins or ends the text.
const OPENINGS: readonly RegExp[] = [
  // "hi all,", "good morning", "@Dateline", "quick question:", "idk but", "so,".
  /^(?:(?:hi+|hey+|hello|yo)(?:[ ,]+(?:all|there|guys|everyone|everybody|folks|team|bot))?|good (?:morning|afternoon|evening|night|day)|bro|dude|lol|lmao|um+|btw|idk(?: but)?|thanks|(?:ok(?:ay)?|so|well|guys)(?=,|\s+(?:guys|thanks|thx)\b|[\s.!]*$)|thank you(?: (?:so|very) much)?|@\S+|(?:quick|random|just a|one more) question|just curious|curious)(?=[\s,.!:?]|$)[\s,.!:?-]*/iu,
  // "does anyone know", "pls can u tell me", "I was wondering if", "remind me", "tell me more about".
  /^(?:can|could|would|does|do|did)\s+(?:you|u|anyone|anybody|someone|somebody)\s+(?:(?:please|pls|plz)\s+)?(?:know|tell\s+(?:me|us)|say|explain|remember|remind\s+me)(?:\s+(?:if|whether))?(?=\s)\s*/iu,
  /^i(?:'d| would)?\s+(?:(?:was|am|'m)\s+)?(?:just\s+)?(?:wondering|wonder|like\s+to\s+know|want\s+to\s+know)(?:\s+(?:if|whether))?(?=[\s,])[\s,]*/iu,
  /^(?:please|pls|plz|remind\s+me)(?=\s)\s*/iu,
  /^(?:tell|show|explain\s+to|give)\s+(?:me|us)(?=\s)\s+(?:(?:more|something|everything|all)\s+)?(?:about\s+)?/iu,
];
const ENDING =
  /(?:^|[\s,.!]+)(?:pls|plz|please|thanks|thank you(?: (?:so|very) much)?|thx|ty|lol|lmao|btw|guys)[\s.!?]*$/iu;
// Nobody is politer than this.
const MOST_ROUNDS = 6;

/** A text without greetings, wishes and thanks around it; empty where it is nothing else. */
export function withoutSmallTalk(text: string): string {
  let rest = text.trim();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = rest;
    // "Who said thanks?" asks about thanks: they are cut off a question only where one is left.
    const shorter = rest.replace(ENDING, '');
    if (shorter === '' || /\s\S+\s+\S/.test(shorter)) rest = shorter;
    for (const opening of OPENINGS) rest = rest.replace(opening, '');
    if (rest === before) break;
  }
  return /[\p{L}\p{N}]/u.test(rest) ? rest.trim() : '';
}
