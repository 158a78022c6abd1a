import { type AnswerType, answerType } from './answer-type.js';
import { withoutSmallTalk } from './small-talk.js';

/**
 * How an answer must be built: from one sentence, from several items, from both sides of a comparison, or from outlets
 * that say different things.
 */
export type QuestionForm = 'single' | 'list' | 'comparison' | 'difference';

/** What a question asks for, told by its wording alone. */
export interface AskedFor {
  /** The question without small talk and remarks about the reports themselves ("I read two versions"); empty where it is nothing else. */
  readonly topic: string;
  readonly type: AnswerType;
  readonly form: QuestionForm;
}

// "Reports don't agree", "i keep reading different things", "two figures are going round", "I've seen two names for it".
const REMARK =
  /(?:[.!?;,]\s*|^)(?:(?:i|i've|i have|we)\b[^.!?]*\b(?:reading|read|seen|see|heard|hear|found|find)\b[^.!?]*|(?:the |some |two |several )*(?:reports?|sources?|papers?|outlets?|articles?|figures?|numbers?|versions?|accounts?)\b[^.!?]*\b(?:agree|differ|disagree|conflict|going r?a?round|circulat\w+|different|contradict\w*)\b[^.!?]*|one (?:site|report|paper|outlet|article|source)\b[^.!?]*\banother\b[^.!?]*)(?=[.!?]|$)/giu;
const DIFFERENCE =
  /\b(?:do|did|does) (?:the )?(?:reports?|sources?|papers?|outlets?) (?:agree|differ|disagree)|\b(?:disagree|differing|conflicting|contradict\w*|discrepanc\w+)\b/iu;
const COMPARISON =
  /\b(?:compare[ds]?|comparison|versus|vs\.?|differ(?:s|ent|ence)? (?:from|between)|different from|rather than|more or less)\b|\b(?:more|less|better|worse|higher|lower|bigger|larger|smaller|longer|earlier|later|most|least|fewer)\b.*\bor\b|,\s*[\p{L}\s'-]+ or [\p{L}\s'-]+\?|\bwhich of\b|비교|차이|比較|比较|相比|区别|so với|so sánh/iu;
const LIST =
  /\b(?:what|which|whom?) (?:are|were|all|other|else|\w+ (?:are|were)|(?:[\w-]+ ){0,3}(?:companies|firms|countries|cities|fields|areas|topics|subjects|goods|products|stocks|shares|papers|outlets|people|leaders|ministers|officials|agreements|documents|deals|gifts|presents|pillars|themes|reasons|startups|groups|members|sectors|steps|items|guests|names|kinds|types|sorts))\b|\b(?:what|which) (?:(?!(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should|may|the|an?)\b)[\w-]+ ){0,2}(?!\w*(?:ss|us|is|ews|ics)\b)[a-z-]{3,}s\b(?= (?:are|were|do|did|have|had|will|would|can|could|may|might|\w+ed|came|went|took|got|made|fell|rose|said|say)\b)|\bwhere (?:do|did|are|were) [^?,]*(?:,|\band\b)|\bname (?:the|all|some)\b|\blist\b|\b(?:apart from|besides|other than)\b|\band (?:what|which|who|whom|where|when|why|how)\b|어떤 .*들|무엇무엇|哪些|哪几|哪幾|những .* nào|các .* nào/iu;

// "Apart from A, B and C, which …": what is excluded is not looked for.
const EXCLUSION =
  /\b(?:apart from|besides|other than|aside from|except(?: for)?|in addition to)\b(?:[^?]*?,\s*(?=(?:which|what|who|whom|whose|how|where|when)\b)|[^,?]*(?=[,?]|$))/giu;

/** Reads type and form of a question. */
export function readAskedFor(question: string): AskedFor {
  const plain = withoutSmallTalk(question);
  if (plain === '') return { topic: '', type: 'open', form: 'single' };
  const stripped = plain.replace(REMARK, (remark) => (/^[.!?]/.test(remark) ? remark.charAt(0) : ' ')).trim();
  // A question that is nothing but such a remark is kept whole.
  const topic = /[\p{L}\p{N}]{3}/u.test(stripped) ? stripped : plain;
  const remarked = topic !== plain;
  const asked = withoutExclusion(topic);
  const type = answerType(asked);
  if (remarked || DIFFERENCE.test(question)) return { topic: asked, type, form: 'difference' };
  // What is compared is named in the question: "where" and "who" ask which of the two, not for a third.
  if (COMPARISON.test(topic)) return { topic: asked, type: type === 'number' ? type : 'open', form: 'comparison' };
  return { topic: asked, type, form: LIST.test(topic) ? 'list' : 'single' };
}

function withoutExclusion(topic: string): string {
  const rest = topic
    .replace(EXCLUSION, ' ')
    .replace(/^[\s,]+/, '')
    .trim();
  return /[\p{L}\p{N}]{3}/u.test(rest) ? rest : topic;
}
