import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// Who may import whom: DESIGN.md, "Rooms". A room is a folder of src, or a file directly in it.
const rooms: Record<string, { rooms: string[]; vendors: RegExp | null }> = {
  domain: { rooms: [], vendors: null },
  ports: { rooms: ['domain'], vendors: null },
  wording: { rooms: ['domain'], vendors: null },
  config: { rooms: ['domain'], vendors: /^(zod|node:path)$/ },
  corpus: { rooms: ['domain', 'ports'], vendors: /^(yaml|zod|linkedom|@mozilla\/readability|node:crypto)$/ },
  retrieval: { rooms: ['domain', 'ports'], vendors: /^(stemmer|opencc-js\/t2cn)$/ },
  entities: { rooms: ['domain', 'ports', 'retrieval'], vendors: /^(any-ascii|yaml|zod)$/ },
  answering: { rooms: ['domain', 'ports', 'retrieval', 'entities'], vendors: null },
  indexing: { rooms: ['domain', 'ports', 'corpus', 'retrieval', 'entities'], vendors: /^(zod|node:crypto)$/ },
  intake: { rooms: ['domain', 'ports', 'corpus'], vendors: null },
  administration: { rooms: ['domain', 'ports'], vendors: null },
  adapters: { rooms: ['domain', 'ports'], vendors: /./ },
  discord: { rooms: ['domain', 'ports', 'wording'], vendors: /^(discord\.js|zod|node:crypto)$/ },
  terminal: { rooms: ['domain', 'ports', 'wording'], vendors: /^node:(readline|readline\/promises|stream|util)$/ },
  evaluation: { rooms: ['domain', 'ports', 'retrieval', 'entities', 'answering'], vendors: /^(zod|node:crypto)$/ },
  // The composition root and what it starts.
  compose: { rooms: ['*'], vendors: /./ },
  'name-knowledge': { rooms: ['adapters', 'ports'], vendors: null },
  main: { rooms: ['*'], vendors: /./ },
  'coverage-worker': { rooms: ['*'], vendors: /./ },
  'reindex-process': { rooms: ['*'], vendors: /./ },
  'intake-worker': { rooms: ['*'], vendors: /./ },
  watching: { rooms: ['*'], vendors: /./ },
  'compose-intake': { rooms: ['*'], vendors: /./ },
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join('src', file), 'utf8');
  const room = file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : file.replace(/\.ts$/, '');
  const targets = [...source.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)];
  return targets.map((match) => ({ file, room, target: match[1] ?? match[2] ?? '' }));
}

function roomOf({ file, target }: Import): string {
  const resolved = path.normalize(path.join(path.dirname(file), target));
  return resolved.includes(path.sep) ? (resolved.split(path.sep)[0] ?? '') : resolved.replace(/\.js$/, '');
}

function complaint(line: Import): string | undefined {
  const rule = rooms[line.room];
  if (rule === undefined) return `${line.file}: the room "${line.room}" is not in the table`;
  if (rule.rooms.includes('*')) return undefined;
  if (!line.target.startsWith('.')) {
    return rule.vendors?.test(line.target) ? undefined : `${line.file} may not import the vendor ${line.target}`;
  }
  const target = roomOf(line);
  if (target === line.room) return crossesVendors(line);
  return rule.rooms.includes(target) ? undefined : `${line.file} (${line.room}) may not import ${target}`;
}

/** An adapter knows its own vendor's folder only. */
function crossesVendors(line: Import): string | undefined {
  if (line.room !== 'adapters') return undefined;
  const resolved = path.normalize(path.join(path.dirname(line.file), line.target));
  return resolved.split(path.sep)[1] === line.file.split(path.sep)[1]
    ? undefined
    : `${line.file} may not import another vendor's adapter (${line.target})`;
}

describe('the architecture', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imports = files.flatMap(importsOf);

  it('sees the imports', () => {
    expect(imports.length).toBeGreaterThan(10);
  });

  it('lets each room import only what the table allows', () => {
    expect(imports.map(complaint).filter((line) => line !== undefined)).toEqual([]);
  });

  it('reads the environment in main and the scripts only', () => {
    const readers = files.filter((file) => readFileSync(path.join('src', file), 'utf8').includes('process.env'));
    expect(readers.filter((file) => !/^(main|config|coverage-worker|reindex-process)\.ts$/.test(file))).toEqual([]);
  });
});
