import type { HeardArticle } from './spoken-sentences.js';

/** How many attributions to draw, and what for. */
export interface Draw {
  readonly count: number;
  readonly seed: number;
}

/** Attributions drawn at random, the same for the same seed, each with the sentence before it, to be read by a person. */
export function drawSpeech(heard: readonly HeardArticle[], { count, seed }: Draw): string {
  const all = heard.flatMap((one) => one.acts.map((act) => ({ one, act })));
  const next = randomFrom(seed);
  const drawn = Array.from(
    { length: Math.min(count, all.length) },
    () => all.splice(Math.floor(next() * all.length), 1)[0],
  );
  return drawn
    .flatMap((pick, at) => {
      if (pick === undefined) return [];
      const { article, names } = pick.one;
      const { sentence, verb, form, speaker, cue } = pick.act;
      const place = article.sentences.findIndex(({ start }) => start === sentence.start);
      const before = article.sentences.slice(Math.max(0, place - 2), place);
      const context = before.map(({ start, end }) => article.body.slice(start, end)).join(' ');
      const name = names.mentions[speaker]?.text;
      const where = cue === undefined ? '–' : article.body.slice(cue.start, cue.end);
      const text = article.body.slice(sentence.start, sentence.end);
      return [`${at + 1}. [${name}] by "${where}", ${verb}, ${form}, ${article.id}\n   (${context})\n   ${text}\n`];
    })
    .join('\n');
}

/** Numbers from 0 up to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
