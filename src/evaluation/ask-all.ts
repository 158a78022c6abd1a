import type { Answer } from '../domain/answer.js';

/** A question of some set, its answer and how long that took. */
export interface Answered<Q> {
  readonly question: Q;
  readonly answer: Answer;
  readonly ms: number;
}

/** Asks every question in turn; after each, `onAnswer` hears the number done and is waited for. */
export async function askAll<Q>(
  questions: readonly Q[],
  ask: (question: Q) => Promise<Answer>,
  onAnswer: (done: number) => void | Promise<void> = () => {},
): Promise<Answered<Q>[]> {
  const answered: Answered<Q>[] = [];
  for (const question of questions) {
    const started = performance.now();
    const answer = await ask(question);
    answered.push({ question, answer, ms: performance.now() - started });
    await onAnswer(answered.length);
  }
  return answered;
}
