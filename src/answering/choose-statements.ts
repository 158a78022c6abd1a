import type { Snapshot } from '../retrieval/snapshot.js';
import { isMeasured } from './answer-type.js';
import { completions, correctionOf } from './complete-statement.js';
import type { QuestionFocus } from './question-focus.js';
import { isRepetition, saysTheSame } from './same-statement.js';
import type { SentenceEvidence } from './sentence-evidence.js';

/** A sentence to be shown, and the sentences of other articles that say the same. */
export interface ChosenStatement {
  readonly evidence: SentenceEvidence;
  readonly echoes: readonly SentenceEvidence[];
}

/** An answer has no more. */
export const MOST_STATEMENTS = 5;
// A sentence with less than this share of the best one's score has little to do with the question. On 365 development questions
// .55 loses no right answer and leaves out half a statement of five; .6 loses the first one.
const LEAST_SHARE_OF_BEST = 0.55;
// What a sentence gains for the words of the question that no chosen one has yet, and for standing right before one of
// the first two: there stands who is meant. Found together with the weights of sentence-evidence.ts.
const GAIN_FOR_NEW_WORDS = 0.07;
const GAIN_BEFORE_CHOSEN = 0.1;
// Lists, comparisons and differing reports are told by several outlets: one more article is worth this.
const GAIN_FOR_NEW_ARTICLE = 0.05;
const MOST_PER_ARTICLE = { single: 4, list: 3, comparison: 3, difference: 2 } as const;

// Which of the first statements take along what they leave out: who is meant may be missing from the second, too.
const COMPLETED = { speaker: 2, other: 1 } as const;

/** The sentences to show, best first, each said once; `weighed` comes best first. */
export function chooseStatements(
  snapshot: Snapshot,
  focus: QuestionFocus,
  weighed: readonly SentenceEvidence[],
): ChosenStatement[] {
  const best = weighed[0]?.score ?? 0;
  const pool = new Set(weighed.filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST));
  const choice = new Choice(snapshot, focus);
  while (choice.size < MOST_STATEMENTS) {
    const next = choice.best(pool);
    if (next === undefined) break;
    pool.delete(next);
    const correction = correctionOf(snapshot, next, weighed);
    // What was printed in error never stands alone: where one place is left, what is right takes it.
    const shown = correction !== undefined && choice.size + 1 === MOST_STATEMENTS ? correction : next;
    if (!choice.add(shown)) continue;
    const isCompleted = choice.size <= COMPLETED[focus.type === 'person' ? 'speaker' : 'other'];
    const completing = isCompleted ? completions(snapshot, focus, next, weighed) : [];
    for (const completion of correction === undefined ? completing : [correction]) {
      pool.delete(completion);
      choice.add(completion);
    }
  }
  return choice.statements;
}

/** What has been chosen so far. */
class Choice {
  readonly statements: (ChosenStatement & { readonly echoes: SentenceEvidence[] })[] = [];
  readonly #snapshot: Snapshot;
  readonly #focus: QuestionFocus;
  readonly #wordsTold = new Set<number>();
  readonly #perArticle = new Map<number, number>();

  constructor(snapshot: Snapshot, focus: QuestionFocus) {
    this.#snapshot = snapshot;
    this.#focus = focus;
  }

  get size(): number {
    return this.statements.length;
  }

  /** The sentence of the pool worth most beside what is chosen. */
  best(pool: ReadonlySet<SentenceEvidence>): SentenceEvidence | undefined {
    let best: SentenceEvidence | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const evidence of pool) {
      if (this.#countOf(evidence) >= MOST_PER_ARTICLE[this.#focus.form]) continue;
      const worth = this.#worth(evidence);
      if (worth > most) {
        most = worth;
        best = evidence;
      }
    }
    return best;
  }

  /** Adds a sentence; false where it repeats one, which is then its echo if another article says just the same. */
  add(evidence: SentenceEvidence): boolean {
    const alike = this.statements.find((statement) => isRepetition(statement.evidence, evidence));
    if (alike !== undefined) {
      const elsewhere = this.#articleOf(alike.evidence) !== this.#articleOf(evidence);
      if (elsewhere && saysTheSame(alike.evidence, evidence)) alike.echoes.push(evidence);
      return false;
    }
    this.statements.push({ evidence, echoes: [] });
    this.#perArticle.set(this.#articleOf(evidence), this.#countOf(evidence) + 1);
    evidence.found.forEach((sureness, word) => {
      if (sureness > 0) this.#wordsTold.add(word);
    });
    return true;
  }

  #worth(evidence: SentenceEvidence): number {
    if (this.size === 0) return evidence.score;
    const { words, totalWeight } = this.#focus;
    const newWords = evidence.found.reduce(
      (sum, sureness, word) => sum + (this.#wordsTold.has(word) ? 0 : sureness * (words[word]?.weight ?? 0)),
      0,
    );
    const before = this.statements
      .slice(0, 2)
      .some(({ evidence: chosen }) => chosen.passage === evidence.passage && chosen.index === evidence.index + 1);
    const several = this.#tellsByOutlet(evidence) && this.#countOf(evidence) === 0;
    return (
      evidence.score +
      (GAIN_FOR_NEW_WORDS * newWords) / (totalWeight || 1) +
      (before ? GAIN_BEFORE_CHOSEN : 0) +
      (several ? GAIN_FOR_NEW_ARTICLE : 0)
    );
  }

  /** Figures and days are what outlets differ in; the other forms are told by several anyway. */
  #tellsByOutlet(evidence: SentenceEvidence): boolean {
    const { form, type } = this.#focus;
    return form !== 'single' || (isMeasured(type) && evidence.hasType);
  }

  #articleOf(evidence: SentenceEvidence): number {
    return this.#snapshot.articleOf[evidence.passage] ?? 0;
  }

  #countOf(evidence: SentenceEvidence): number {
    return this.#perArticle.get(this.#articleOf(evidence)) ?? 0;
  }
}
