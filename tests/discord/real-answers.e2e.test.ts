import { readFileSync } from 'node:fs';
import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches } from '../../src/discord/limits.js';
import { isUnanswerable, type JudgedQuestion, parseQuestionLine } from '../../src/evaluation/question-set.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { StandIn } from '../support/discord-stand-in/index.js';
import { inTurns } from '../support/in-turns.js';
import { openRealDateline, type RealDateline } from '../support/real-dateline.js';

// Another file of the same form can be run over.
const file = process.env.DATELINE_QUESTIONS ?? 'tests/evaluation/questions.jsonl';
const questions = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line, index) => parseQuestionLine(line, `${file}:${index + 1}`));

// The question's words, one after the other: where they are hidden behind a backslash, they are still in this order.
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';

interface Shown {
  readonly question: JudgedQuestion;
  readonly message: APIMessage;
  readonly latencyMs: number;
}

describe('real questions about the real corpus, on Discord', () => {
  let engine: RealDateline;
  let discord: StandIn;
  let bot: BotUnderTest;
  let shown: readonly Shown[] = [];

  beforeAll(async () => {
    engine = await openRealDateline('corpus');
    // discord.js waits out rate limits; here that would only take time.
    discord = await new StandIn({ rateLimits: false }).start();
    bot = await startBotUnderTest(engine.dateline, { discord });
    await discord.waitCommand('ask');
    shown = await inTurns(questions, 4, ask);
  }, 60_000);
  afterAll(async () => {
    await bot.stop();
    await discord.stop();
    engine.close();
  });

  async function ask(question: JudgedQuestion): Promise<Shown> {
    const asked = discord.slash({ command: 'ask', options: { question: question.question } });
    const message = await asked.response();
    return { question, message, latencyMs: asked.latencyMs ?? Number.POSITIVE_INFINITY };
  }
  const description = ({ message }: Shown, embed: number) => message.embeds[embed]?.description ?? '';
  const isAnswered = ({ message }: Shown) => message.embeds[1]?.title === 'Sources';

  it('are many, of many kinds, and some of them to be refused', () => {
    expect(shown.length).toBeGreaterThanOrEqual(60);
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
    expect(questions.filter(isUnanswerable).length).toBeGreaterThanOrEqual(10);
  });

  it('are all acknowledged in time and answered under what was asked, within every limit', () => {
    for (const one of shown) {
      const { question, message, latencyMs } = one;
      expect(latencyMs, question.id).toBeLessThan(2500);
      expect(wordsOf(message.embeds[0]?.title ?? ''), question.id).toBe(wordsOf(question.question));
      const reply = { content: message.content, embeds: message.embeds, plain: '' };
      expect(breaches(reply), question.id).toEqual([]);
    }
  });

  it('are each answered with numbered sources, or with the nearest passages, or not at all, and say which', () => {
    for (const one of shown) {
      const [first, second, ...more] = one.message.embeds;
      expect(more, one.question.id).toEqual([]);
      const fields = first?.fields?.map(({ name }) => name) ?? [];
      if (second === undefined)
        expect(first?.description, one.question.id).toMatch(/^Nothing about this was found|^No article fits/);
      else if (isAnswered(one))
        expect(fields, one.question.id).toEqual(expect.arrayContaining(['Confidence', 'As of']));
      else expect(first?.description, one.question.id).toMatch(/^No direct answer was found\./);
    }
  });

  it('show every source that a statement refers to, with a sentence in bold, and no passage twice', () => {
    for (const one of shown.filter(isAnswered)) {
      const statements = [
        description(one, 0),
        ...(one.message.embeds[0]?.fields ?? []).map(({ value }) => value),
      ].join();
      const sources = description(one, 1);
      const heads = sources.split('\n').filter((line) => line.startsWith('**['));
      for (const [marker] of statements.matchAll(/\[\d+\](?!\()/g)) {
        expect(
          heads.filter((head) => head.includes(marker)),
          `${one.question.id} ${marker}`,
        ).toHaveLength(1);
      }
      const passages = sources.split('\n').filter((line) => line.startsWith('> '));
      expect(passages.length, one.question.id).toBe(heads.length);
      expect(new Set(passages).size, one.question.id).toBe(passages.length);
      expect(
        passages.every((passage) => /\*\*.+\*\*/.test(passage)),
        one.question.id,
      ).toBe(true);
    }
  });

  it('break no rule of Discord, and leave no error behind', () => {
    expect(discord.violations).toEqual([]);
    expect(discord.warnings).toEqual([]);
    expect(discord.unknownRoutes).toEqual([]);
    expect(bot.log.filter((line) => /short form|delivered|reference/.test(line))).toEqual([]);
  });
});
