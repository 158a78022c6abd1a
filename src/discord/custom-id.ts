import { z } from 'zod';
import { limits } from './limits.js';

const kind = 'src';

/** Longest outlet name a page button can carry: 100 less the kind, a page of three digits, an owner id and the colons. */
export const longestPublisher = limits.customId - 'src:999:12345678901234567890:'.length;

/** What a page button of `/sources` means. */
export interface SourcesPage {
  /** From 0. */
  readonly page: number;
  readonly ownerId: string;
  /** As typed in the option. */
  readonly publisher: string | undefined;
}

// What comes back was in anybody's hands: only the exact shape is read.
const shape = z
  .string()
  .max(limits.customId)
  .transform((id) => /^src:(\d{1,3}):(\d{17,20}):(.*)$/su.exec(id))
  .transform((match, context): SourcesPage => {
    if (match?.[2] !== undefined)
      return { page: Number(match[1]), ownerId: match[2], publisher: match[3] || undefined };
    context.addIssue({ code: 'custom', message: 'not a page of /sources' });
    return z.NEVER;
  });

/** The custom id of a page button. */
export function sourcesPageId({ page, ownerId, publisher }: SourcesPage): string {
  return `${kind}:${page}:${ownerId}:${publisher ?? ''}`;
}

/** Reads a custom id back; `undefined` for anything else. */
export function parseSourcesPageId(customId: string): SourcesPage | undefined {
  return shape.safeParse(customId).data;
}

/** The first part of a custom id, by which its handler is found. */
export function kindOf(customId: string): string {
  return customId.split(':', 1)[0] ?? '';
}
