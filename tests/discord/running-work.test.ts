import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRunningWork } from '../../src/discord/running-work.js';

describe('running work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is stopped after 14 minutes, whether it heeds the signal or not', async () => {
    const running = createRunningWork();
    let signal: AbortSignal | undefined;
    const work = running.run((given) => {
      signal = given;
      return new Promise(() => {});
    });
    const outcome = expect(work).rejects.toThrow('longer than Discord lets a bot answer');
    await vi.advanceTimersByTimeAsync(14 * 60_000 - 1);
    expect(signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await outcome;
    expect(signal?.aborted).toBe(true);
  });

  it('leaves no timer behind', async () => {
    const running = createRunningWork();
    await running.run(async () => 1);
    await expect(running.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await running.drain(5000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
