import type { Span } from '../../domain/passage.js';

/** A sentence in which somebody is reported to say something. */
export interface SpeechAct {
  readonly sentence: Span;
  /** As written ("told", "according to"); of a quotation that goes on, the verb that opened or closed it. */
  readonly verb: string;
  /** `direct`: words of the sentence stand in quotation marks, three or more in a row. */
  readonly form: 'direct' | 'reported';
  /** Index of the mention that names the speaker; for a pronoun or a role noun phrase, of what they stand for. */
  readonly speaker: number;
  /** Where the speaker stands in the sentence: a name, pronoun or role; `undefined` where another sentence names them. */
  readonly cue: Span | undefined;
}

/** Who a verb of saying has for its subject, before anything is resolved. */
export type Subject =
  /** `introduced`: "X, a historian of Y,": what they are stands behind the name. */
  | { readonly kind: 'mention'; readonly mention: number; readonly introduced: boolean }
  | ({ readonly kind: 'pronoun'; readonly text: string } & Span)
  /** "the Chinese president": its words in lower case, the noun last. */
  | ({ readonly kind: 'role'; readonly words: readonly string[] } & Span)
  /** Somebody, but nobody who could be found: "a spokesman", "officials in Paris". */
  | { readonly kind: 'unknown' };

/** One verb or phrase of saying in a sentence. */
export interface Attribution {
  readonly verb: string;
  /** Where the verb stands in the body. */
  readonly place: number;
  readonly subject: Subject;
  /** `aside`: "…, X said." `clause`: "X said that …". `source`: "according to X". */
  readonly standing: 'aside' | 'clause' | 'source';
  /** Stands beside other clauses of saying ("…, while X said") and not within what they report. */
  readonly beside: boolean;
  /** "wants", "believes": reported speech only of people who speak. */
  readonly isView: boolean;
}
