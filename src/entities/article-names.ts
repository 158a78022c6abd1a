import type { ArticleId } from '../domain/article.js';
import type { EntityKind } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';

/** What names are recognised in: an article's body and where its sentences stand. */
export interface ReadableArticle {
  readonly id: ArticleId;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly language: string | undefined;
  readonly body: string;
  readonly sentences: readonly Span[];
}

/** One name in a body, without titles around it: "Jonas Berg" of "President Jonas Berg". */
export interface NameMention extends Span {
  readonly text: string;
  readonly kind: EntityKind;
  /** `full`: names its bearer by itself. `short`: a surname or the like, which a full name nearby explains. */
  readonly form: 'full' | 'short';
  /** The role or title the text gives it in this place ("chairman of Lark Group"), as offsets into the body. */
  readonly role: Span | undefined;
}

/** Two mentions the text itself calls one, by index into the article's mentions. */
export interface NamedAsOne {
  readonly mentions: readonly [number, number];
  /** "Park So-yun (박소윤)"; "Lark Chamber of Commerce and Industry (LCCI)"; "X, also known as Y". */
  readonly how: 'script' | 'acronym' | 'also-called';
}

/** The names of one article, in order of their place; none overlap. */
export interface ArticleNames {
  readonly article: ArticleId;
  readonly mentions: readonly NameMention[];
  readonly asOne: readonly NamedAsOne[];
}
