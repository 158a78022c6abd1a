import { linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { messageOf, SnapshotMismatchError } from '../../src/domain/errors.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { indexFolder, interview, openIndex } from './index-under-test.js';
import { mutate } from './mutation.js';
import { type Met, mutationOrder } from './mutation-order.js';

/** A copy of the true index whose files are links, without the former generation where it is to stand alone. */
function copyOf(template: string, dataDir: string, alone: boolean): string {
  const [from, to] = [indexFolder(template), indexFolder(dataDir)];
  for (const generation of ['gen-000001', 'gen-000002']) {
    if (alone && generation === 'gen-000001') continue;
    mkdirSync(path.join(to, generation), { recursive: true });
    for (const file of readdirSync(path.join(from, generation))) {
      linkSync(path.join(from, generation, file), path.join(to, generation, file));
    }
  }
  writeFileSync(path.join(to, 'CURRENT'), 'gen-000002\n');
  return to;
}

/** Loads the damaged index and asks it; says how it was refused, or what it answers. */
async function meet(dataDir: string, questions: readonly string[]): Promise<Met> {
  const logger = createRecordingLogger();
  const refusals = () => logger.lines.flatMap(({ fields }) => ('reason' in fields ? [String(fields.reason)] : []));
  try {
    const coverage = await openIndex(dataDir, logger);
    if (coverage === null) return { kind: 'refused', reason: refusals().join('; ') };
    return { kind: 'said', said: await interview(coverage, questions) };
  } catch (error) {
    const clear = error instanceof SnapshotMismatchError;
    return {
      kind: clear ? 'refused' : 'fault',
      reason: `${error instanceof Error ? error.name : ''}: ${messageOf(error)}`,
    };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { number, template, work, questions, alone, mutation } = mutationOrder.parse(JSON.parse(line));
  const dataDir = path.join(work, `mutation-${process.pid}`);
  const index = copyOf(template, dataDir, alone);
  const former = path.join(indexFolder(template), 'gen-000001');
  mutate(mutation, path.join(index, 'gen-000002'), former, path.join(index, 'CURRENT'));
  const met = await meet(dataDir, questions);
  rmSync(dataDir, { recursive: true });
  process.stdout.write(`${JSON.stringify({ number, met })}\n`);
}
