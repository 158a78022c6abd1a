import { isDateOnly } from './date-only.js';
import { isNameLike } from './line-shape.js';
import { hasOutletShape } from './outlet-shape.js';

/** Who wrote an article, where and when it appeared, as one line says it. */
export interface CreditLine {
  readonly byline?: string;
  readonly credited: string;
  readonly published?: string;
}

const longestCredit = 120;
const part = /\s*[,|｜•·]\s*|\s+[–—/-]\s+|\s+for\s+(?=The \p{Lu})/gu;
const beforeDate = /\s*[,|｜•·]\s*|\s+[–—/-]\s+| on /gu;
// "Tuesday, March 4, 2026, 9:12" has three within and one before it.
const mostMarksOfDate = 4;
const by = /^(?:by|von|par|por|di|door|av)[:\s]\s*/iu;
const appeared =
  /^(?:this (?:article|story|report) )?(?:(?:was |has )?(?:first |originally )*)?(?:published|appeared|printed|reprinted)(?: (?:first|originally))?(?: with permission)? (?:in|by|from)[:\s]\s*/iu;
const staff =
  /^by\s+(.+?) (?:staff|newsroom|reporters?|desk|team)(?: (?:and|with) (?:agencies|wires|wire reports))?$/iu;

/**
 * Reads a line that names the outlet beside the author or the date, or says where the article appeared: "By Jane Doe, The
 * Harbour Pilot, 4 March 2026", "The Harbour Pilot | 4 March 2026". `undefined` unless one part has an outlet's shape and
 * nothing else stands there than a name, a job or a date.
 */
export function readCreditLine(line: string): CreditLine | undefined {
  if (line.length > longestCredit) return undefined;
  const { head, published } = withoutDate(line.replace(/\.$/, ''));
  const date = published === undefined ? {} : { published };
  const source = head.replace(appeared, '').replace(/ on$/, '');
  if (source !== head && hasOutletShape(source)) return { credited: source, ...date };
  const outletStaff = staff.exec(head)?.[1];
  if (outletStaff !== undefined && hasOutletShape(outletStaff))
    return { byline: head.replace(by, ''), credited: outletStaff, ...date };
  const [first = '', ...rest] = head.split(part);
  if (rest.length === 0)
    return published !== undefined && hasOutletShape(first) ? { credited: first, ...date } : undefined;
  const publisher = rest.at(-1);
  const author = first.replace(by, '');
  const isCredited =
    isNameLike(author) && (author !== first || published !== undefined || !/^The /.test(publisher ?? ''));
  if (rest.length > 2 || publisher === undefined || !isCredited || !hasOutletShape(publisher)) return undefined;
  return { byline: author, credited: publisher, ...date };
}

/** A line without the date at its end, with its day's own commas. */
function withoutDate(line: string): { readonly head: string; readonly published?: string } {
  for (const { index, 0: mark } of [...line.matchAll(beforeDate)].slice(-mostMarksOfDate)) {
    const tail = line.slice(index + mark.length);
    if (isDateOnly(tail, 0)) return { head: line.slice(0, index), published: tail };
  }
  return { head: line };
}
