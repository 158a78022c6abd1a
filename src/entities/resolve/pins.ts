import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import type { EntityKind } from '../../domain/entity.js';
import { nameKey } from './name-key.js';

/** What people have decided about names; it stands above all evidence. */
export interface EntityPins {
  /** Names that are one entity. */
  readonly same: readonly (readonly string[])[];
  /** Names that are different entities, whatever seems to join them. */
  readonly different: readonly (readonly string[])[];
  /** What is no name. */
  readonly not: readonly string[];
  /** Name → the name its entity goes by. */
  readonly names: ReadonlyMap<string, string>;
  /** Name → what it names. */
  readonly kinds: ReadonlyMap<string, EntityKind>;
}

/** A part of the file that is not used, and why. */
export interface BadPin {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** No pins. */
export const noPins: EntityPins = { same: [], different: [], not: [], names: new Map(), kinds: new Map() };

const aName = z.string().trim().min(1).max(200);
const group = z.array(aName).min(2);
const entityKind = z.enum(['person', 'organisation', 'place']);
const forms = {
  same: 'a list of at least two names, such as [Ann Holm, Holm Ann]',
  different: 'a list of at least two names, such as [Ann Holm, Anna Holm]',
  not: 'a name',
  name: 'a name and the name to show, such as Ann B. Holm: Ann Holm',
  kind: 'a name and one of person, organisation, place, such as Lark: place',
} as const;

/**
 * Reads `entities.yaml`: `same` and `different` are lists of lists of names, `not` a list of names, `name` and `kind` maps from
 * a name to its preferred form and its kind. What cannot be read is reported by line, the rest is used. Never throws.
 */
export function parseEntityPins(text: string): { readonly pins: EntityPins; readonly bad: readonly BadPin[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const reader = createReader(counter);
  for (const error of document.errors) reader.report(error.pos[0], error.message.split('\n')[0] ?? 'is not YAML');
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) reader.readSection(key, value);
  } else if (document.contents !== null && document.errors.length === 0) {
    reader.report(0, 'The file must be a map with same, different, not, name or kind.');
  }
  return reader.result();
}

function createReader(counter: LineCounter) {
  const bad: BadPin[] = [];
  const same: string[][] = [];
  const sameLines = new Map<readonly string[], number>();
  const different: string[][] = [];
  const not: string[] = [];
  const names = new Map<string, string>();
  const kinds = new Map<string, EntityKind>();
  const report = (offset: number, reason: string) => bad.push({ line: counter.linePos(offset).line, reason });
  const readers: Record<keyof typeof forms, (entry: unknown, offset: number) => boolean> = {
    same: (entry, offset) =>
      keep(group.safeParse(entry), (value) => {
        same.push(value);
        sameLines.set(value, counter.linePos(offset).line);
      }),
    different: (entry) => keep(group.safeParse(entry), (value) => different.push(value)),
    not: (entry) => keep(aName.safeParse(entry), (value) => not.push(value)),
    name: (entry) => keep(z.tuple([aName, aName]).safeParse(entry), ([from, to]) => names.set(from, to)),
    kind: (entry) => keep(z.tuple([aName, entityKind]).safeParse(entry), ([from, to]) => kinds.set(from, to)),
  };
  const readSection = (key: unknown, value: unknown) => {
    const section = isScalar(key) && typeof key.value === 'string' ? key.value : '';
    const offset = offsetOf(key) ?? 0;
    if (!isSection(section)) return report(offset, `"${section}" is none of same, different, not, name, kind.`);
    const entries = entriesOf(value, section);
    if (entries === undefined)
      return report(offset, `"${section}" must hold ${section === 'name' || section === 'kind' ? 'a map' : 'a list'}.`);
    for (const entry of entries) {
      if (!readers[section](entry.value, entry.offset ?? offset))
        report(entry.offset ?? offset, `An entry of "${section}" must be ${forms[section]}.`);
    }
  };
  const result = () => {
    const pins = { same, different, not, names, kinds };
    return { pins, bad: [...bad, ...contradictions(pins, sameLines)].sort((a, b) => a.line - b.line) };
  };
  return { report, readSection, result };
}

function isSection(text: string): text is keyof typeof forms {
  return Object.hasOwn(forms, text);
}

function keep<T>(parsed: z.ZodSafeParseResult<T>, use: (value: T) => unknown): boolean {
  if (parsed.success) use(parsed.data);
  return parsed.success;
}

/** The entries of a list, or of a map as pairs; `undefined` where it is neither; none where it is empty. */
function entriesOf(
  value: unknown,
  section: keyof typeof forms,
): { value: unknown; offset: number | undefined }[] | undefined {
  if (isScalar(value) && value.value === null) return [];
  if (section === 'name' || section === 'kind') {
    if (!isMap<Node, Node | null>(value)) return undefined;
    return value.items.map((item) => ({ value: [plain(item.key), plain(item.value)], offset: offsetOf(item.key) }));
  }
  if (!isSeq<Node>(value)) return undefined;
  return value.items.map((item) => ({ value: plain(item), offset: offsetOf(item) }));
}

function plain(node: Node | null): unknown {
  if (isScalar(node)) return typeof node.value === 'number' ? String(node.source ?? node.value) : node.value;
  if (isSeq<Node>(node)) return node.items.map(plain);
  return undefined;
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isSeq(node) || isMap(node) ? node.range?.[0] : undefined;
}

/** Names pinned as the same and as different at once: `different` holds, and the file should say so once only. */
function contradictions({ same, different }: EntityPins, lines: ReadonlyMap<readonly string[], number>): BadPin[] {
  const keys = (group: readonly string[]) => new Set(group.map((name) => nameKey(name, 'person')));
  const apart = different.map(keys);
  return same
    .filter((group) => {
      const own = keys(group);
      return apart.some((other) => [...other].filter((key) => own.has(key)).length > 1);
    })
    .map((group) => ({
      line: lines.get(group) ?? 1,
      reason: `${group.join(', ')} are given as the same and as different; different holds.`,
    }));
}
