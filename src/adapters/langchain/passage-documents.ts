import { Document } from '@langchain/core/documents';
import type { ArticleMeta } from '../../domain/article.js';
import type { PassageId } from '../../domain/passage.js';

/** A passage's text, with where it stands. */
export interface PassageText {
  readonly passage: PassageId;
  readonly article: ArticleMeta;
  /** Verbatim from the article's body. */
  readonly text: string;
}

/** What a document says of its passage. A field the article's file did not give is absent. */
export type PassageMetadata = {
  article: string;
  passage: string;
  title: string;
  publisher?: string;
  published?: string;
  url?: string;
  /** How well it fits the question, higher is better; only where there is a question. */
  score?: number;
};

/** A passage as a LangChain document; its id is the passage's. */
export function passageDocument(found: PassageText, score?: number): Document<PassageMetadata> {
  const { id, title, publisher, published, url } = found.article;
  const metadata: PassageMetadata = {
    article: id,
    passage: found.passage,
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    ...(score === undefined ? {} : { score }),
  };
  return new Document({ pageContent: found.text, metadata, id: found.passage });
}
