import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/entities/speech/quotations.js';
import { hear } from '../../support/heard-speech.js';

const names = { person: ['Ana Petrova', 'Tomas Lind'] };

describe('quotations', () => {
  it.each([
    ['He said "all is well" then.', '"all is well"'],
    ['He said “all is well” then.', '“all is well”'],
    ['He said «all is well» then.', '«all is well»'],
    ['他说「一切都好」。', '「一切都好」'],
    ['彼は『大丈夫だ』と言った。', '『大丈夫だ』'],
    ['He said ‘the crew’s all well’ then.', '‘the crew’s all well’'],
    ['Er sagte „alles gut“ dazu.', '„alles gut“'],
  ])('are found in "%s"', (text, quoted) => {
    expect(findQuotations(text).map(({ start, end }) => text.slice(start, end))).toEqual([quoted]);
  });

  it('end with their line when nothing closes them', () => {
    const text = 'He said “all is well.\nThe rest is told by others.';
    expect(findQuotations(text)).toEqual([{ start: 8, end: 21, speech: 0, closed: false }]);
  });

  it('are one speech where a paragraph opens what the last left open', () => {
    const found = findQuotations('He said: “All is well.\n“And stays so.” She said: “No.”');
    expect(found.map(({ speech }) => speech)).toEqual([0, 0, 2]);
  });
});

describe('direct speech', () => {
  it('is told from reported speech by three words in quotation marks', () => {
    expect(hear('"We have waited long enough," Ana Petrova said.', names)[0]?.form).toBe('direct');
    expect(hear('Ana Petrova said the quay was a “disgrace”.', names)[0]?.form).toBe('reported');
  });

  it('has no speaker among the verbs and names inside of it', () => {
    expect(hear('"Tomas Lind said no to us," Ana Petrova told the crew.', names).map(({ speaker }) => speaker)).toEqual(
      ['Ana Petrova'],
    );
  });

  it('goes on over the sentences of one quotation, before and after the speaker', () => {
    const heard = hear('“The quay is old. It will fall,” Ana Petrova said. “We need a new one. Soon enough.”', names);
    expect(heard.map(({ speaker, cue, sentence }) => [speaker, cue, sentence])).toEqual([
      ['Ana Petrova', undefined, '“The quay is old.'],
      ['Ana Petrova', 'Ana Petrova', 'It will fall,” Ana Petrova said.'],
      ['Ana Petrova', undefined, '“We need a new one.'],
      ['Ana Petrova', undefined, 'Soon enough.”'],
    ]);
  });

  it('goes on into the next paragraph only where the quotation was left open', () => {
    const open = 'Ana Petrova said: “The quay is so old.\n“It will fall.”';
    expect(hear(open, names).map(({ speaker }) => speaker)).toEqual(['Ana Petrova', 'Ana Petrova']);
    const closed = 'Ana Petrova said: “The quay is so old.”\n“It will fall.”';
    expect(hear(closed, names).map(({ speaker }) => speaker)).toEqual(['Ana Petrova']);
  });

  it('has no speaker where none is named', () => {
    expect(hear('Ana Petrova walked on. “The quay is so old.”', names)).toEqual([]);
  });
});
