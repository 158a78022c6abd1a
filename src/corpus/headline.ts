import { isLabel, isNameLike, weightOf, wordsOf } from './line-shape.js';
import { withoutTitleLabel } from './meta-line.js';
import { isOutletName } from './publisher-in-text.js';
import type { SavedLine } from './saved-line-kinds.js';

/** A page's headline, the site's name where it is written behind it, and the line the text begins on. */
export interface Headline {
  readonly title: string | undefined;
  readonly site: string | undefined;
  /** The first line below the headline that states something. */
  readonly bodyStart: number;
}

// A headline is a clause; fewer words are a section's or a site's name where a longer line is at hand.
const wordsOfClause = 5;
const weightOfClause = 24;
const longestQuestionHeadline = 200;

/** Finds the headline among the lines above the text: the first that is a clause and no label, outlet's or person's name. */
export function findHeadline(lines: readonly SavedLine[]): Headline {
  const candidates: string[] = [];
  const labels: string[] = [];
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    const isHeadline = line?.kind === 'related' && wordsOf(line.text).length >= wordsOfClause;
    if (line !== undefined && (line.kind === 'heading' || isHeadline)) {
      const isName =
        isLabel(line.text) ||
        isOutletName(line.text) ||
        (isNameLike(line.text) && wordsOf(line.text).length < wordsOfClause);
      (isName ? labels : candidates).push(line.text);
    }
    if (line?.kind !== 'prose') continue;
    if (candidates.length > 0 || !mayBeHeadline(line.text, labels.length > 0)) break;
    candidates.push(line.text);
  }
  const chosen = choose(candidates) ?? longest(labels);
  return { ...withoutSiteName(chosen, [...candidates, ...labels]), bodyStart: at };
}

/** A sentence above the text is a headline when it asks or exclaims, or when nothing else could be one. */
function mayBeHeadline(line: string, hasLabels: boolean): boolean {
  if (weightOf(line) > longestQuestionHeadline || /[.。]["”’」』]?\s+\p{Lu}/u.test(line)) return false;
  return !hasLabels || /[?!？！…"”’」』]$/u.test(line);
}

function choose(candidates: readonly string[]): string | undefined {
  const clause = candidates.find(
    (line) => wordsOf(line).length >= wordsOfClause || (/\p{Lo}/u.test(line) && weightOf(line) >= weightOfClause),
  );
  return clause ?? candidates[0];
}

function longest(lines: readonly string[]): string | undefined {
  return lines.reduce<string | undefined>(
    (best, line) => (weightOf(line) > weightOf(best ?? '') ? line : best),
    undefined,
  );
}

/** `Headline - Example Times` is headline and site where the headline stands elsewhere alone or the rest is an outlet's name. */
function withoutSiteName(line: string | undefined, above: readonly string[]): Pick<Headline, 'title' | 'site'> {
  if (line === undefined) return { title: undefined, site: undefined };
  const title = withoutTitleLabel(line);
  const longer = above.filter((other) => other.startsWith(title) && other !== title);
  const split = [title, ...longer]
    .flatMap(splitsAtMark)
    .find((parts) => above.includes(parts.title) || isOutletName(parts.site));
  return split ?? { title, site: undefined };
}

/** A title without an outlet's name before or behind it, and that name. */
export function splitOutlet(title: string): { readonly title: string; readonly site: string } | undefined {
  return splitsAtMark(title).find(({ site }) => isOutletName(site));
}

const marks = [' - ', ' – ', ' — ', ' | ', ' :: ', ' : ', '_', '｜'];

/** A line as headline and site: parted at its last mark, and at its first with the site in front. */
function splitsAtMark(line: string): { readonly title: string; readonly site: string }[] {
  return marks.flatMap((mark) => {
    const parts = line.split(mark).map((part) => part.trim());
    if (parts.length < 2) return [];
    const [first = '', last = ''] = [parts[0], parts.at(-1)];
    return [
      { title: parts.slice(0, -1).join(mark), site: last },
      { title: parts.slice(1).join(mark), site: first },
    ].filter(({ title, site }) => title !== '' && site !== '' && weightOf(site) <= 40 && wordsOf(site).length <= 5);
  });
}
