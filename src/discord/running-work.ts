import { type Interruption, outOfTime, shuttingDown, unlessAborted } from './interruption.js';

// A token dies after 15 minutes; one minute is kept for saying so.
const answerTimeMs = 14 * 60_000;
// After an interruption only one short message a piece of work is left to send.
const farewellMs = 3000;

/** The pieces of work under way, each with its own signal. */
export interface RunningWork {
  /** Runs to the end, or until the time for an answer is over, or the program ends; then rejects with an `Interruption`. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Counts a whole interaction as under way until it settles. */
  track(interaction: Promise<void>): Promise<void>;
  /** Waits for what is under way; after `graceMs` interrupts it. */
  drain(graceMs: number): Promise<void>;
}

/** Knows what is under way, so that ending the program leaves nobody waiting. */
export function createRunningWork(timeMs = answerTimeMs): RunningWork {
  const controllers = new Set<AbortController>();
  const interactions = new Set<Promise<void>>();
  const allDone = () => Promise.allSettled(interactions).then(() => undefined);
  return {
    async run(work) {
      const controller = new AbortController();
      controllers.add(controller);
      const timer = setTimeout(() => controller.abort(outOfTime()), timeMs);
      try {
        return await unlessAborted(work(controller.signal), controller.signal);
      } finally {
        clearTimeout(timer);
        controllers.delete(controller);
      }
    },
    track(interaction) {
      interactions.add(interaction);
      return interaction.finally(() => interactions.delete(interaction));
    },
    async drain(graceMs) {
      if (await within(allDone(), graceMs)) return;
      const reason: Interruption = shuttingDown();
      for (const controller of controllers) controller.abort(reason);
      await within(allDone(), farewellMs);
    },
  };
}

async function within(work: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
