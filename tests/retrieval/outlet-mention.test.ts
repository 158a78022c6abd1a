import { describe, expect, it } from 'vitest';
import { findOutletMention } from '../../src/retrieval/outlet-mention.js';
import { listPublishers } from '../../src/retrieval/publishers.js';

const outlets = [
  'Xinhua',
  'Reuters',
  'The Korea Herald',
  'China Daily',
  'Beijing Review',
  'Yonhap News Agency',
  'Korea JoongAng Daily (KJD)',
  'Yicai Global',
  'KBS World',
  'Global Times',
  'Báo Lao Động',
  '人民日报',
  '조선일보',
];
const publishers = listPublishers(outlets.map((publisher) => ({ publisher })));
// As in coverage of a visit to Beijing: the countries and people are named everywhere.
const common = new Set(['china', 'beijing', 'korea', 'lee', 'global', 'news']);
const articleShare = (word: string) => (common.has(word) ? 0.9 : 0);
const mention = (text: string) => findOutletMention(text, publishers, articleShare);

describe('findOutletMention', () => {
  it.each([
    ['What did Xinhua say about the talks?', 'Xinhua'],
    ['According to the Korea Herald, how many attended?', 'The Korea Herald'],
    ['according to korea herald how many attended', 'The Korea Herald'],
    ['How many agreements were signed, according to Yicai?', 'Yicai Global'],
    ['According to Yonhap, who spoke?', 'Yonhap News Agency'],
    ['According to KBS, who spoke?', 'KBS World'],
    ['according to kbs who spoke', 'KBS World'],
    ['Xinhua: who spoke first?', 'Xinhua'],
    ['Reuters reported how many agreements?', 'Reuters'],
    ['What is the Global Times’ account of the dinner?', 'Global Times'],
    ["What is Xinhua's account of the dinner?", 'Xinhua'],
    ['In China Daily, who spoke first?', 'China Daily'],
    ['did china daily mention pandas', 'China Daily'],
    ['How many, per Reuters?', 'Reuters'],
    ['As reported by KJD, who came?', 'Korea JoongAng Daily (KJD)'],
    ['theo báo Lao Động, bao nhiêu văn kiện?', 'Báo Lao Động'],
    ['theo Báo Lao Động, bao nhiêu văn kiện?', 'Báo Lao Động'],
    ['《人民日报》报道了什么?', '人民日报'],
    ['人民日报报道了什么?', '人民日报'],
    ['조선일보에 따르면 몇 명이 왔나?', '조선일보'],
  ])('reads %j as a question to %s', (text, outlet) => {
    expect(mention(text)?.publishers.map(({ name }) => name)).toEqual([outlet]);
  });

  it.each([
    ['a place that begins an outlet’s name', 'Who was met in Beijing before the summit?'],
    ['a country that begins an outlet’s name', 'According to China, who proposed the talks?'],
    ['a person', 'According to Lee, what was agreed?'],
    ['a word of a name in its own sense', 'How did the global economy do?'],
    ['a question about the outlet', 'Who founded Reuters?'],
    ['an outlet’s reporter', 'Which Reuters reporter was in the room?'],
    ['no outlet', 'According to the report, how many came?'],
    ['two outlets side by side', 'How do Reuters and Xinhua differ?'],
    ['two outlets with a choice', 'Did Reuters or the Korea Herald say nine?'],
    ['two outlets apart', 'What did Reuters say and what did Xinhua say?'],
    ['two outlets with one cue', 'According to Xinhua and Reuters, how many came?'],
    ['an outlet the coverage does not have', 'According to Le Monde, how many came?'],
    ['nothing', ''],
  ])('does not restrict a question that names %s', (_case, text) => {
    expect(mention(text)).toBeUndefined();
  });

  it.each([
    'What role does Korea play in Global times?',
    'who could live in china daily',
    'did xinhua street flood',
    'What is new from Yicai street?',
  ])('names no source in %j', (text) => {
    expect(mention(text)).toBeUndefined();
  });

  it('prefers the longer name', () => {
    const both = listPublishers([{ publisher: 'Gull' }, { publisher: 'Gull Weekly' }]);
    expect(findOutletMention('According to Gull Weekly, why?', both, () => 0)?.publishers[0]?.name).toBe('Gull Weekly');
    expect(findOutletMention('According to Gull, why?', both, () => 0)?.publishers[0]?.name).toBe('Gull');
  });

  it('takes a shortened name only where the articles hardly use the word', () => {
    expect(findOutletMention('According to Yicai, why?', publishers, () => 0.5)).toBeUndefined();
    expect(findOutletMention('According to Reuters, why?', publishers, () => 0.5)).toBeDefined();
  });

  it('says where the name stands', () => {
    for (const text of ['According to the Korea Herald, why?', 'Korea Herald reports what?']) {
      const found = mention(text);
      expect(text.slice(found?.start, found?.end)).toMatch(/^(?:the )?Korea Herald$/);
    }
  });
});
