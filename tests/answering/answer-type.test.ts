import { describe, expect, it } from 'vitest';
import {
  type AnswerType,
  answerType,
  broughtBy,
  holdsAnswerOf as holdsAnswer,
  identifies,
  identityAsked,
} from '../../src/answering/answer-type.js';

const holdsAnswerOf = (type: AnswerType, sentence: string, question: string) =>
  holdsAnswer(type, sentence, broughtBy(question));

describe('answerType', () => {
  it.each<[AnswerType, string]>([
    ['date', 'When was the ferry cancelled?'],
    ['date', 'Since when has the bridge been closed?'],
    ['date', 'In what year did the harbour freeze?'],
    ['date', 'On which day does the orchestra play?'],
    ['date', 'At what time does the library open?'],
    ['number', 'How many passengers were on board?'],
    ['number', 'how much will a ticket cost'],
    ['number', 'How long is the bridge?'],
    ['duration', 'How long did the crossing take?'],
    ['duration', '회의는 얼마나 오래 걸렸나요?'],
    ['duration', '会谈持续了多久？'],
    ['frequency', 'How often does the ferry sail?'],
    ['frequency', '渡轮多久一次？'],
    ['number', 'What percentage of the roofs was torn off?'],
    ['number', 'How many years will the work take?'],
    ['person', 'Who opened the library?'],
    ['person', 'Whom did the mayor meet?'],
    ['person', 'Whose songs did the choir sing?'],
    ['person', 'Which spokesperson denied it?'],
    ['person', 'Which Chinese minister greeted the guests?'],
    ['place', 'Where did the ferry land?'],
    ['place', 'In which city was the treaty signed?'],
    ['place', 'At what hotel did they stay?'],
    ['open', 'Why was the ferry cancelled?'],
    ['open', 'What did he say about the bridge?'],
    ['open', 'How does a lock work?'],
    ['open', 'ferry Lark Island'],
    ['date', '여객선은 언제 결항했나요?'],
    ['number', '승객은 몇 명이었나요?'],
    ['number', '표는 얼마인가요?'],
    ['person', '누가 도서관을 열었나요?'],
    ['person', '시장은 누구를 만났나요?'],
    ['place', '회의는 어디에서 열렸나요?'],
    ['open', '여객선은 왜 결항했나요?'],
    ['date', '渡轮是什么时候取消的？'],
    ['date', '大橋是哪一年建成的？'],
    ['number', '船上有多少乘客？'],
    ['number', '他們簽了幾份協議？'],
    ['person', '谁打开了图书馆？'],
    ['person', '圖書館是誰打開的？'],
    ['place', '会议在哪里举行？'],
    ['open', '渡轮为什么取消？'],
    ['date', 'Chuyến phà bị hủy khi nào?'],
    ['date', 'Cây cầu được xây vào năm nào?'],
    ['number', 'Có bao nhiêu hành khách trên phà?'],
    ['person', 'Ai đã mở thư viện?'],
    ['person', 'Thị trưởng đã gặp ai?'],
    ['place', 'Hội nghị diễn ra ở đâu?'],
    ['open', 'Tại sao chuyến phà bị hủy?'],
  ])('says %s for %j', (type, question) => {
    expect(answerType(question)).toBe(type);
  });
});

describe('answerType of a question with a person or place in it', () => {
  it.each([
    'What did the mayor say about the bridge?',
    'What will the president sign?',
    'What did the AI firm build?',
    'What does the country export?',
  ])('asks for no person or place because one stands behind what: %j', (question) => {
    expect(answerType(question)).toBe('open');
  });
});

describe('holdsAnswerOf', () => {
  it.each<[AnswerType, string, string]>([
    ['number', 'The ship carries 180 passengers.', 'How many passengers does the ship carry?'],
    ['number', 'The ship carries dozens of passengers.', 'How many passengers does the ship carry?'],
    ['number', '船上有三名乘客。', '船上有多少乘客？'],
    ['number', '승객은 두 명이었다.', '승객은 몇 명이었나요?'],
    ['frequency', 'It sails twice a day.', 'How often does the ferry sail?'],
    ['frequency', 'They propose one summit a year.', 'How often do they meet?'],
    ['frequency', 'It was shared 1,200 times.', 'How often was it shared?'],
    ['frequency', 'The fair is held annually.', 'How often is the fair held?'],
    ['frequency', 'The ministers meet every other year.', 'How often do the ministers meet?'],
    ['duration', 'The crossing took 90 minutes.', 'How long did the crossing take?'],
    ['duration', 'It has been closed since 2016.', 'How long has the bridge been closed?'],
    ['duration', '会谈持续了90分钟。', '会谈持续了多久？'],
    ['duration', 'It was on for more than 30 years.', 'How long did it run?'],
    ['duration', 'It took two and a half hours.', 'How long did it take?'],
    ['number', 'Some 600 came.', 'How many came, 400 or 600?'],
    ['date', 'It sails again in March.', 'When does it sail again?'],
    ['date', 'The bridge was built in 1897.', 'When was the bridge built?'],
    ['date', '渡轮于1月5日取消。', '渡轮什么时候取消？'],
    ['date', '여객선은 5일 결항했다.', '여객선은 언제 결항했나요?'],
    ['person', 'The library was opened by Thanh Hà.', 'Who opened the library?'],
    ['person', '시장 김정관이 도서관을 열었다.', '누가 열었나요?'],
    ['place', 'They met at the Wanda Hotel.', 'Where did they meet?'],
    ['open', 'It rained.', 'Why was it cancelled?'],
  ])('finds a %s in %j', (type, sentence, question) => {
    expect(holdsAnswerOf(type, sentence, question)).toBe(true);
  });

  it.each<[AnswerType, string, string]>([
    ['number', 'They keep the one-China policy.', 'How many ships came?'],
    ['number', 'The ship carries passengers.', 'How many passengers does the ship carry?'],
    ['frequency', 'The Larkheim Times reported it on the day after.', 'How often does the ferry sail?'],
    ['frequency', 'It was once a village.', 'How often does the ferry sail?'],
    ['duration', 'The party this week was signed last year.', 'How long did the crossing take?'],
    ['frequency', 'The ferry sailed with 180 passengers.', 'How often does the ferry sail?'],
    ['duration', 'They met on 6 January, the third day of the trip.', 'How long did they meet?'],
    ['duration', '他们于1月7日会谈。', '会谈持续了多久？'],
    ['duration', 'The crossing cost 90 crowns.', 'How long did the crossing take?'],
    ['date', 'It sails again soon.', 'When does it sail again?'],
    ['person', 'The library was opened with a speech.', 'Who opened the library?'],
    ['place', 'They met over lunch.', 'Where did they meet?'],
  ])('finds no %s in %j', (type, sentence, question) => {
    expect(holdsAnswerOf(type, sentence, question)).toBe(false);
  });

  it.each<[AnswerType, string, string]>([
    ['number', 'Line 4 carries passengers.', 'How many passengers does line 4 carry?'],
    ['date', 'The plan of 2026 was dropped.', 'When was the plan of 2026 dropped?'],
    ['person', 'The speech for Thanh Hà was long.', 'Who gave a speech for Thanh Hà?'],
  ])('takes no %s from the question itself: %j', (type, sentence, question) => {
    expect(holdsAnswerOf(type, sentence, question)).toBe(false);
  });

  it('takes no name with a full stop behind it for another than the question’s', () => {
    const question = 'Who gave a speech for Thanh Hà?';
    expect(holdsAnswerOf('person', 'The speech was given for Thanh Hà.', question)).toBe(false);
  });

  it('takes the capital of a first word for no name', () => {
    expect(holdsAnswerOf('person', 'Somebody opened the library.', 'Who opened the library?')).toBe(false);
  });
});

describe('identityAsked', () => {
  it.each([
    ['Who is Wi Sung-lac?', 'Wi Sung-lac'],
    ['who was thanh ha', 'thanh ha'],
    ['What is the Lark Ferry?', 'Lark Ferry'],
  ])('of %j is %s', (question, name) => {
    expect(identityAsked(question)).toBe(name);
  });

  it.each(['Who opened the library?', 'When is it?', '?', 'Tell me who is there, please: the mayor or her deputy?'])(
    'is nobody’s for %j',
    (question) => {
      expect(identityAsked(question)).toBeUndefined();
    },
  );
});

describe('identifies', () => {
  it.each([
    ['by a verb', 'Wi Sung-lac is the national security adviser.'],
    ['in apposition', 'With him came Wi Sung-lac, the national security adviser.'],
    ['by a role before it', 'National Security Adviser Wi Sung-lac spoke.'],
    ['however it is hyphenated', 'Wi Sunglac, the adviser, spoke.'],
  ])('says who somebody is %s', (_case, sentence) => {
    expect(identifies('Wi Sung-lac', sentence)).toBe(true);
  });

  it.each([
    ['somebody else', 'Kim Jung-kwan is the minister of trade.'],
    ['only what was done', 'On Monday they met Wi Sung-lac again.'],
  ])('does not when a sentence tells of %s', (_case, sentence) => {
    expect(identifies('Wi Sung-lac', sentence)).toBe(false);
  });

  it.each(['a.c', 'a+c', '(', 'x'.repeat(500)])('reads no pattern into the name %j', (name) => {
    expect(identifies(name, 'The abc is a word.')).toBe(false);
  });
});
