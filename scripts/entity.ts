import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { loadConfig } from '../src/config.js';
import type { EntityLookup } from '../src/domain/entity-lookup.js';
import type { EntityDirectory } from '../src/ports/dateline.js';
import { type EntityJson, toEntityJson } from '../src/wording/entity-json.js';
import { entityText } from '../src/wording/entity-text.js';
import { runCommand, usageOf } from './support/command.js';
import { openCoverage } from './support/open-coverage.js';

const usage = 'Usage: npm run -s entity -- "name" [--json]';

function readWords() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const name = positionals.join(' ').trim();
  if (name === '') throw new Error('There is no name.');
  return { ...values, name };
}

async function jsonOf(directory: EntityDirectory, lookup: EntityLookup): Promise<EntityJson> {
  if (lookup.status !== 'found') return toEntityJson(lookup, [], []);
  const { id } = lookup.entity;
  const [said, mentions] = [await directory.entityDetail(id, 'said'), await directory.entityDetail(id, 'mentions')];
  return toEntityJson(
    lookup,
    said?.section === 'said' ? said.sayings : [],
    mentions?.section === 'mentions' ? mentions.quotes : [],
  );
}

await runCommand(async () => {
  const { json, name } = usageOf(usage, readWords);
  readDotEnv();
  const coverage = await openCoverage(loadConfig(process.env));
  const lookup = await coverage.lookUpEntity(name);
  const text = json ? JSON.stringify(await jsonOf(coverage, lookup)) : entityText(lookup);
  process.stdout.write(`${text}\n`);
});
