import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProgressEdits } from '../../src/discord/progress-edits.js';
import { textReply } from '../../src/discord/render/text.js';

describe('progress edits', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const logger = { info() {}, warn() {}, error() {} };

  it('send the newest only, at most one in 1.5 s', async () => {
    const sent: string[] = [];
    const edits = new ProgressEdits(async ({ plain }) => void sent.push(plain), logger);
    for (let step = 0; step < 100; step++) {
      edits.show(textReply(`step ${step}`));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent).toEqual(['step 14', 'step 29', 'step 44', 'step 59', 'step 74', 'step 89']);
  });

  it('never have two under way', async () => {
    let underWay = 0;
    let most = 0;
    const send = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 5000));
      underWay--;
    };
    const edits = new ProgressEdits(send, logger);
    for (let step = 0; step < 20; step++) {
      edits.show(textReply(`step ${step}`));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(most).toBe(1);
  });

  it('end with close, which waits for the one under way', async () => {
    const sent: string[] = [];
    const send = async ({ plain }: { plain: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      sent.push(plain);
    };
    const edits = new ProgressEdits(send, logger);
    edits.show(textReply('first'));
    await vi.advanceTimersByTimeAsync(1600);
    edits.show(textReply('second'));
    const closed = edits.close();
    await vi.advanceTimersByTimeAsync(10_000);
    await closed;
    edits.show(textReply('third'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(['first']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('outlive a failed edit', async () => {
    let calls = 0;
    const send = async () => {
      calls++;
      throw new Error('502');
    };
    const edits = new ProgressEdits(send, logger);
    edits.show(textReply('one'));
    await vi.advanceTimersByTimeAsync(1500);
    edits.show(textReply('two'));
    await vi.advanceTimersByTimeAsync(1500);
    expect(calls).toBe(2);
  });
});
