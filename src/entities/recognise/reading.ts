import type { ArticleId } from '../../domain/article.js';
import type { EntityKind } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import type { NamedAsOne } from '../article-names.js';

/** How strongly the text speaks for each kind; `other` for what is none of them. Hundredths would be pretence: 1 is a hint, 3 is plain. */
export type Votes = Readonly<Record<EntityKind | 'other', number>>;

/** No word for or against. */
export const noVotes: Votes = { person: 0, organisation: 0, place: 0, other: 0 };

/** Adds up votes. */
export function addVotes(left: Votes, right: Partial<Votes>): Votes {
  return {
    person: left.person + (right.person ?? 0),
    organisation: left.organisation + (right.organisation ?? 0),
    place: left.place + (right.place ?? 0),
    other: left.other + (right.other ?? 0),
  };
}

/** Adds up several at once; half of the recogniser's garbage was sums of two. */
export function sumVotes(parts: Iterable<Partial<Votes>>): Votes {
  const sum = { person: 0, organisation: 0, place: 0, other: 0 };
  for (const part of parts) {
    sum.person += part.person ?? 0;
    sum.organisation += part.organisation ?? 0;
    sum.place += part.place ?? 0;
    sum.other += part.other ?? 0;
  }
  return sum;
}

/** What may be a name, as one article shows it. */
export interface Candidate extends Span {
  readonly text: string;
  /** Under which its evidence is counted: the text, in ordinary letters where it stands in capitals. */
  readonly key: string;
  /** The words of the key. */
  readonly words: readonly string[];
  readonly votes: Votes;
  /** A capital here says little: the sentence begins with it, or its line is all capitals or a headline. */
  readonly isWeak: boolean;
  /** Where it begins if its first word is only the capitalised beginning of a sentence. */
  readonly otherStart: number | undefined;
  /** Where it begins with a "The" before it that begins the sentence and may belong to it. */
  readonly theStart: number | undefined;
  readonly role: Span | undefined;
}

/** The reading of one article by itself: depends on its body and sentences only, so that it may be kept. */
export interface ArticleReading {
  readonly article: ArticleId;
  readonly body: string;
  /** The names of the outlet, as the article's metadata gives them. */
  readonly outlets: readonly string[];
  readonly candidates: readonly Candidate[];
  /** By index into the candidates. */
  readonly asOne: readonly NamedAsOne[];
  /** Candidates that stand in one enumeration each. */
  readonly lists: readonly { readonly from: number; readonly to: number }[];
  /** How often words stand in small letters, for those that stand with a capital as well. */
  readonly smallWords: ReadonlyMap<string, number>;
}

/** What of a reading its names are decided from; the rest goes into the evidence of all articles. */
export type DecidableReading = Pick<ArticleReading, 'article' | 'body' | 'candidates' | 'asOne'>;
