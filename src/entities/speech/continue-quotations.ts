import type { Span } from '../../domain/passage.js';
import type { ReadableArticle } from '../article-names.js';
import { viewVerbs } from './english-words.js';
import type { Quotation } from './quotations.js';
import type { SpeechAct } from './speech-act.js';

/**
 * Adds the sentences that are nothing but quotation and belong to an attributed one: parts of the same speech, or the
 * quotation right behind it in its paragraph. Acts stay in the order of the sentences.
 */
export function continueQuotations(
  { body, sentences }: ReadableArticle,
  quotations: readonly Quotation[],
  acts: readonly SpeechAct[],
): SpeechAct[] {
  const bySentence = groupBySentence(acts);
  const speeches = attributedSpeeches(quotations, acts);
  const all: SpeechAct[] = [];
  let quote = 0;
  let last: SpeechAct | undefined;
  let end = 0;
  for (const { start, end: sentenceEnd } of sentences) {
    if (body.slice(end, start).includes('\n')) last = undefined;
    end = sentenceEnd;
    while ((quotations[quote]?.end ?? Number.POSITIVE_INFINITY) <= start) quote++;
    const own = bySentence.get(start) ?? [];
    const around = quotations[quote];
    if (own.length > 0 || around === undefined || !isWithin(body, { start, end }, around)) {
      last = own.length === 1 && own[0] !== undefined && opensSpeech(own[0]) ? own[0] : undefined;
      all.push(...own);
      continue;
    }
    const opening = speeches.get(around.speech) ?? last;
    if (opening === undefined) continue;
    last = { sentence: { start, end }, verb: opening.verb, form: 'direct', speaker: opening.speaker, cue: undefined };
    all.push(last);
  }
  return all;
}

/** Behind "X wants the “old quay” back" a quotation may be anybody's. */
function opensSpeech({ form, verb }: SpeechAct): boolean {
  return form === 'direct' && !viewVerbs.has(verb);
}

function groupBySentence(acts: readonly SpeechAct[]): ReadonlyMap<number, readonly SpeechAct[]> {
  const groups = new Map<number, SpeechAct[]>();
  for (const act of acts) {
    const group = groups.get(act.sentence.start);
    if (group === undefined) groups.set(act.sentence.start, [act]);
    else group.push(act);
  }
  return groups;
}

/** Whether nothing of the sentence but marks lies outside the quotation. */
function isWithin(body: string, { start, end }: Span, quotation: Quotation): boolean {
  const outside = body.slice(start, Math.max(start, quotation.start)) + body.slice(Math.min(end, quotation.end), end);
  return !/[\p{L}\p{N}]/u.test(outside);
}

/** The one act whose sentence holds a part of each speech; speeches with two are left out. */
function attributedSpeeches(
  quotations: readonly Quotation[],
  acts: readonly SpeechAct[],
): ReadonlyMap<number, SpeechAct> {
  const speeches = new Map<number, SpeechAct | undefined>();
  let quote = 0;
  for (const act of acts) {
    while ((quotations[quote]?.end ?? Number.POSITIVE_INFINITY) <= act.sentence.start) quote++;
    if (!opensSpeech(act)) continue;
    for (let at = quote; (quotations[at]?.start ?? Number.POSITIVE_INFINITY) < act.sentence.end; at++) {
      const speech = quotations[at]?.speech ?? -1;
      speeches.set(speech, speeches.has(speech) && speeches.get(speech)?.speaker !== act.speaker ? undefined : act);
    }
  }
  return new Map([...speeches].flatMap(([speech, act]) => (act === undefined ? [] : [[speech, act] as const])));
}
