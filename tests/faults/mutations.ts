import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { generatedArticles, generatedQuestions } from '../support/generated-corpus.js';
import { heard, indexFolder, reindexOver, type Said } from './index-under-test.js';
import type { Mutation } from './mutation.js';
import { listMutations } from './mutation-list.js';
import { type Met, type MutationOrder, mutationReply } from './mutation-order.js';
import type { Sweep, Tally, Verdict } from './tally.js';

// Enough passages for the graph to be asked and not scanned past.
const articles = 450;
const slowestMs = 20_000;

interface Known {
  readonly old: Said;
  readonly fresh: Said;
}

type Orders = readonly MutationOrder[];

/** Damages a published index in every way of the list; a child meets them one after the other. */
export async function sweepMutations({ work, jobs, tally }: Sweep): Promise<void> {
  const template = path.join(work, 'mutations');
  mkdirSync(template, { recursive: true });
  const questions = [...generatedQuestions(4), 'Quagga zebra Larkhaven?', 'What did Mina Seo write about the tram?'];
  await publish(template, 1);
  const old = await said(template, questions);
  await publish(template, 2);
  const known = { old, fresh: await said(template, questions) };
  const list = listMutations(path.join(indexFolder(template), 'gen-000002'));
  // Every fourth again with no generation to go back to.
  const alone = list.filter((_, i) => i % 4 === 0).map((mutation) => ({ mutation, alone: true }));
  const all = [...list.map((mutation) => ({ mutation, alone: false })), ...alone];
  process.stderr.write(`${all.length} mutations\n`);
  const orders = all.map((one, number): MutationOrder => ({ ...one, number, template, work, questions }));
  const shares = Array.from({ length: jobs }, (_, share) => orders.filter(({ number }) => number % jobs === share));
  await Promise.all(shares.map((share) => meetAll(share, known, tally)));
}

async function publish(dataDir: string, edition: number): Promise<void> {
  const outcome = await reindexOver(dataDir, generatedArticles(articles, edition));
  if (outcome.kind !== 'published') throw new Error(`nothing was published: ${JSON.stringify(outcome)}`);
}

async function said(dataDir: string, questions: readonly string[]): Promise<Said> {
  const found = await heard(dataDir, questions);
  if (found === null) throw new Error('nothing to compare with');
  return found;
}

/** Hands the orders to a child, and to another one where it dies of one of them. */
async function meetAll(orders: Orders, known: Known, tally: Tally): Promise<void> {
  const waiting = [...orders];
  while (waiting.length > 0) {
    const child = spawnChild();
    const replies = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (let order = waiting[0]; order !== undefined; order = waiting[0]) {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const killer = setTimeout(() => child.kill('SIGKILL'), slowestMs);
      const { value, done } = await replies.next();
      clearTimeout(killer);
      waiting.shift();
      const met = done === true ? undefined : mutationReply.parse(JSON.parse(value)).met;
      judge(order, met, known, tally);
      if (met === undefined) break;
    }
    child.stdin.end();
  }
}

function spawnChild(): ChildProcessByStdio<Writable, Readable, null> {
  const script = fileURLToPath(new URL('mutation-child.js', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  // Of a child that died: the missing reply says so already.
  child.stdin.on('error', () => undefined);
  return child;
}

function judge({ mutation, alone }: MutationOrder, met: Met | undefined, known: Known, tally: Tally): void {
  const verdict = verdictOf(mutation, met, known);
  tally.count(`mutation: ${mutation.kind}${sealedName(mutation)}`, verdict);
  if (verdict !== 'torn' && verdict !== 'crashed') return;
  const what = JSON.stringify(mutation).slice(0, 200);
  tally.violation(`${what}${alone ? ' alone' : ''}: ${JSON.stringify(met)?.slice(0, 300) ?? 'no reply'}`);
}

function sealedName(mutation: Mutation): string {
  return mutation.kind === 'manifest' && mutation.sealed ? ', digest made anew' : '';
}

function verdictOf({ kind }: Mutation, met: Met | undefined, { old, fresh }: Known): Verdict {
  if (met === undefined) return 'crashed';
  if (met.kind === 'fault') return 'torn';
  if (met.kind === 'refused') return met.reason === '' ? 'torn' : 'refused';
  if (met.said.snapshot === old.snapshot) return same(met.said, old) ? 'recovered' : 'torn';
  // What has been forged whole is another true index: it need not answer as the first did, but it must answer.
  return same(met.said, fresh) || kind === 'forged' ? 'new' : 'torn';
}

function same(one: Said, other: Said): boolean {
  return JSON.stringify(one.answers) === JSON.stringify(other.answers);
}
