import { describe, expect, it } from 'vitest';
import { attributeSpeech } from '../../../src/entities/speech/attribute-speech.js';
import { hear, markNames, readable } from '../../support/heard-speech.js';

const names = {
  person: ['Ana Petrova', 'Petrova', 'Tomas Lind', 'Lind', 'Vera Okoye', 'Okoye'],
  organisation: ['Norvik Shipping', 'Harbour Times', 'Ministry of Fisheries', 'Eastport Council'],
  place: ['Norvik', 'Eastport'],
};

/** Who speaks in each speech act of a text. */
function speakers(text: string): (string | undefined)[] {
  return hear(text, names).map(({ speaker }) => speaker);
}

describe('speech attribution', () => {
  it.each([
    ['Ana Petrova said the quay would close in May.', 'said'],
    ['The quay would close in May, Ana Petrova said.', 'said'],
    ['The quay would close in May, said Ana Petrova, harbour master of Eastport.', 'said'],
    ['The quay will close in May, according to Ana Petrova.', 'according to'],
    ['According to Ana Petrova, the quay will close in May.', 'according to'],
    ['Ana Petrova told reporters that the quay would close.', 'told'],
    ['Ana Petrova, chair of Norvik Shipping, said the quay would close.', 'said'],
    ['Ana Petrova, who met Tomas Lind in Norvik, said the quay would close.', 'said'],
    ['Ana Petrova called the closed quay very important.', 'called'],
    ['Ana Petrova called for a new quay in the north.', 'called'],
    ['Without a quay, Ana Petrova added, no ship comes.', 'added'],
    ['Ana Petrova urged the council to keep the quay.', 'urged'],
    ['The council must keep the quay, Norvik Shipping chair Ana Petrova warned on Monday.', 'warned'],
    ['Ana Petrova pointed out that the quay is old.', 'pointed'],
    ['On Monday, Ana Petrova announced a new quay.', 'announced'],
    ['Ana Petrova has repeatedly denied the reports.', 'denied'],
    ['Ana Petrova (Eastport) said the quay would close.', 'said'],
    ['Ana Petrova KC said the quay would close.', 'said'],
    ['Ana Petrova OBE (Eastport) said the quay would close.', 'said'],
    ['The master of the harbour, Ana Petrova, said the quay would close.', undefined],
    ["The port's director, Ana Petrova, said the quay would close.", 'said'],
    ['The director of the port, Dr. Ana Petrova, said that the quay would close.', 'said'],
    ['“The quay will close,” the director, Dr Ana Petrova (Eastport), told the council.', 'told'],
    ["The quay is too old, in Ana Petrova's view.", 'view'],
    ['The quay, as Ana Petrova put it, is too old.', 'put'],
    ['Ana Petrova left the hall at once, saying the quay would close.', 'saying'],
    ['The quay would close, said harbour museum curator Ana Petrova.', 'said'],
    ['The quay would close, said 84-year-old Ana Petrova.', 'said'],
    ['Veteran harbour engineer Ana Petrova said the quay would close.', 'said'],
    ['Ana Petrova of Norvik Shipping said the quay would close.', 'said'],
  ])('finds the speaker of "%s"', (text, verb) => {
    const found = hear(text, names);
    expect(found.map(({ speaker }) => speaker)).toEqual(verb === undefined ? [] : ['Ana Petrova']);
    expect(found[0]?.verb).toBe(verb);
  });

  it('hears whoever is called by a role that only the name itself knows', () => {
    const article = readable('It is calm, the harbour master, Ana Petrova, said.');
    const { mentions, ...rest } = markNames(article.body, names);
    const called = mentions.map((mention) => ({ ...mention, role: { start: 16, end: 30 } }));
    expect(article.body.slice(16, 30)).toBe('harbour master');
    expect(attributeSpeech(article, { ...rest, mentions: called })).toHaveLength(1);
    expect(attributeSpeech(article, { ...rest, mentions })).toHaveLength(0);
  });

  it('says where the speaker stands, and gives the whole sentence', () => {
    expect(hear('It rained. Few came, Ana Petrova said on Monday.', names)).toEqual([
      {
        speaker: 'Ana Petrova',
        cue: 'Ana Petrova',
        verb: 'said',
        form: 'reported',
        sentence: 'Few came, Ana Petrova said on Monday.',
      },
    ]);
  });

  it.each([
    ['Ana Petrova told Tomas Lind that the quay would close.', ['Ana Petrova']],
    ['Tomas Lind was told by Ana Petrova that the quay would close.', ['Ana Petrova']],
    ['Tomas Lind was told that the quay would close.', []],
    ['Tomas Lind heard from Ana Petrova that the quay would close.', []],
    ['Asked by Tomas Lind about the quay, Ana Petrova said it would close.', ['Ana Petrova']],
    ['Ana Petrova was quoted by Harbour Times as saying the quay would close.', ['Ana Petrova']],
    ['Harbour Times quoted Ana Petrova as saying the quay would close.', ['Ana Petrova']],
    ['Harbour Times quotes both from Norvik Shipping.', []],
  ])('tells the speaker from the listener and the source in "%s"', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each([
    'A spokesman for Norvik Shipping said the quay would close.',
    "Norvik Shipping's lawyers said the quay would close.",
    'Officials in Eastport said the quay would close.',
    'Ana Petrova and Tomas Lind said the quay would close.',
    'The captains of North and Norvik said the quay would close.',
    'The quay is old, according to official Norvik figures.',
    'Ana Petrova did not say when the quay would close.',
    'Ana Petrova would not say when the quay would close.',
    'Ana Petrova declined to say when the quay would close.',
    'It is open whether Ana Petrova said the quay would close.',
    'The plan that Ana Petrova described is old.',
    'Ana Petrova added two ships to the fleet.',
    'Ana Petrova posted a picture that shows the quay.',
    'Ana Petrova called the police at noon.',
    'Ana Petrova called the harbour office on Monday.',
    'Governor Ana Petrova wants to spend a million on the quay.',
    'Norvik Shipping asked 1,200 adults about the quay.',
    'Ana Petrova was called a friend of the port.',
  ])('gives nothing where nobody named is said to speak: "%s"', (text) => {
    expect(speakers(text)).toEqual([]);
  });

  it('takes an organisation or a place for a speaker too', () => {
    expect(speakers('Norvik Shipping said it would close the quay. Norvik denied the report.')).toEqual([
      'Norvik Shipping',
      'Norvik',
    ]);
  });

  it('gives the enclosing speaker, not the one who is spoken of', () => {
    expect(speakers('Tomas Lind told the crew that the quay was safe, Ana Petrova said.')).toEqual(['Ana Petrova']);
    expect(speakers('Ana Petrova said Tomas Lind told the crew that the quay was safe.')).toEqual(['Ana Petrova']);
    expect(speakers('Some captains said Tomas Lind told the crew that the quay was safe.')).toEqual([]);
  });

  it('gives both speakers of two clauses side by side', () => {
    const text = 'Ana Petrova said the quay was safe, while Tomas Lind warned that it was not.';
    expect(speakers(text)).toEqual(['Ana Petrova', 'Tomas Lind']);
  });

  it('takes views for speech only of people who speak or are introduced', () => {
    expect(speakers('Ana Petrova wants a dog.')).toEqual([]);
    expect(speakers('The quay is old, said Ana Petrova. Petrova wants a new one.')).toEqual(['Ana Petrova', 'Petrova']);
    expect(speakers('Ana Petrova, a historian of Eastport, sees the port in decline.')).toEqual(['Ana Petrova']);
    expect(speakers('Norvik Shipping, a company of Eastport, wants a new quay.')).toEqual([]);
  });

  it('is not hurt by a text without an end or by thousands of quotation marks', () => {
    const endless = 'Ana Petrova and the sea and '.repeat(7_000);
    expect(speakers(endless)).toEqual([]);
    expect(speakers(`${'"'.repeat(10_000)} Ana Petrova said`).length).toBeLessThan(2);
    expect(speakers(`${'“a '.repeat(10_000)} Ana Petrova said`).length).toBeLessThan(2);
    expect(speakers('Petrova, a, '.repeat(5_000)).length).toBe(0);
  });

  it('gives an empty text nothing', () => {
    expect(attributeSpeech(readable(''), markNames('', {}))).toEqual([]);
  });
});
