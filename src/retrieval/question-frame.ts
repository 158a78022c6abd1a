// Words that ask, hedge or report and name nothing of what is asked about: a right answer has others in their place. Each
// pattern marks its groups.
const FRAMES: readonly RegExp[] = [
  // "How many people", "how long": the word asks for a number.
  /\bhow\s+(many|much|long|often|old|far|big|large|tall|high|deep|wide|soon|late|early|well)\b/dgiu,
  // "What kind of line", "which sorts of goods".
  /\b(kinds?|sorts?|types?)\s+of\b/dgiu,
  // "According to Yicai", "is supposed to meet", "right now", "a lot".
  /\b(according)\s+to\b|\b(supposed)\s+to\b|\b(right)\s+now\b|\ba\s+(lot)\b/dgiu,
  /\b((?:some|any|every)(?:one|body|thing))\b/dgiu,
  // "What is the name of the park", "what is the park called?"
  /\bwhat(?:'s|\s+(?:is|was|are|were))\s+the\s+(names?)\s+of\b|\b(called|named)\s*\?\s*$/dgiu,
  // "Who said …", "what did she tell …", "what is reported about …": articles have a hundred verbs for it.
  /\b(say|says|said|tells?|told|reported|reportedly)\b/dgiu,
  // "What does she think of it", "what did the Harbour Post report": they ask for words.
  /\b(?:do|does|did)\b[^?]*?\b(think|report|write|publish)\b|\b(?:was|were|been)\s+(published|written|printed)\b/dgiu,
  // "News from January 27?"
  /^(?:(?:any|the|latest)\s+)*(news|headlines?|articles?|reports?|coverage|stories)\b(?=\s*\??\s*$|\s+(?:from|of|on|about|since|after|before|between)\b)/dgiu,
  // "How does it compare with …", "what is the difference between …".
  /\bhow\s+(?:do|does|did)\b.*\b(compare)\b|\bwhat(?:'s|\s+(?:is|was))\s+the\s+(difference)\b/dgiu,
  // "How many billion dollars": articles write $.
  /\bhow\s+many\s+(?:(?:thousand|million|billion|trillion)\s+)?(dollars|euros|pounds|percent)\b/dgiu,
  // "The 5th": letters of the number.
  /\b\d+(st|nd|rd|th)\b/dgiu,
  // "How long did it last", "which of them took longer": the words ask for a duration.
  /\bhow\s+long\b[^?]*\b(last|take|run)\s*\?|\b(last|lasted|take|took|run|ran)\s+(longer|longest|shorter)\b/dgiu,
  // "Over the last ten years or so", "in recent months".
  /\b(?:over|in|during|within|for)\s+(?:the\s+)?(last|past|recent)\s+(?:(\w+)\s+)?(days|weeks|months|years|decades?)\b/dgiu,
  // Prepositions and adverbs that are no function words of articles: "came along with her", "among people", "from now on".
  /\b(along|together|among|amongst|across|onto|upon|via|towards?|within|without|now)\b/dgiu,
  // "List the gifts", "names of the islands", "which outlets reported it", "when did it come back".
  /^(list)\b|^(?:the\s+)?(names?)\s+of\b|\b(?:which|what)\s+(outlets?|papers|newspapers|media|sources?)\b|\b(back)\b(?=\s+(?:in|to|from)\b|\s*\??\s*$)/dgiu,
  // "Near each other", "whom else", "is it still to come".
  /\b(each)\s+other\b|\b(?:who|whom|what|where|which|how)\s+(else)\b|\b(already|still|yet|ever|actually|exactly|really)\b/dgiu,
  // "Who is the current mayor", "the latest death toll": articles tell what is so when they are written.
  /\b(current|currently|latest)\b/dgiu,
  // "Last autumn": says when, in other words than a date.
  /\b(last|this|next|following|previous)\s+(spring|summer|autumn|fall|winter)\b/dgiu,
];

/** Where words of the question end that only frame it, as offsets into it. English only: elsewhere none is known. */
export function frameWordEnds(question: string): ReadonlySet<number> {
  const ends = new Set<number>();
  for (const frame of FRAMES) {
    for (const { indices } of question.matchAll(frame)) {
      for (const group of indices?.slice(1) ?? []) if (group !== undefined) ends.add(group[1]);
    }
  }
  return ends;
}
