import { describe, expect, it } from 'vitest';
import { type QuestionForm, readAskedFor } from '../../src/answering/question-form.js';

describe('readAskedFor', () => {
  it.each<[QuestionForm, string]>([
    ['single', 'Who opened the library?'],
    ['single', 'Why was the ferry cancelled?'],
    ['single', '여객선은 왜 결항했나요?'],
    ['single', '渡轮为什么取消？'],
    ['single', 'Tại sao chuyến phà bị hủy?'],
    ['list', 'Which engineers were at the fair?'],
    ['list', 'Where do Lark Motors and Holm have factories?'],
    ['single', 'Which business was sold?'],
    ['single', 'What makes the ferry late?'],
    ['single', 'What happens next?'],
    ['list', 'Where do Quill, Seo have plants? And where do they build?'],
    ['single', 'What did the readers do in the library?'],
    ['list', 'Which companies signed agreements?'],
    ['list', 'What are the reasons for the delay?'],
    ['list', 'Name the guests of the mayor.'],
    ['list', 'Who else spoke at the forum?'],
    ['list', 'Who opened the library and where did she speak?'],
    ['list', '市长送了哪些礼物？'],
    ['list', 'Những công ty nào đã ký thỏa thuận?'],
    ['comparison', 'Is the ferry more expensive than the bridge or the tunnel?'],
    ['comparison', 'Compare the ferry and the bridge.'],
    ['comparison', 'How is the new plan different from the old one?'],
    ['comparison', '다리와 배의 비교를 알려 주세요'],
    ['comparison', '桥与渡轮相比哪个更贵？'],
    ['comparison', 'Cây cầu so với phà thế nào?'],
    ['difference', 'Do the reports agree on the number of passengers?'],
    ['difference', 'Are there conflicting figures for the cost of the bridge?'],
  ])('says %s for %j', (form, question) => {
    expect(readAskedFor(question).form).toBe(form);
  });

  it.each([
    ["How many passengers were on board? Reports don't agree.", 'How many passengers were on board?'],
    ["Reports don't agree. How many passengers were on board?", 'How many passengers were on board?'],
    ['How much does the bridge cost? I keep reading different things.', 'How much does the bridge cost?'],
    ['how much does the bridge cost, i keep reading different things', 'how much does the bridge cost'],
    ['How old is the ferry? The papers disagree.', 'How old is the ferry?'],
    ['How old is the ferry? Two figures are going round.', 'How old is the ferry?'],
    ["What is the island called? I've seen two names for it.", 'What is the island called?'],
    ['How many roofs were lost? One paper says 40, another says 60.', 'How many roofs were lost?'],
  ])('leaves the remark about the reports out of %j', (question, topic) => {
    const asked = readAskedFor(question);
    expect(asked.form).toBe('difference');
    expect(asked.topic.replace(/^[\s.,;]+|[\s.,;]+$/g, '')).toBe(topic);
  });

  it('reads the type without the remark', () => {
    expect(readAskedFor('Who is right? I keep reading different numbers').type).toBe('person');
  });

  it.each([
    'Which reports did the mayor read?',
    'What did the report say about the storm?',
    'How many papers does the town have?',
    'Who found the gull?',
    '여객선은 언제 결항했나요?',
    'Số liệu nào đúng?',
  ])('leaves %j as it is', (question) => {
    expect(readAskedFor(question).topic).toBe(question);
  });

  it.each([
    ['hi, can you tell me who the mayor is? thanks!', 'who the mayor is?'],
    ['does anyone know when the ferry sails', 'when the ferry sails'],
    ['lol did the mayor really sing', 'did the mayor really sing'],
    ['names of the ferries pls', 'names of the ferries'],
    ['Please tell me about the bridge', 'the bridge'],
  ])('leaves small talk out of the topic: %j', (question, topic) => {
    expect(readAskedFor(question).topic).toBe(topic);
    expect(readAskedFor(question).form).not.toBe('difference');
  });

  it.each(['why did Seo thank the town', 'who said thanks to the mayor', 'Who said thanks?'])(
    'keeps %j',
    (question) => {
      expect(readAskedFor(question).topic).toBe(question);
    },
  );

  it('keeps a question whole that is nothing but a remark', () => {
    const question = 'Do I keep reading different things?';
    expect(readAskedFor(question).topic).toBe(question);
    expect(readAskedFor('Reports differ').topic).toBe('Reports differ');
  });

  it.each([
    ['Apart from the ferry, the bridge and the mayor, which topics came up?', 'which topics came up?'],
    ['Which topics came up besides the ferry?', 'Which topics came up ?'],
    ['What else did they sign, other than the treaty?', 'What else did they sign, ?'],
  ])('looks for nothing that is excluded: %j', (question, topic) => {
    const asked = readAskedFor(question);
    expect(asked.topic.replace(/[\s,?]+/g, ' ').trim()).toBe(topic.replace(/[\s,?]+/g, ' ').trim());
    expect(asked.form).toBe('list');
  });
});
