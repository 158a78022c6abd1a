import { describe, expect, it } from 'vitest';
import { withoutSmallTalk } from '../../src/answering/small-talk.js';

describe('withoutSmallTalk', () => {
  it.each([
    ['hi all, when does the ferry sail?', 'when does the ferry sail?'],
    ['Hey! quick question: when does the ferry sail', 'when does the ferry sail'],
    ['@Dateline I was wondering if the ferry sails', 'the ferry sails'],
    ['idk but does anyone know when it sails lol', 'when it sails'],
    ['pls can u tell me who the mayor is thx', 'who the mayor is'],
    ['could you please remind me who sang? Thank you so much!', 'who sang?'],
    ["I'd like to know who sang", 'who sang'],
    ['Which did they pick, the bridge or the tunnel? thanks', 'Which did they pick, the bridge or the tunnel?'],
    ['Tell me more about the bridge.', 'the bridge.'],
  ])('of %j leaves %j', (text, rest) => {
    expect(withoutSmallTalk(text)).toBe(rest);
  });

  it.each(['hi', 'Hey?', 'thanks!', 'thank you so much!!', 'good morning', 'lol', 'ok thanks', '?!', ''])(
    'of %j leaves nothing',
    (text) => {
      expect(withoutSmallTalk(text)).toBe('');
    },
  );

  it.each([
    'Why did Seo thank the town?',
    'Who said thanks?',
    'Did the mayor really sing',
    'So-yun sang',
    'So Ji-sub sang',
    'All Larkheim Airways fly',
    'Hi-tech firms',
    'Hilda sang',
    'Welland',
    '안녕하세요, 여객선은 언제 출발하나요?',
  ])('leaves %j as it is', (text) => {
    expect(withoutSmallTalk(text)).toBe(text);
  });

  it('ends on hostile text', () => {
    expect(withoutSmallTalk(`${'hi '.repeat(700)}`).length).toBeLessThan(2_100);
  });
});
