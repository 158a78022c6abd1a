import { monthNames } from './month-names.js';

// Outside of these a year is a typing error or a placeholder (9999, 0001), not the year of a news article.
const firstYear = 1900;
const lastYear = 2099;

// What systems write for "no date": the Unix epoch (seen from the west the day before it) and the spreadsheet epoch.
const placeholderDays = new Set(['1970-01-01', '1969-12-31', '1900-01-01']);

// A line with a date is short; longer text is searched no further.
const maxDateChars = 200;

// Abbreviations that mean one offset only. CST, IST and BST mean several and are left out.
const namedOffsets: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  kst: '+09:00',
  jst: '+09:00',
  hkt: '+08:00',
  sgt: '+08:00',
  ict: '+07:00',
  msk: '+03:00',
  cet: '+01:00',
  cest: '+02:00',
  est: '-05:00',
  edt: '-04:00',
  pst: '-08:00',
  pdt: '-07:00',
};

interface FoundDay {
  readonly day: string;
  /** What follows the day: a time may stand there. */
  readonly rest: string;
}

/**
 * The first date in a text as ISO 8601: a moment where a time *and* its offset are given, else a day. `undefined` for no
 * date, one that does not exist, one that can be read two ways (`05/01/2026`, `1/2/03`), or an implausible year. Never
 * reads a clock.
 */
export function parsePublished(text: string): string | undefined {
  const line = text.slice(0, maxDateChars).normalize('NFKC').trim();
  const found = yearFirst(line) ?? compact(line) ?? monthByName(line) ?? vietnamese(line) ?? yearLast(line);
  if (found === undefined) return undefined;
  const time = momentOfDay(found.rest);
  return time === undefined ? found.day : `${found.day}T${time}`;
}

function yearFirst(line: string): FoundDay | undefined {
  const match = /(?<!\d)(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d)(?: ?[日일])?/.exec(line);
  return match === null ? undefined : found(line, match, { year: match[1], month: match[2], day: match[3] });
}

function compact(line: string): FoundDay | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(line);
  return match === null ? undefined : found(line, match, { year: match[1], month: match[2], day: match[3] });
}

const dayMonthYear =
  /(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?[ -](?:(?:of|de) )?(\p{L}[\p{L}\p{M}]{1,15})\.?,?[ -](?:(?:de|del) )?(\d{4})(?!\d)/gu;
const monthDayYear = /(?<!\p{L})(\p{L}[\p{L}\p{M}]{1,15})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/gu;

function monthByName(line: string): FoundDay | undefined {
  for (const match of line.matchAll(dayMonthYear)) {
    const month = monthNames.get((match[2] ?? '').toLowerCase());
    if (month !== undefined) return found(line, match, { year: match[3], month: `${month}`, day: match[1] });
  }
  for (const match of line.matchAll(monthDayYear)) {
    const month = monthNames.get((match[1] ?? '').toLowerCase());
    if (month !== undefined) return found(line, match, { year: match[3], month: `${month}`, day: match[2] });
  }
  return undefined;
}

function vietnamese(line: string): FoundDay | undefined {
  const match = /(?<!\d)(\d{1,2}) tháng (\d{1,2})(?:,| năm)? ?(\d{4})(?!\d)/i.exec(line);
  return match === null ? undefined : found(line, match, { year: match[3], month: match[2], day: match[1] });
}

/** Day and month in either order: taken only where one order is possible, or the writing itself is of one order. */
function yearLast(line: string): FoundDay | undefined {
  const match = /(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/.exec(line);
  if (match === null) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  // Dots are written day first wherever they are written; so are slashes after a Vietnamese weekday.
  const dayFirst = match[2] === '.' || first > 12 || first === second || /thứ |chủ nhật|ngày /i.test(line);
  if (!dayFirst && second <= 12) return undefined;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return found(line, match, { year: match[4], month: `${month}`, day: `${day}` });
}

interface DayParts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function found(line: string, match: RegExpExecArray | RegExpMatchArray, parts: DayParts): FoundDay | undefined {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < firstYear || year > lastYear) return undefined;
  const iso = date.toISOString().slice(0, 10);
  if (placeholderDays.has(iso)) return undefined;
  return { day: iso, rest: line.slice((match.index ?? 0) + match[0].length) };
}

const clock =
  /^(?:T|[ ,(|·-]{1,4}(?:at )?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?([ap])?\.?(?:m\.?)? ?\(? ?(Z|(?:GMT|UTC)? ?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{3,4})?(?![\p{L}\d])/iu;

/** `HH:MM[:SS]` and the offset, or `undefined` when either is missing: a time without its offset is no moment. */
function momentOfDay(rest: string): string | undefined {
  const match = clock.exec(rest);
  if (match === null) return undefined;
  const hour = hourOfDay(Number(match[1]), match[4]?.toLowerCase());
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  const offset = offsetOf(match[5] ?? '');
  if (hour === undefined || minute > 59 || second > 59 || offset === undefined) return undefined;
  const seconds = match[3] === undefined ? '' : `:${match[3]}`;
  return `${String(hour).padStart(2, '0')}:${match[2]}${seconds}${offset}`;
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function offsetOf(written: string): string | undefined {
  const zone = written.toLowerCase().replaceAll(' ', '');
  const named = Object.hasOwn(namedOffsets, zone) ? namedOffsets[zone] : undefined;
  if (named !== undefined) return named;
  const match = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null || Number(match[2]) > 14 || Number(match[3] ?? 0) > 59) return undefined;
  return `${match[1]}${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}`;
}
