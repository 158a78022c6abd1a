import { describe, expect, it } from 'vitest';
import { fitsRole } from '../../../src/entities/speech/fits-role.js';
import { hear } from '../../support/heard-speech.js';

const names = {
  person: ['Ana Petrova', 'Petrova', 'Tomas Lind', 'Lind', 'Vera Okoye', 'Okoye'],
  organisation: ['Norvik Shipping', 'Ministry of Fisheries', 'Ministry of Trade', 'Harbour Times'],
  place: ['Eastport'],
};

function lastSpeaker(text: string): string | undefined {
  const heard = hear(text, names);
  const last = text.slice(text.lastIndexOf('. ') + 2);
  return heard.find(({ sentence }) => last.startsWith(sentence))?.speaker;
}

describe('a pronoun', () => {
  it('stands for the last speaker, whoever else was named', () => {
    expect(lastSpeaker('Ana Petrova told Tomas Lind to wait. The quay was closed, she said.')).toBe('Ana Petrova');
  });

  it('stands for the only person of the sentence before', () => {
    expect(lastSpeaker('Ana Petrova came to Eastport. The quay was closed, she said.')).toBe('Ana Petrova');
  });

  it('stands for nobody where two were named and neither spoke', () => {
    expect(lastSpeaker('In Eastport Ana Petrova met Tomas Lind. The quay was closed, she said.')).toBeUndefined();
  });

  it('stands for nobody behind a speaker without a name', () => {
    expect(
      lastSpeaker('Ana Petrova came. A captain said the sea was rough. The quay was closed, he said.'),
    ).toBeUndefined();
  });

  it('does not stand for somebody of the other sex', () => {
    const text = 'Ana Petrova said her ship was lost. Petrova came with her crew. The quay was closed, he said.';
    expect(lastSpeaker(text)).toBeUndefined();
  });

  it('does not stand for somebody named again in what is said', () => {
    expect(lastSpeaker('Ana Petrova came to Eastport. Petrova knew the quay, she said.')).toBeUndefined();
  });

  it('stands for nobody of before where its own sentence begins with somebody of whom more is said', () => {
    const text =
      'Tomas Lind came. Vera Okoye, who follows shipping, took the other view: the quay would sink, she argued.';
    expect(lastSpeaker(text)).not.toBe('Tomas Lind');
    const petrova =
      'Ana Petrova said no. Vera Okoye, who follows shipping, disagreed: the quay would sink, she argued.';
    expect(lastSpeaker(petrova)).not.toBe('Ana Petrova');
  });

  it('is where the speaker stands, and the mention is the one before', () => {
    const text = 'Ana Petrova came. Petrova sat down. The quay was closed, she said.';
    expect(hear(text, names).at(-1)).toMatchObject({ cue: 'she', speaker: 'Petrova' });
  });

  it('"it" stands for the organisation that spoke', () => {
    expect(lastSpeaker('Norvik Shipping denied the report. It said the quay was safe.')).toBe('Norvik Shipping');
  });
});

describe('a role', () => {
  it('stands for the one person who bears it', () => {
    const text = 'Governor Ana Petrova met vice governor Tomas Lind. The quay was closed, the governor said.';
    expect(lastSpeaker(text)).toBe('Ana Petrova');
    expect(lastSpeaker(text.replace('the governor', 'the vice governor'))).toBe('Tomas Lind');
  });

  it('is read from what stands behind the name too', () => {
    expect(lastSpeaker('Ana Petrova, mayor of Norvik, came. The quay was closed, the mayor said.')).toBe('Ana Petrova');
  });

  it('stands for the one person the sentence before is about, whose calling is not told', () => {
    expect(lastSpeaker('Ana Petrova scored twice. It was luck, the striker said.')).toBe('Ana Petrova');
    expect(lastSpeaker('Ana Petrova scored twice. It was luck, the Eastport striker said.')).toBe('Ana Petrova');
  });

  it.each([
    ['another calling is told', 'Ana Petrova, mayor of Norvik, left. It was luck, the striker said.'],
    ['two are named', 'Ana Petrova passed to Tomas Lind. It was luck, the striker said.'],
    [
      'the sentence is about somebody else',
      'All the crowd of the harbour had sung for Ana Petrova. It was luck, the striker said.',
    ],
    ['the office has one holder', 'Ana Petrova came to the hall. It was luck, the governor said.'],
    ['it is an office of later', 'Ana Petrova came to the hall. It was luck, the future champion said.'],
    ['a paragraph lies between', 'Ana Petrova scored twice.\n\nIt rained. It was luck, the striker said.'],
  ])('stands for nobody where %s', (_, text) => {
    expect(lastSpeaker(text)).toBeUndefined();
  });

  it('of two bearers is the one who spoke last', () => {
    const text =
      'Governor Ana Petrova met Governor Tomas Lind. The sea was rough, Lind said. The quay was closed, the governor said.';
    expect(lastSpeaker(text)).toBe('Lind');
  });

  it('of two bearers is nobody where none spoke', () => {
    expect(
      lastSpeaker('Governor Ana Petrova met Governor Tomas Lind. The quay was closed, the governor said.'),
    ).toBeUndefined();
  });

  it('stands for nobody behind a speaker who has the role and no name', () => {
    const text =
      'Spokeswoman Ana Petrova came. A spokeswoman for the port said no. The quay was closed, the spokeswoman said.';
    expect(lastSpeaker(text)).toBeUndefined();
  });

  it('of an organisation is the one that bears the noun in its name', () => {
    expect(lastSpeaker('The Ministry of Fisheries met. The quay was closed, the ministry said.')).toBe(
      'Ministry of Fisheries',
    );
    const two = 'The Ministry of Fisheries met the Ministry of Trade. The quay was closed, the ministry said.';
    expect(lastSpeaker(two)).toBeUndefined();
  });

  it('"the company" is the one that spoke, but "the newspaper" is not', () => {
    const text = 'Norvik Shipping denied the report. The quay was closed, the company said.';
    expect(lastSpeaker(text)).toBe('Norvik Shipping');
    expect(lastSpeaker(text.replace('the company', 'the newspaper'))).toBeUndefined();
  });

  it.each([
    ['vice president', 'president', false],
    ['president', 'vice president', false],
    ['former president', 'president', false],
    ['southland president', 'southland president', true],
    ['southland president', 'leader', true],
    ['southland president', 'northland president', false],
    ['chairman of the port', 'chairperson', true],
  ])('of the title "%s" may be called "%s": %s', (title, phrase, fits) => {
    expect(fitsRole(title.split(' '), phrase.split(' '))).toBe(fits);
  });
});
