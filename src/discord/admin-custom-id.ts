import { limits } from './limits.js';

/** The answer to a question that is held in memory. */
export interface QuestionPress {
  readonly answer: 'yes' | 'no';
  /** Of the question; 16 hexadecimal digits. */
  readonly question: string;
  readonly ownerId: string;
}

/** A page of a list for admins. */
export interface AdminPage {
  /** From 0. */
  readonly page: number;
  readonly ownerId: string;
  /** What the list was narrowed to; empty: nothing. */
  readonly text: string;
}

const owner = String.raw`(\d{17,20})`;

/** Longest text a list can be narrowed to: what a page button carries beside kind, page and owner. */
export const longestFilter = limits.customId - 'cor:999:12345678901234567890:'.length;

/** The custom id of a button that answers a question. */
export function questionPressId({ answer, question, ownerId }: QuestionPress): string {
  return `qst:${answer}:${question}:${ownerId}`;
}

/** Reads it back; `undefined` for anything else. */
export function parseQuestionPress(customId: string): QuestionPress | undefined {
  const [, answer, question, ownerId] = matched(customId, `^qst:(yes|no):([0-9a-f]{16}):${owner}$`);
  if (answer === undefined || question === undefined || ownerId === undefined) return undefined;
  return { answer: answer === 'yes' ? 'yes' : 'no', question, ownerId };
}

/** The custom id of the button that stops a re-index, on the message of this person. */
export function stopPressId(ownerId: string): string {
  return `stp:${ownerId}`;
}

/** Whose message it stands on; `undefined` for anything else. */
export function parseStopPress(customId: string): string | undefined {
  return matched(customId, `^stp:${owner}$`)[1];
}

/** The custom id of a page button; `cor` lists the corpus, `his` what was done. */
export function adminPageId(kind: 'cor' | 'his', { page, ownerId, text }: AdminPage): string {
  return `${kind}:${page}:${ownerId}:${text}`;
}

/** Reads it back; `undefined` for anything else. */
export function parseAdminPage(kind: 'cor' | 'his', customId: string): AdminPage | undefined {
  const [, page, ownerId, text] = matched(customId, `^${kind}:(\\d{1,3}):${owner}:(.*)$`);
  if (ownerId === undefined || text === undefined) return undefined;
  return { page: Number(page), ownerId, text };
}

// What comes back was in anybody's hands: only the exact shape is read.
function matched(customId: string, shape: string): readonly (string | undefined)[] {
  return customId.length > limits.customId ? [] : (new RegExp(shape, 'su').exec(customId) ?? []);
}
