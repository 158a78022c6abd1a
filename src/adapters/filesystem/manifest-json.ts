import { z } from 'zod';
import { messageOf, SnapshotMismatchError } from '../../domain/errors.js';
import {
  type SnapshotManifest,
  snapshotFormatVersion,
  type VectorIndexReport,
} from '../../domain/snapshot-manifest.js';
import { isGenerationName } from './generation-names.js';

/** The file of a generation that says what the others are. */
export const manifestName = 'manifest.json';
/** The manifest's own digest, in the form `sha256sum --check` reads. */
export const manifestDigestName = 'manifest.sha256';

const fileNamePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Whether a name may be a file's in a generation: no separators, no leading dot, not one of the store's own. */
export function isSnapshotFileName(name: string): boolean {
  return fileNamePattern.test(name) && name !== manifestName && name !== manifestDigestName;
}

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const vectorIndex = z
  .strictObject({
    kind: z.enum(['hnsw', 'exact']),
    recall: z.number().min(0).max(1).optional(),
    reason: z.string(),
    ef: z.int().positive().optional(),
    patched: z.strictObject({ removed: count, added: count }).optional(),
  })
  // JSON has no `undefined`: what is absent in the file is a key without a value here.
  .transform((report): VectorIndexReport => ({ ...report, recall: report.recall }));

const manifestSchema = z.strictObject({
  formatVersion: z.literal(snapshotFormatVersion),
  id: z.string().refine(isGenerationName, 'must be a generation name'),
  created: z.iso.datetime(),
  embedderId: z.string().min(1),
  dimensions: count,
  metric: z.literal('cosine'),
  vectorIndex,
  splitter: count.optional(),
  counts: z.strictObject({ articles: count, passages: count, publishers: count, entities: count }),
  catalogue: z.strictObject({ version: count, pins: sha256, behind: z.literal(true).optional() }),
  articleHashes: z.record(z.string().min(1), z.string().min(1)),
  setAside: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
  files: z.record(z.string().refine(isSnapshotFileName, 'is no file name'), z.strictObject({ bytes: count, sha256 })),
}) satisfies z.ZodType<SnapshotManifest>;

/**
 * Reads a manifest, trusting nothing in it.
 * @throws SnapshotMismatchError naming what is wrong: no JSON, another format version, a wrong or unknown field.
 */
export function parseManifest(json: string): SnapshotManifest {
  const value = parseJson(json);
  refuseOtherVersion(value);
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SnapshotMismatchError(`the manifest is wrong: ${faults.join('; ')}`);
  }
  return parsed.data;
}

/** Writes a manifest; `parseManifest` gives it back. */
export function formatManifest(manifest: SnapshotManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Whether a manifest as it was written says that the catalogue is behind: without reading all of it, which takes .2 s for 26,000
 * articles, and a bot asks this on its main thread. No name in it can look so, as its quotation marks would be escaped.
 */
export function saysBehind(json: string): boolean {
  return json.includes('\n    "behind": true');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json, refusePrototype);
  } catch (error) {
    throw new SnapshotMismatchError(`the manifest can't be read: ${messageOf(error)}`, { cause: error });
  }
}

/** Such a key would change the prototype of whatever the value is copied into. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SnapshotMismatchError('it has a key "__proto__"');
  return value;
}

const versioned = z.object({ formatVersion: z.int() });

function refuseOtherVersion(value: unknown): void {
  const { data } = versioned.safeParse(value);
  if (data === undefined || data.formatVersion === snapshotFormatVersion) return;
  const age = data.formatVersion > snapshotFormatVersion ? 'a newer' : 'an older';
  throw new SnapshotMismatchError(
    `it was written by ${age} version of this program (format ${data.formatVersion}, this one reads ` +
      `${snapshotFormatVersion}); run \`npm run index\` to build it anew`,
  );
}
