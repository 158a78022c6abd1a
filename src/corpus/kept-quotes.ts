// A longer quotation is a speech: its sentences are worth quoting singly.
const maxKeptChars = 160;

const brackets = new Map([
  ['」', '「'],
  ['』', '『'],
  ['）', '（'],
  ['》', '《'],
  ['〉', '〈'],
  ['】', '【'],
]);
const mark = /["“”「」『』（）《》〈〉【】]/gu;
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}，。、：；]/u;

interface Quote {
  readonly open: number;
  readonly close: number;
}

/**
 * A test of offsets, to be asked in rising order: does a border here fall inside a quotation that should stay whole?
 * Those are short East Asian ones, whose speaker and verb stand outside of them ("…다. …다"고 말했다).
 */
export function keptQuotes(line: string): (offset: number) => boolean {
  const quotes = quotesOf(line).filter((quote) => isKept(line, quote));
  let next = 0;
  let keptUntil = 0;
  return (offset) => {
    for (let quote = quotes[next]; quote !== undefined && quote.open < offset; quote = quotes[++next]) {
      keptUntil = Math.max(keptUntil, quote.close);
    }
    return offset <= keptUntil;
  };
}

function quotesOf(line: string): Quote[] {
  const quotes: Quote[] = [];
  const opened = new Map<string, number>();
  for (const { 0: character, index } of line.matchAll(mark)) {
    const opener = character === '”' ? '“' : (brackets.get(character) ?? character);
    const open = opened.get(opener);
    const closes = opener !== character || character === '"';
    if (closes && open !== undefined) {
      quotes.push({ open, close: index });
      opened.delete(opener);
    } else if (opener === character && !(open !== undefined && index - open <= maxKeptChars)) {
      opened.set(opener, index);
    }
  }
  return quotes.sort((one, other) => one.open - other.open);
}

function isKept(line: string, { open, close }: Quote): boolean {
  if (close - open > maxKeptChars) return false;
  const before = line.charAt(open - 1);
  if (line[open] === '"' && !/^[\s([<,:，：]?$/u.test(before)) return false;
  const isQuotationMark = line[open] === '"' || line[open] === '“';
  return !isQuotationMark || eastAsian.test(line.charAt(close + 1)) || /[\p{Script=Han}，：]/u.test(before);
}
