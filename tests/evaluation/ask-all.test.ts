import { describe, expect, it } from 'vitest';
import { askAll } from '../../src/evaluation/ask-all.js';
import { answerOf } from '../support/answers.js';

describe('asking all questions', () => {
  it('asks one after another, in order, and waits for whoever hears of it', async () => {
    const events: string[] = [];
    const ask = async (question: string) => {
      events.push(`asked ${question}`);
      return answerOf([question]);
    };
    const answered = await askAll(['a', 'b'], ask, async (done) => {
      await Promise.resolve();
      events.push(`heard ${done}`);
    });
    expect(events).toEqual(['asked a', 'heard 1', 'asked b', 'heard 2']);
    expect(answered.map(({ question }) => question)).toEqual(['a', 'b']);
    expect(answered.every(({ ms }) => ms >= 0)).toBe(true);
  });

  it('passes on what an answer fails with', async () => {
    await expect(askAll(['a'], () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
