import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { graphFileName } from '../../src/adapters/hnswlib/graph-header.js';
import { seeded } from '../support/random.js';
import type { Mutation } from './mutation.js';

const names = [
  '../vectors.f32',
  '/etc/passwd',
  '..',
  '.',
  '',
  'a/b',
  'C:\\x',
  'manifest.json',
  'x'.repeat(200),
  'é',
  '\u0000',
];

// Values for every field: other types, borders, numbers no index has, and what a reader might take for a path.
const values = [
  ...['null', 'true', '""', '"0"', '[]', '{}', '-1', '0', '0.5', '1', '2', '1e3', '4294967295', '4294967296', '1e15'],
  ...['9007199254740991', '9007199254740993', '1e308', '1e999', '-0', '"../../etc"', '"NaN"', '[[[[[]]]]]', '{"a":1}'],
];

const fields = [
  ...['formatVersion', 'id', 'created', 'embedderId', 'dimensions', 'metric', 'vectorIndex', 'counts', 'articleHashes'],
  ...['setAside', 'files', 'vectorIndex.kind', 'vectorIndex.recall', 'vectorIndex.reason', 'vectorIndex.ef'],
  ...[
    'counts.articles',
    'counts.passages',
    'counts.publishers',
    'unknown',
    'counts.unknown',
    '__proto__',
    'constructor',
  ],
].map((field) => field.split('.'));

const pointers = [
  ...[
    '',
    '\n',
    ' ',
    '\0',
    '\xff\xfe',
    'gen-999999',
    'gen-000000',
    'gen-00002',
    'gen-0000002',
    'GEN-000002',
    'gen-000002/',
  ],
  ...['..', '../..', '/', '/etc', '../gen-000002', 'gen-000002/../..', 'gen-000002/../gen-000001', './gen-000002'],
  ...[
    'gen-000002\ngen-000001',
    'gen-000001',
    'gen-000002',
    'gen-000002\0',
    'gen--00002',
    'gen-1e6',
    'x'.repeat(100_000),
  ],
  ...Array.from({ length: 11 * 8 }, (_, bit) => flippedText('gen-000002\n', bit)),
];

function flippedText(text: string, bit: number): string {
  const bytes = Buffer.from(text, 'latin1');
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return bytes.toString('latin1');
}

/** The damages to try on the generation in `folder`: the same for the same index. */
export function listMutations(folder: string): Mutation[] {
  const files = readdirSync(folder).sort();
  const listed = files.filter((name) => !name.startsWith('manifest.'));
  const random = seeded(20_261_120);
  const size = (file: string) => statSync(path.join(folder, file)).size;
  return [
    ...files.flatMap((file) => ofFile(file, size(file), random)),
    ...listed.flatMap((file) =>
      listed.filter((other) => other !== file).map((other) => ({ kind: 'swap', file, other }) as const),
    ),
    ...listed.flatMap((file) => ofTable(file, size(file))),
    ...fields.flatMap((field) => [null, ...values].map((json) => edit(field, json, true))),
    ...fields.map((field) => edit(field, '1', false)),
    ...wholeTexts(readFileSync(path.join(folder, 'manifest.json'), 'utf8')).map(
      (text) => ({ kind: 'text', text }) as const,
    ),
    ...pointers.map((content) => ({ kind: 'pointer', content }) as const),
    ...listed.flatMap((file) => forgeries(file, size(file), random)),
  ];
}

function ofFile(file: string, size: number, random: () => number): Mutation[] {
  const somewhere = () => Math.floor(random() * size);
  const bits = Array.from({ length: 60 }, (_, i) =>
    i < 20 ? Math.min(i * 9, size * 8 - 1) : somewhere() * 8 + (i % 8),
  );
  const cuts = [0, 1, size >> 1, size - 1, size - 4, 96, 4_096, somewhere()].filter((end) => end >= 0 && end < size);
  const pages = Array.from({ length: Math.min(12, Math.ceil(size / 4_096)) }, () => somewhere() & ~4_095);
  return [
    ...bits.map((bit) => ({ kind: 'bit', file, at: bit }) as const),
    ...cuts.map((end) => ({ kind: 'cut', file, at: end }) as const),
    ...pages.flatMap((page) =>
      (['zero', 'random'] as const).map((fill) => ({ kind: 'page', file, at: page, fill }) as const),
    ),
    { kind: 'append', file },
    { kind: 'remove', file },
    { kind: 'former', file },
    { kind: 'copy', file, to: `copy-of-${file}` },
    { kind: 'copy', file, to: `.${file}` },
  ];
}

/** A file's line in the manifest's table, edited and sealed. */
function ofTable(file: string, size: number): Mutation[] {
  const sizes = [0, 1, size - 1, size + 1, 4_294_967_296, 9_007_199_254_740_991].map(String);
  return [
    ...names.map((to) => ({ kind: 'rename', file, to }) as const),
    ...[...sizes, '"1"', '1e999', 'null'].map((json) => edit(['files', file, 'bytes'], json, true)),
    ...['""', `"${'0'.repeat(64)}"`, `"${'F'.repeat(64)}"`, '1', 'null'].map((json) =>
      edit(['files', file, 'sha256'], json, true),
    ),
    edit(['files', file], null, true),
    edit(['files', file], '[]', true),
  ];
}

function wholeTexts(manifest: string): string[] {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  return [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{}',
    '\ufeff{}',
    '\0',
    deep,
    `${manifest}${manifest}`,
    manifest.slice(0, -3),
    `\ufeff${manifest}`,
  ];
}

/** Not of the graph: its native reader trusts the file, and the digest is what it is trusted for. */
function forgeries(file: string, size: number, random: () => number): Mutation[] {
  if (file === graphFileName) return [];
  return Array.from({ length: 30 }, (_, i) => {
    const byte = i < 12 ? Math.min(i * 3, size - 1) : Math.floor(random() * size);
    return { kind: 'forged', file, at: byte * 8 + (i % 8) } as const;
  });
}

function edit(field: readonly string[], json: string | null, sealed: boolean): Mutation {
  return { kind: 'manifest', path: [...field], json, sealed };
}
