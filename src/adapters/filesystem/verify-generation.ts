import path from 'node:path';
import { SnapshotMismatchError } from '../../domain/errors.js';
import type { FileDigest, SnapshotManifest } from '../../domain/snapshot-manifest.js';
import { digestBytes, digestFile, readWhole, sameDigest } from './file-digest.js';
import { manifestDigestName, manifestName, parseManifest } from './manifest-json.js';
import { isMissing, type SnapshotFs, type StorePlace } from './snapshot-fs.js';

/** The line of `manifest.sha256`. */
export function manifestDigestLine(manifest: Uint8Array): string {
  return `${digestBytes(manifest).sha256}  ${manifestName}\n`;
}

/**
 * Checks a generation whole: the manifest against its digest and its schema, the folder's names against the manifest,
 * then size and SHA-256 of every file. Nothing is used before all of it agrees.
 * @throws SnapshotMismatchError naming the file and what is wrong; the system's error where a file can't be read.
 */
export async function verifyGeneration(fs: SnapshotFs, folder: string): Promise<SnapshotManifest> {
  const names = await fs.readdir(folder);
  const manifest = await readManifest(fs, folder);
  if (manifest.id !== path.basename(folder)) {
    throw new SnapshotMismatchError(`its manifest is that of ${manifest.id}`);
  }
  checkNames(names, Object.keys(manifest.files));
  for (const [name, expected] of Object.entries(manifest.files)) {
    await checkFile(fs, path.join(folder, name), expected);
  }
  return manifest;
}

/**
 * The manifest of a generation, checked against its digest and its schema; no other file is looked at.
 * @throws SnapshotMismatchError naming what is wrong; the system's error where it can't be read.
 */
export async function readManifest(fs: SnapshotFs, folder: string): Promise<SnapshotManifest> {
  const content = await readWhole(fs, path.join(folder, manifestName));
  const digest = await readWhole(fs, path.join(folder, manifestDigestName));
  if (digest.toString('utf8') !== manifestDigestLine(content)) {
    throw new SnapshotMismatchError(`${manifestName} is not the one ${manifestDigestName} was made of`);
  }
  return parseManifest(content.toString('utf8'));
}

/** The digest a generation's manifest should have, unchecked; `undefined` where there is none. */
export async function readManifestDigest({ fs, folder }: StorePlace, generation: string): Promise<string | undefined> {
  try {
    return (await readWhole(fs, path.join(folder, generation, manifestDigestName))).toString('utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function checkNames(present: readonly string[], listed: readonly string[]): void {
  const expected = new Set([...listed, manifestName, manifestDigestName]);
  const missing = [...expected].find((name) => !present.includes(name));
  if (missing !== undefined) throw new SnapshotMismatchError(`${missing} is missing`);
  const extra = present.find((name) => !expected.has(name));
  if (extra !== undefined) throw new SnapshotMismatchError(`${JSON.stringify(extra)} is not in its manifest`);
}

async function checkFile(fs: SnapshotFs, file: string, expected: FileDigest): Promise<void> {
  const name = path.basename(file);
  const stat = await fs.lstat(file);
  if (!stat.isFile()) throw new SnapshotMismatchError(`${name} is no regular file`);
  if (stat.size !== expected.bytes) {
    throw new SnapshotMismatchError(`${name} has ${stat.size} bytes instead of ${expected.bytes}`);
  }
  if (!sameDigest(await digestFile(fs, file), expected)) {
    throw new SnapshotMismatchError(`${name} is damaged: its SHA-256 is not the manifest's`);
  }
}
