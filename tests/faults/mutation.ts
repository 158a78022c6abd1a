import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { digestBytes } from '../../src/adapters/filesystem/file-digest.js';
import { manifestDigestLine } from '../../src/adapters/filesystem/verify-generation.js';

const file = z.string();
const at = z.number();

/** One damage to a published index, as a value that can be sent to the process that meets it. */
export const mutation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bit'), file, at }),
  z.object({ kind: z.literal('cut'), file, at }),
  z.object({ kind: z.literal('page'), file, at, fill: z.enum(['zero', 'random']) }),
  z.object({ kind: z.literal('append'), file }),
  z.object({ kind: z.literal('remove'), file }),
  z.object({ kind: z.literal('swap'), file, other: file }),
  z.object({ kind: z.literal('copy'), file, to: file }),
  z.object({ kind: z.literal('former'), file }),
  z.object({ kind: z.literal('pointer'), content: z.string() }),
  // A manifest with one value replaced; `sealed`: its digest made anew, as who means harm would.
  z.object({
    kind: z.literal('manifest'),
    path: z.array(z.string()),
    json: z.string().nullable(),
    sealed: z.boolean(),
  }),
  // A whole manifest of other text, sealed.
  z.object({ kind: z.literal('text'), text: z.string() }),
  // A file whose name in the manifest is another, sealed.
  z.object({ kind: z.literal('rename'), file, to: z.string() }),
  // A bit of a file flipped, and file and manifest sealed anew: nothing can tell it from a true index.
  z.object({ kind: z.literal('forged'), file, at }),
]);
export type Mutation = z.infer<typeof mutation>;

type Of<K extends Mutation['kind']> = Extract<Mutation, { kind: K }>;

/** Damages the generation in `folder`; `former` is the one before it, `pointer` the file that names it. */
export function mutate(given: Mutation, folder: string, former: string, pointer: string): void {
  const place = (name: string) => path.join(folder, name);
  if (given.kind === 'pointer') write(pointer, Buffer.from(given.content, 'latin1'));
  else if (given.kind === 'manifest') editManifest(given, folder);
  else if (given.kind === 'text') seal(folder, given.text);
  else if (given.kind === 'rename') renameInManifest(given, folder);
  else if (given.kind === 'forged') forge(given, folder);
  else if (given.kind === 'remove') rmSync(place(given.file));
  else if (given.kind === 'copy') write(place(given.to), readFileSync(place(given.file)));
  else if (given.kind === 'former') write(place(given.file), readFileSync(path.join(former, given.file)));
  else if (given.kind === 'swap') swap(place(given.file), place(given.other));
  else write(place(given.file), damaged(given, readFileSync(place(given.file))));
}

/** Never in place: the folder's files are links to the true ones. */
function write(name: string, bytes: Uint8Array | string): void {
  rmSync(name, { force: true });
  writeFileSync(name, bytes);
}

function swap(one: string, other: string): void {
  const bytes = readFileSync(one);
  write(one, readFileSync(other));
  write(other, bytes);
}

function damaged(given: Of<'bit' | 'cut' | 'page' | 'append'>, bytes: Buffer): Buffer {
  if (given.kind === 'append') return Buffer.concat([bytes, Buffer.from('\n')]);
  if (given.kind === 'cut') return bytes.subarray(0, given.at);
  if (given.kind === 'bit') return flipped(bytes, given.at);
  const end = Math.min(bytes.length, given.at + 4_096);
  for (let i = given.at; i < end; i++) bytes[i] = given.fill === 'zero' ? 0 : (i * 2_654_435_761) >>> 13;
  return bytes;
}

/** `bit` counts bits from the beginning of the file. */
function flipped(bytes: Buffer, bit: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return bytes;
}

function forge({ file: name, at: bit }: Of<'forged'>, folder: string): void {
  const bytes = flipped(readFileSync(path.join(folder, name)), bit);
  write(path.join(folder, name), bytes);
  const manifest = readManifest(folder);
  seal(folder, JSON.stringify({ ...manifest, files: { ...manifest.files, [name]: digestBytes(bytes) } }));
}

function renameInManifest({ file: name, to }: Of<'rename'>, folder: string): void {
  const manifest = readManifest(folder);
  const files = Object.entries(manifest.files).map(([known, digest]) => [known === name ? to : known, digest] as const);
  seal(folder, JSON.stringify({ ...manifest, files: Object.fromEntries(files) }));
}

function editManifest({ path: keys, json, sealed }: Of<'manifest'>, folder: string): void {
  const manifest = readManifest(folder);
  const last = keys.at(-1) ?? '';
  const parent = keys.slice(0, -1).reduce<Record<string, unknown>>((value, key) => value[key] as never, manifest);
  // A mark, as the value may be one that only JSON's text can write.
  parent[last] = '@@value@@';
  if (json === null) delete parent[last];
  const text = JSON.stringify(manifest, null, 2).replace('"@@value@@"', () => json ?? '');
  if (sealed) seal(folder, text);
  else write(path.join(folder, 'manifest.json'), text);
}

function readManifest(folder: string): Record<string, unknown> & { files: Record<string, unknown> } {
  return JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
}

function seal(folder: string, text: string): void {
  const bytes = Buffer.from(text);
  write(path.join(folder, 'manifest.json'), bytes);
  write(path.join(folder, 'manifest.sha256'), manifestDigestLine(bytes));
}
