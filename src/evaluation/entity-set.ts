import { z } from 'zod';
import { UsageError } from '../domain/errors.js';

/** An entity that people have marked in a corpus. */
export interface JudgedEntity {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'place';
  readonly name: string;
  readonly aliases: readonly string[];
  /** Article ids, or what stands before the first hyphen in them. */
  readonly articles: readonly string[];
  /** Ids of entities it must not be taken for. */
  readonly confusableWith: readonly string[];
}

const entityLine = z
  .object({
    id: z.string().min(1),
    kind: z.enum(['person', 'organisation', 'place']),
    name: z.string().min(1),
    aliases: z.array(z.string().min(1)).min(1),
    articles: z.array(z.string()).default([]),
    confusable_with: z.array(z.string()).default([]),
  })
  .transform(({ confusable_with, ...rest }): JudgedEntity => ({ ...rest, confusableWith: confusable_with }));

/** One line of an entity file. `place` names the line in the error. */
export function parseEntityLine(line: string, place: string): JudgedEntity {
  try {
    return entityLine.parse(JSON.parse(line));
  } catch (error) {
    throw new UsageError(`${place} is not an entity with id, kind, name, aliases, articles and confusable_with`, {
      cause: error,
    });
  }
}
