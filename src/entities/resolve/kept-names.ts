import type { ArticleId } from '../../domain/article.js';
import type { EntityKind } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import type { ArticleNames, NamedAsOne, NameMention } from '../article-names.js';

/** A text as mentions have it, all over the corpus; what it names is told once for all of them. */
export interface Wording {
  /** Counted from 0 in the order of the corpus. */
  readonly number: number;
  readonly text: string;
  /** The text with single blanks, as it is shown. */
  readonly spelled: string;
  readonly kind: EntityKind;
  readonly form: NameMention['form'];
  /** Mentions of the corpus that have it. */
  readonly uses: number;
}

/** The mentions of one article, by index. */
export interface KeptMentions {
  readonly length: number;
  start(index: number): number;
  end(index: number): number;
  wording(index: number): Wording;
  role(index: number): Span | undefined;
}

/** What one article names. */
export interface KeptArticle {
  readonly mentions: KeptMentions;
  readonly asOne: readonly NamedAsOne[];
}

/** The names of all articles, in twenty bytes a mention, where one takes a hundred and more as an object: there are a hundred to an article. */
export interface KeptNames {
  add(names: ArticleNames): void;
  of(article: ArticleId): KeptArticle | undefined;
  readonly wordings: readonly Wording[];
}

// Start, end, wording, role's start, role's end.
const WIDTH = 5;
const NONE = -1;

/** No names yet. */
export function createKeptNames(): KeptNames {
  const articles = new Map<ArticleId, KeptArticle>();
  const wordings: { -readonly [Key in keyof Wording]: Wording[Key] }[] = [];
  const known = new Map<string, Wording[]>();
  const numberOf = ({ text, kind, form }: NameMention): number => {
    const alike = known.get(text) ?? [];
    const before = alike.find((wording) => wording.kind === kind && wording.form === form);
    const wording = before ?? { number: wordings.length, text, spelled: withSingleBlanks(text), kind, form, uses: 0 };
    if (before === undefined) {
      if (alike.push(wording) === 1) known.set(text, alike);
      wordings.push(wording);
    }
    (wordings[wording.number] as { uses: number }).uses += 1;
    return wording.number;
  };
  return {
    wordings,
    of: (article) => articles.get(article),
    add({ article, mentions, asOne }) {
      const numbers = new Int32Array(mentions.length * WIDTH);
      for (const [index, mention] of mentions.entries()) {
        const { start, end, role } = mention;
        numbers.set([start, end, numberOf(mention), role?.start ?? NONE, role?.end ?? NONE], index * WIDTH);
      }
      articles.set(article, { mentions: readMentions(numbers, wordings), asOne });
    },
  };
}

function withSingleBlanks(text: string): string {
  const spelled = text.replace(/\s+/g, ' ');
  // The copy goes where it is the same, letter for letter.
  return spelled === text ? text : spelled;
}

/** What is found out about a wording once, when it is first asked for. */
export function onceEach<T>({ length }: readonly Wording[], find: (wording: Wording) => T): (wording: Wording) => T {
  const found = new Array<T>(length);
  const isKnown = new Uint8Array(length);
  return (wording) => {
    const { number } = wording;
    if (isKnown[number] === 0) {
      found[number] = find(wording);
      isKnown[number] = 1;
    }
    return found[number] as T;
  };
}

/** The names of articles that are all there. */
export function keepNames(names: Iterable<ArticleNames>): KeptNames {
  const kept = createKeptNames();
  for (const one of names) kept.add(one);
  return kept;
}

function readMentions(numbers: Int32Array, wordings: readonly Wording[]): KeptMentions {
  const at = (index: number, field: number) => numbers[index * WIDTH + field] ?? NONE;
  return {
    length: numbers.length / WIDTH,
    start: (index) => at(index, 0),
    end: (index) => at(index, 1),
    wording: (index) => wordings[at(index, 2)] as Wording,
    role: (index) => (at(index, 3) === NONE ? undefined : { start: at(index, 3), end: at(index, 4) }),
  };
}
