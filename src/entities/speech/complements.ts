import { type Complement, determiners, prepositions } from './english-words.js';
import type { Word } from './words.js';

const statementOpeners = new Set(['that', ':', '“', '"', '«', '‘', '「', 'how', 'why', 'whether']);
const claims =
  /^(?:claims?|reports?|allegations?|suggestions?|accusations?|ideas?|notions?|criticisms?|concerns?|rumou?rs?|speculation|calls)$/;
const notCalling =
  /^(?:off|in|back|up|out|police|ambulance|him|her|them|me|911|home|and|cops|witnesses?|race|election)$/;
const callingEnds = /^(?:on|about|at|to|where|who|which|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const hopeNouns =
  /^(?:hopes?|concerns?|confidence|regret|doubts?|thanks|gratitude|support|optimism|condolences|disappointment|outrage|frustration|sympathy)$/;
// Numbers from reading: what a verb of saying governs opens within the next few words ("told reporters in Rome that").
const reach = 7;

/** Whether what follows the verb makes it one of saying. */
export function hasComplement(words: readonly Word[], verb: number, complement: Complement): boolean {
  const next = words[verb + 1];
  switch (complement) {
    case 'none':
      // "asked 1,000 adults": a poll, nobody's words.
      return !(words[verb]?.lower === 'asked' && /^(?:by|\d[\d,.]*)$/.test(next?.lower ?? ''));
    case 'statement':
      return opensStatement(words, verb) || expresses(words, verb) || standsAside(words, verb);
    case 'claim':
      return standsAside(words, verb) || words.slice(verb + 1, verb + reach).some(({ lower }) => claims.test(lower));
    case 'call':
      return isCalling(words, verb);
    case 'topic':
      return isTopic(words[verb]?.lower ?? '', next?.lower ?? '');
    case 'put':
      return next?.lower === 'it';
    case 'quote':
      return false;
  }
}

/** "called the quay a disgrace", "called for help"; not "called the police", "called the harbour office on Monday". */
function isCalling(words: readonly Word[], verb: number): boolean {
  const next = words[verb + 1];
  if (next === undefined || /^(?:for|on|upon)$/.test(next.lower)) return next !== undefined;
  const rest = words.slice(determiners.has(next.lower) ? verb + 2 : verb + 1);
  if (notCalling.test(rest[0]?.lower ?? '')) return false;
  const end = rest.findIndex(({ kind, lower }) => kind === 'mark' || callingEnds.test(lower));
  // An object and what it is called take three words: "called joint work key".
  return end < 0 ? rest.length >= 3 : end >= 3 || /^["“«‘]$/.test(rest[end]?.text ?? '');
}

function opensStatement(words: readonly Word[], verb: number): boolean {
  // "posted a picture that", "continued to hope that": the clause is not theirs.
  const lower = words[verb]?.lower ?? '';
  for (let at = verb + 1; at < Math.min(words.length, verb + reach); at++) {
    const word = words[at];
    if (word === undefined) return false;
    if (word.text === ',') return /^[“"«‘]$/.test(words[at + 1]?.text ?? '');
    if (statementOpeners.has(word.lower))
      return word.lower !== 'that' || at === verb + 1 || !/^(?:post|contin)/.test(lower);
  }
  return false;
}

function expresses(words: readonly Word[], verb: number): boolean {
  if (!/^express/.test(words[verb]?.lower ?? '')) return false;
  return words.slice(verb + 1, verb + reach).some(({ lower }) => hopeNouns.test(lower));
}

function isTopic(verb: string, next: string): boolean {
  if (verb.startsWith('point')) return next === 'out' || next === 'to';
  return next === 'of' || next === 'about';
}

/** Whether the words before `verb`'s subject are the statement: "…, X said on Monday". */
export function standsAside(words: readonly Word[], verb: number): boolean {
  const next = words[verb + 1];
  if (next === undefined || (next.kind === 'mark' && !statementOpeners.has(next.text))) return true;
  if (!endsSoon(next) && words[verb]?.lower !== 'told') return false;
  for (let at = verb + 1; at < Math.min(words.length, verb + reach); at++) {
    const text = words[at]?.lower ?? '';
    if (statementOpeners.has(text)) return false;
    if (/^[,.;?!]$/.test(text)) return true;
  }
  return true;
}

const times =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|earlier|later|last|this|when|as|after|before|while|then|recently|afterwards)$/;

function endsSoon({ lower }: Word): boolean {
  return prepositions.has(lower) || times.test(lower) || lower.endsWith('ly');
}
