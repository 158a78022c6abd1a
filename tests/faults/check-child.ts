import { readdirSync } from 'node:fs';
import { messageOf } from '../../src/domain/errors.js';
import { heard, indexFolder, reindexOver } from './index-under-test.js';
import type { Finding } from './kill-point.js';
import { scenarios, ticketQuestion } from './scenarios.js';

/** Loads what a killed run left, asks it, re-indexes, asks again, and lists the folder. */
async function lookAt(dataDir: string, scenario: number): Promise<Finding> {
  const found = { dataDir, loaded: null, outcome: 'not run', afterwards: null, names: [] };
  try {
    const loaded = await heard(dataDir, [ticketQuestion]);
    const outcome = await reindexOver(dataDir, scenarios[scenario]?.corpus ?? []);
    const afterwards = await heard(dataDir, [ticketQuestion]);
    const told = outcome.kind === 'failed' ? `failed: ${outcome.reason}` : outcome.kind;
    return { dataDir, loaded, outcome: told, afterwards, names: readdirSync(indexFolder(dataDir)) };
  } catch (error) {
    return { ...found, fault: messageOf(error) };
  }
}

const [scenario, ...folders] = process.argv.slice(2);
for (const folder of folders) {
  process.stdout.write(`${JSON.stringify(await lookAt(folder, Number(scenario)))}\n`);
}
