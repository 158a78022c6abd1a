import { splitSentences } from '../../src/corpus/split-sentences.js';
import { articleId } from '../../src/domain/article.js';
import type { EntityKind } from '../../src/domain/entity.js';
import type { ArticleNames, NameMention, ReadableArticle } from '../../src/entities/article-names.js';
import { attributeSpeech } from '../../src/entities/speech/attribute-speech.js';
import type { SpeechAct } from '../../src/entities/speech/speech-act.js';

/** Names to be marked wherever they stand; a longer one is marked before a shorter one within it. */
export type NamesByKind = Partial<Record<EntityKind, readonly string[]>>;

/** A readable article of a text, its sentences split. */
export function readable(body: string): ReadableArticle {
  const unknown = { publisher: undefined, published: undefined, language: undefined };
  return { id: articleId('a'), title: 'A title', body, sentences: splitSentences(body), ...unknown };
}

/** Every place where one of the names stands. A name without a blank or hyphen is a short one. */
export function markNames(body: string, names: NamesByKind): ArticleNames {
  const kinds = Object.entries(names) as [EntityKind, readonly string[]][];
  const known = new Map(kinds.flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)));
  const longestFirst = [...known.keys()].sort((one, other) => other.length - one.length);
  const mentions: NameMention[] = [];
  for (let at = 0; at < body.length; at++) {
    const text = longestFirst.find((name) => body.startsWith(name, at));
    const kind = text === undefined ? undefined : known.get(text);
    if (text === undefined || kind === undefined) continue;
    const form = /[\s-]/.test(text) || kind !== 'person' ? 'full' : 'short';
    mentions.push({ text, kind, form, role: undefined, start: at, end: at + text.length });
    at += text.length - 1;
  }
  return { article: articleId('a'), mentions, asOne: [] };
}

/** What is said in a text: speaker, sentence, and what stands in the speaker's place. */
export interface Heard extends Pick<SpeechAct, 'verb' | 'form'> {
  readonly speaker: string | undefined;
  readonly sentence: string;
  readonly cue: string | undefined;
}

/** The speech acts of a text with these names, in words. */
export function hear(body: string, names: NamesByKind): Heard[] {
  const marked = markNames(body, names);
  return attributeSpeech(readable(body), marked).map(({ sentence, speaker, cue, verb, form }) => ({
    speaker: marked.mentions[speaker]?.text,
    sentence: body.slice(sentence.start, sentence.end),
    cue: cue && body.slice(cue.start, cue.end),
    verb,
    form,
  }));
}
