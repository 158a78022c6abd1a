import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { z } from 'zod';
import { CorpusFormatError, messageOf } from '../domain/errors.js';

// A digest's front matter is under 1 kB; what is sixteen times that is not front matter.
const maxFrontMatterChars = 16_384;

// The longest address browsers and servers agree on is about 2,000 characters; the others are several lines of print.
const fields = z
  .object({
    title: z.string().max(500),
    publisher: z.string().max(200).optional(),
    byline: z.string().max(300).optional(),
    published: z.string().max(200).optional(),
    url: z.string().max(2_000).optional(),
    language: z.string().max(35).optional(),
  })
  .partial({ title: true });

/** The fields of front matter that are read, as text. Others are left alone. */
export type FrontMatter = z.infer<typeof fields>;

// The names other site generators give the same fields.
const otherNames: Readonly<Record<string, keyof FrontMatter>> = {
  date: 'published',
  author: 'byline',
  lang: 'language',
};

/**
 * Splits a text into its front matter and the rest. A text without any gives no fields and itself.
 * Only plain YAML is read: no other language, tag, anchor or alias; values stay text.
 * @throws CorpusFormatError when front matter is open-ended, too long, not YAML or has a field over its length.
 */
export function readFrontMatter(text: string): { readonly fields: FrontMatter; readonly rest: string } {
  const opening = /^\s*---([^\n]*)(?:\n|$)/.exec(text);
  if (opening === null) return { fields: {}, rest: text };
  const tag = (opening[1] ?? '').trim();
  if (/^-+$/.test(tag)) return { fields: {}, rest: text };
  if (tag !== '' && tag !== 'yaml') {
    throw new CorpusFormatError(
      `its front matter is marked "${tag.slice(0, 20)}"; only YAML after a plain --- is read`,
    );
  }
  const start = opening[0].length;
  const head = text.slice(start, start + maxFrontMatterChars + 8);
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(head);
  if (closing === null) {
    throw new CorpusFormatError(
      head.length > maxFrontMatterChars
        ? `its front matter is longer than ${maxFrontMatterChars} characters or has no closing ---`
        : 'its front matter has no closing ---',
    );
  }
  const end = closing.index + closing[0].length;
  return { fields: parseFields(head.slice(0, closing.index)), rest: text.slice(start + end) };
}

function parseFields(yaml: string): FrontMatter {
  const parsed = fields.safeParse(collect(yaml));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CorpusFormatError(`its front matter's field "${issue?.path.join('.') ?? ''}" is too long`);
}

function collect(yaml: string): Record<string, string> {
  const contents = parseYaml(yaml);
  if (contents === null) return {};
  if (!isMap(contents)) throw new CorpusFormatError('its front matter is not a list of "name: value" lines');
  // Without a prototype, no key of the file can reach one; only the names above are ever copied.
  const found: Record<string, string> = Object.create(null);
  for (const { key, value } of contents.items) {
    const written = isScalar(key) ? String(key.value).toLowerCase() : '';
    const name = Object.hasOwn(otherNames, written) ? otherNames[written] : written;
    const text = textOf(value);
    if (name !== undefined && text !== undefined && Object.hasOwn(fields.shape, name)) found[name] ??= text;
  }
  return found;
}

function parseYaml(yaml: string): unknown {
  try {
    const document = parseDocument(yaml, {
      schema: 'core',
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault !== undefined) throw fault;
    document.toJS({ maxAliasCount: 0, mapAsMap: true });
    return document.contents;
  } catch (error) {
    const reason = error instanceof RangeError ? 'nested too deeply' : firstLine(messageOf(error));
    throw new CorpusFormatError(`its front matter is not plain YAML (${reason})`);
  }
}

const firstLine = (message: string) => (message.split('\n')[0] ?? '').slice(0, 120);

/** A value as it was written: `2026-01-05` and `1.10` stay text, lists of names become one line. */
function textOf(value: unknown): string | undefined {
  if (isSeq(value)) {
    const parts = value.items.map(textOf).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join(', ');
  }
  if (!isScalar(value) || value.value === null) return undefined;
  return typeof value.value === 'string' ? value.value : (value.source ?? String(value.value));
}
