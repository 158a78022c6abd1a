import type { Attribution, Subject } from './speech-act.js';
import type { SentenceParts } from './words.js';

const verb =
  /(?<!\p{L})(?:nói(?: rằng)?|cho biết|cho rằng|cho hay|khẳng định|tuyên bố|nhấn mạnh|phát biểu|kêu gọi|cảnh báo|viết|bày tỏ|nhận định|nhận xét|chia sẻ|hứa|đề nghị|yêu cầu|hỏi|gọi)(?!\p{L})/gu;
const source = /(?<!\p{L})[Tt]heo(?: (?:ông|bà|hãng|báo|đài))?\s$/u;
const between =
  /^(?:\s(?:đã|cũng|còn|từng|vừa|sau đó|tiếp tục|ngày \d{1,2}\/\d{1,2}|hôm \d{1,2}\/\d{1,2}|nói đùa|lại))*\s$/u;
const pronoun = /(?:^|[\s,])(ông|bà|Ông|Bà)(?: (?:cũng|còn|đã))?\s$/u;
const nearChars = 60;

const ownLetter = /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gu;

// Looked for first, as most texts have none.
const foreignLetter = /[\u0100-\u1eff]/;

/** Whether a text is Vietnamese: three of the letters that hardly another language has. */
export function isVietnamese(text: string): boolean {
  if (!foreignLetter.test(text)) return false;
  return (text.slice(0, 300).match(ownLetter)?.length ?? 0) >= 3;
}

/** The first verb of saying of a sentence whose subject stands right before it, or else its "theo X". */
export function readVietnamese(parts: SentenceParts): Attribution[] {
  const { body, sentence } = parts;
  const text = body.slice(sentence.start, sentence.end);
  for (const match of text.matchAll(verb)) {
    const place = sentence.start + match.index;
    if (parts.quotations.some(({ start, end }) => start < place && place < end)) continue;
    const subject = subjectBefore(parts, place);
    if (subject !== undefined) {
      return [{ verb: match[0], place, subject, standing: 'clause', beside: false, isView: false }];
    }
  }
  return sources(parts);
}

function subjectBefore({ body, sentence, names, mentions }: SentenceParts, place: number): Subject | undefined {
  const before = body.slice(Math.max(sentence.start, place - nearChars), place);
  const named = mentions.find((mention) => {
    const name = names[mention];
    return (
      name !== undefined &&
      name.end <= place &&
      place - name.end < nearChars &&
      between.test(body.slice(name.end, place))
    );
  });
  if (named !== undefined) return { kind: 'mention', mention: named, introduced: false };
  const found = pronoun.exec(before);
  if (found?.[1] === undefined) return undefined;
  const start = place - before.length + found.index + found[0].indexOf(found[1]);
  const text = found[1].toLowerCase() === 'bà' ? 'she' : 'he';
  return { kind: 'pronoun', text, start, end: start + found[1].length };
}

function sources({ body, sentence, names, mentions }: SentenceParts): Attribution[] {
  return mentions.flatMap((mention) => {
    const start = names[mention]?.start ?? 0;
    const before = body.slice(Math.max(sentence.start, start - nearChars), start);
    if (!source.test(before)) return [];
    const subject: Subject = { kind: 'mention', mention, introduced: false };
    return [{ verb: 'theo', place: start, subject, standing: 'source', beside: false, isView: false }];
  });
}
