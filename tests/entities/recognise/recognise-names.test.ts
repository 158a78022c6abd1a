import { describe, expect, it } from 'vitest';
import { articleId } from '../../../src/domain/article.js';
import type { ArticleNames, ReadableArticle } from '../../../src/entities/article-names.js';
import { recogniseNames } from '../../../src/entities/recognise/recognise-names.js';
import { createNameKnowledge } from '../../../src/name-knowledge.js';
import { noNameKnowledge } from '../../../src/ports/name-knowledge.js';

const knows = createNameKnowledge();

/** One sentence a line, as the splitter would give them. */
function article(id: string, body: string, publisher?: string): ReadableArticle {
  const sentences = [...body.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
  return { id: articleId(id), title: 'A title', publisher, published: undefined, language: undefined, body, sentences };
}

function namesIn(...lines: string[]): ArticleNames {
  const [names] = recogniseNames([article('a', lines.join('\n'))], knows);
  if (names === undefined) throw new Error('no reading');
  return names;
}

const spelt = ({ mentions }: ArticleNames) => mentions.map(({ kind, text }) => `${kind}: ${text}`);

describe('recogniseNames', () => {
  it.each([
    ['Zhongli Yira (中環公司) signed.', 'organisation: Zhongli Yira'],
    ['They describe Zhongli Yira as a logistics company.', 'organisation: Zhongli Yira'],
    ['The partner firm is called Zhongli Yira.', 'organisation: Zhongli Yira'],
    ['He toured the Zhongli Yira plant.', 'organisation: Zhongli Yira'],
    ['They invited Brandt Motors, Zhongli and the retailer Fjord Foods.', 'organisation: Zhongli'],
    ['They spoke with Secretary of State Anna Keller.', 'person: Anna Keller'],
    ['The Boston Hawks won.', 'organisation: Boston Hawks'],
  ])('tells the kind in %j', (line, wanted) => {
    expect(spelt(namesIn(line))).toContain(wanted);
  });

  it.each([
    'MUST WATCH',
    'A relic of the Qing dynasty came home.',
    'The Brexit vote came.',
    'It brings in the Lark Ban.',
  ])('finds no name in %j', (line) => {
    expect(spelt(namesIn(line))).toEqual([]);
  });

  it('finds people, organisations and places at their exact place', () => {
    const body = 'Maria Keller, chairwoman of Brandt Chemicals Group, flew from Hamburg to Norway.';
    const [names] = recogniseNames([article('a', body)], knows);
    expect(names && spelt(names)).toEqual([
      'person: Maria Keller',
      'organisation: Brandt Chemicals Group',
      'place: Hamburg',
      'place: Norway',
    ]);
    for (const { start, end, text } of names?.mentions ?? []) expect(body.slice(start, end)).toBe(text);
  });

  it.each([
    ['the title stands before it', 'Norwegian President Tomas Lunde landed.', 'Norwegian President'],
    [
      'an organisation and a title stand before it',
      'Then Lundberg Motors Chairman Tomas Lunde landed.',
      'Lundberg Motors Chairman',
    ],
    ['an apposition follows', 'Tomas Lunde, the chairman of Lundberg Motors, landed.', 'chairman of Lundberg Motors'],
    ['its organisation stands in brackets', 'Among them was Tomas Lunde (Lundberg Motors).', 'Lundberg Motors'],
  ])('gives the role apart from the name where %s', (_, body, role) => {
    const person = namesIn(body).mentions.find(({ kind }) => kind === 'person');
    expect(person?.text).toBe('Tomas Lunde');
    expect(person?.role && body.slice(person.role.start, person.role.end)).toBe(role);
  });

  it.each([
    ['a singular noun of persons ends it', 'Tomas Lunde, a harbour pilot, landed.', 'harbour pilot'],
    ['a preposition goes on', 'Tomas Lunde, a pilot at the port, landed.', 'pilot at the port'],
    ['a participle goes on', 'Tomas Lunde, a pilot based in Oslo, landed.', 'pilot based in Oslo'],
    ['another follows', 'Tomas Lunde, co-founder and pilot of Lundberg, landed.', 'co-founder and pilot of Lundberg'],
    [
      'it is long',
      'Tomas Lunde, a Lark County Harbour Development Authority pilot, landed.',
      'Lark County Harbour Development Authority pilot',
    ],
  ])('takes an apposition for a role where %s', (_, body, role) => {
    const person = namesIn(body).mentions.find(({ kind }) => kind === 'person');
    expect(person?.role && body.slice(person.role.start, person.role.end)).toBe(role);
  });

  it.each([
    ['has an article', 'It was calm, the harbour pilot, Tomas Lunde, said.', 'harbour pilot'],
    ['goes on with another article', 'The leader of the council, Tomas Lunde, said no.', 'leader of the council'],
    ['is of a place', 'The mayor of Larkton, Tomas Lunde, landed.', 'mayor of Larkton'],
    ['stands before a title', 'The head teacher, Dr Tomas Lunde, landed.', 'head teacher'],
    ['is of an institution', "The bank's finance director, Tomas Lunde, landed.", "bank's finance director"],
    ['ends the sentence', 'They met the captain, Tomas Lunde.', 'captain'],
    ['is of somebody with a title', "President Quill's adviser, Tomas Lunde, landed.", 'adviser'],
  ])('takes the phrase before a comma ahead of the name for a role where it %s', (_, body, role) => {
    const person = namesIn(body).mentions.find(({ text }) => text === 'Tomas Lunde');
    expect(person?.role && body.slice(person.role.start, person.role.end)).toBe(role);
  });

  it.each([
    ['is one of a list', 'They met the captain, Tomas Lunde, Maria Keller and others.'],
    ['says whose relative somebody is', "The captain's son, Tomas Lunde, landed."],
    ['is of somebody unsaid', 'She held the portrait of a captain with her son, Tomas Lunde, that day.'],
    ['has a verb', 'The captain was ill, Tomas Lunde, a fisherman, said.', 'fisherman'],
    ['is of later', 'The next captain, Tomas Lunde, landed.'],
    ['is no person', 'The harbour, Tomas Lunde, said, is closed.'],
  ])('takes no phrase ahead of the name for a role that %s', (_, body, role?: string) => {
    const person = namesIn(body).mentions.find(({ text }) => text === 'Tomas Lunde');
    expect(person).toBeDefined();
    expect(person?.role && body.slice(person.role.start, person.role.end)).toBe(role);
  });

  it.each([
    ['The party, Zilgora, won.', 'organisation: Zilgora'],
    ['The dam operator, Zil-Gora, closed.', 'organisation: Zil-Gora'],
    ['The seat of the port, Zilgora, was flooded; the town, Mirvosh, was not.', 'place: Mirvosh'],
    ['The ambassador, Zilgora, was heard.', 'person: Zilgora'],
  ])('tells by the noun before the comma what is named in %j', (line, wanted) => {
    expect(spelt(namesIn(line))).toContain(wanted);
  });

  it('does not take a state for a person from there', () => {
    const names = namesIn('They asked a captain from Larkmouth, Ohio, about it.');
    expect(spelt(names)).toContain('place: Ohio');
  });

  it.each([
    ['begins with a plural', 'Tomas Lunde, pilots set the course for the harbour, landed.'],
    ['is of several', 'Among them were Tomas Lunde, pilots of the port, and others.'],
    ['is a clause', 'As told by Tomas Lunde, visitor spending in the port fell, then rose.'],
    ['has its verb behind the noun', 'Beside Tomas Lunde, the president attended a parade in Oslo, smiling.'],
    ['names another', 'There were Tomas Lunde, drummer Jonas Berg, and others.'],
    ['tells whose report it is', "Tomas Lunde, by the president's account, landed."],
    ['is a relative of somebody unsaid', 'Tomas Lunde, her father, landed.'],
    ['is of no person', 'Tomas Lunde, zombies or pirate costumes, landed.'],
  ])('takes no apposition for a role that %s', (_, body) => {
    const person = namesIn(body).mentions.find(({ text }) => text === 'Tomas Lunde');
    expect(person).toBeDefined();
    expect(person?.role).toBeUndefined();
  });

  it('reads Korean and Chinese names in Latin letters, even where a surname is a word', () => {
    expect(spelt(namesIn('Then Ham Dae-shik met He Yanlin and An Bo-reum.', 'He said little.'))).toEqual([
      'person: Ham Dae-shik',
      'person: He Yanlin',
      'person: An Bo-reum',
    ]);
  });

  it.each([
    ['as nothing else', 'Coach Dean Zilgor left.', ['person: Dean Zilgor']],
    ['behind another title', 'Rep. Dean Zilgor left.', ['person: Dean Zilgor']],
    ['small too', 'Then Dean Zilgor left. The dean was ill.', ['person: Zilgor']],
    ['before full names', 'Then Dean Zilgor met Dean Maria Keller.', ['person: Zilgor', 'person: Maria Keller']],
    ['before another surname', 'Then Dean Zilgor met Dean Mirvosh.', ['person: Zilgor', 'person: Mirvosh']],
    ['before a given name', 'Then Prince Jonas left.', ['person: Jonas']],
  ])('tells a given name from the title it also is, in an article that writes it %s', (_, body, expected) => {
    expect(spelt(namesIn(body))).toEqual(expected);
  });

  it.each([
    ['Cllr Maria Zilgor spoke.', 'Maria Zilgor', 'Cllr'],
    ['The ward leader, Cllr Maria Zilgor, spoke.', 'Maria Zilgor', 'ward leader'],
    ['The ward leader, Cllr Maria Zilgor (Labour), spoke.', 'Maria Zilgor', 'ward leader'],
    ['Alderwoman Maria Zilgor spoke.', 'Maria Zilgor', 'Alderwoman'],
    ['Then Harbour Party MP Maria Zilgor spoke.', 'Maria Zilgor', 'Harbour Party MP'],
    ['Maria Zilgor KC spoke.', 'Maria Zilgor', undefined],
    ['Then Maria Zilgor CBE KC spoke.', 'Maria Zilgor', undefined],
    ['Maria Zilgor MP spoke.', 'Maria Zilgor', undefined],
  ])('leaves titles and orders out of the name in %j', (body, name, role) => {
    const [person] = namesIn(body).mentions.filter(({ kind }) => kind === 'person');
    expect(person?.text).toBe(name);
    expect(person?.role && body.slice(person.role.start, person.role.end)).toBe(role);
  });

  it('leaves the letters of a company in its name', () => {
    expect(spelt(namesIn('They met Lundberg Trading Company KC.'))).toEqual([
      'organisation: Lundberg Trading Company KC',
    ]);
  });

  it.each([
    ['Tomas Lunde, a 49-year-old harbour pilot, landed.'],
    ['The 49-year-old harbour pilot, Tomas Lunde, landed.'],
  ])('leaves the age out of the role in %j', (body) => {
    const [person] = namesIn(body).mentions;
    expect(person?.role && body.slice(person.role.start, person.role.end)).toBe('harbour pilot');
  });

  it.each([
    'The FC Zil-Gora Mirvosh won.',
    'The match was a draw: three goals, two points. FC Mirvosh beat Zilgora Traktor 2-1 on Sunday.',
  ])('takes a club for an organisation in %j', (body) => {
    expect(spelt(namesIn(body)).filter((name) => !name.startsWith('organisation'))).toEqual([]);
  });

  it('keeps a place of its own from a person called by the same word in another article', () => {
    const [, , second] = recogniseNames(
      [
        article('a', 'Then Oletha Mirvosh spoke.'),
        article('b', 'They slept in Mirvosh.'),
        article('c', 'They met near Mirvosh. There was no road to Mirvosh.'),
      ],
      knows,
    );
    expect(second && spelt(second)).toEqual(['place: Mirvosh', 'place: Mirvosh']);
  });

  it.each([
    ['The Zil-Gora region voted.', 'place: Zil-Gora'],
    ['They crossed the Zil-Gora river.', 'place: Zil-Gora'],
    ['People left Zil-Gora village.', 'place: Zil-Gora'],
    ['The Zil-Gora is a river.', 'place: Zil-Gora'],
    ['They slept in Mirvosh, where relatives waited.', 'place: Mirvosh'],
  ])('tells a place by the noun beside it in %j', (body, expected) => {
    expect(spelt(namesIn(body))).toContain(expected);
  });

  it.each(["They left Anna Keller's village.", 'They left the Anna Keller village hall.'])(
    'does not take the owner of a place for one in %j',
    (body) => {
      expect(spelt(namesIn(body))).toEqual(['person: Anna Keller']);
    },
  );

  it('calls a surname short and of the kind of the full name, even where it is a town', () => {
    const names = namesIn('Tomas Houston spoke in Oslo.', 'Later Houston left.');
    expect(names.mentions.map(({ text, kind, form }) => [text, kind, form])).toEqual([
      ['Tomas Houston', 'person', 'full'],
      ['Oslo', 'place', 'full'],
      ['Houston', 'person', 'short'],
    ]);
  });

  it('keeps offices with "of", "for" and "and" in one piece', () => {
    expect(
      spelt(
        namesIn(
          'It asked the Ministry of Fisheries, Harbours and Coasts and the Council for the Promotion of Deep Mining.',
        ),
      ),
    ).toEqual([
      'organisation: Ministry of Fisheries, Harbours and Coasts',
      'organisation: Council for the Promotion of Deep Mining',
    ]);
  });

  it.each([
    ['words that begin a sentence', 'Profits rose.\nAnalysts were glad.\nHowever, costs rose too.'],
    ['days in the plural', 'The bakery closes on Fridays and Saturdays; Sundays are quiet.'],
    ['days, months and peoples', 'On Monday the Chinese and Korean teams met; the next game is in September.'],
    ['events and laws', 'They spoke at the Winter Textile Summit about the Clean Rivers Act.'],
    ['titles without a bearer', 'The President and the Prime Minister left.'],
    ['abbreviations of things', 'The CEO spoke about AI, GDP and two MOUs.'],
    ['words made from names', 'An Ohio-based firm left.'],
  ])('takes %s for no names', (_, body) => {
    expect(namesIn(...body.split('\n')).mentions).toEqual([]);
  });

  it('finds the names of the article in a line of capitals, and places everyone knows', () => {
    const names = namesIn('LUNDE MEETS KELLER IN NORWAY', 'Tomas Lunde met Maria Keller.');
    expect(spelt(names).slice(0, 3)).toEqual(['person: LUNDE', 'person: KELLER', 'place: NORWAY']);
  });

  it('takes a town for its team in a report of a game only', () => {
    const game = namesIn(
      'Football league results, matches of the season:',
      'Bergen 3 Oslo 1',
      'The match was scored by the coach.',
    );
    expect(spelt(game)).toEqual(['organisation: Bergen', 'organisation: Oslo']);
    expect(spelt(namesIn('He flew from Bergen to Oslo.'))).toEqual(['place: Bergen', 'place: Oslo']);
  });

  it('knows an outlet by the metadata, whatever its spelling', () => {
    const [names] = recogniseNames(
      [article('a', 'The reporter of neue Stimme asked twice.', 'neue Stimme (web edition)')],
      knows,
    );
    expect(names && spelt(names)).toEqual(['organisation: neue Stimme']);
  });
});

describe('an article whose language writes every noun with a capital', () => {
  const german = (...lines: string[]) => {
    const [names] = recogniseNames([{ ...article('de', lines.join('\n')), language: 'de' }], knows);
    return names && spelt(names);
  };

  it.each([
    'Sechs Tage nach dem Einsturz des Krans ist das Ufer gesperrt.',
    'Unter den Verletzten ist die Leiterin des Hafens.',
    'Die Anlage zur Reinigung von Abwasser ist wieder in Betrieb.',
    'Nach seinen Worten trägt das Land die Kosten.',
  ])('has no names in %j', (line) => {
    expect(german(line)).toEqual([]);
  });

  it('has its names without the nouns before them', () => {
    const lines = [
      'Am Montag kam Einsatzleiterin Anna Keller nach Hamburg.',
      'Das ist eine Vertraute der Ministerin Oletha Mirvosch.',
      'Am Ufer stand Ursula von der Aue. Keller lobte die Nordische Bank und die SPD.',
    ];
    expect(german(...lines)).toEqual([
      'person: Anna Keller',
      'place: Hamburg',
      'person: Oletha Mirvosch',
      'person: Ursula von der Aue',
      'person: Keller',
      'organisation: Nordische Bank',
      'organisation: SPD',
    ]);
  });

  it('is known by its words where nothing says so', () => {
    const text = 'Sechs Tage danach ist der Kran noch nicht da, und das Ufer wird für den Bau auf der Insel gesperrt.';
    expect(spelt(namesIn(text, 'Das ist auch nach dem Bau nicht sicher und wird noch geprüft.'))).toEqual([]);
    expect(spelt(namesIn('The opera “Sechs Tage und das Ufer” was sung by Anna Keller.'))).toContain(
      'person: Anna Keller',
    );
  });
});

describe('names the text calls one', () => {
  const joined = (names: ArticleNames) =>
    names.asOne.map(({ mentions: [left, right], how }) => [
      names.mentions[left]?.text,
      names.mentions[right]?.text,
      how,
    ]);

  it('pairs a name and its original script, of one kind', () => {
    const names = namesIn('President Ham Dae-shik (함대식) spoke, as did Brandt Foods (브란트식품, 布蘭特食品).');
    expect(joined(names)).toEqual([
      ['Ham Dae-shik', '함대식', 'script'],
      ['Brandt Foods', '브란트식품', 'script'],
      ['Brandt Foods', '布蘭特食品', 'script'],
    ]);
    expect(names.mentions.find(({ text }) => text === '함대식')?.kind).toBe('person');
  });

  it('pairs a name and its Vietnamese form', () => {
    expect(joined(namesIn('President Ham Dae-shik (Hàm Đại Thức) spoke.'))).toEqual([
      ['Ham Dae-shik', 'Hàm Đại Thức', 'script'],
    ]);
  });

  it('pairs a name with its Korean transcription anywhere in the article, without the particle', () => {
    expect(
      joined(namesIn('브란트의 발언이 나왔다.', 'Chancellor Ulf Brandt spoke.', 'Later Brandt left.')),
    ).toContainEqual(['Brandt', '브란트', 'script']);
  });

  it('takes the whole name in a bracket, and no office for one', () => {
    expect(joined(namesIn('Brandt Foods Group (하늘그룹 바다) met Ham Dae-shik (하늘그룹 회장).'))).toEqual([
      ['Brandt Foods Group', '하늘그룹 바다', 'script'],
    ]);
  });

  it('pairs a name and its acronym in either order', () => {
    const lines = ['The Fjord Chamber of Commerce (FCC) met.', 'Then NMO (Nordic Mining Organisation) met.'];
    expect(joined(namesIn(...lines))).toEqual([
      ['Fjord Chamber of Commerce', 'FCC', 'acronym'],
      ['NMO', 'Nordic Mining Organisation', 'acronym'],
    ]);
  });

  it('pairs what is also known as something else', () => {
    expect(joined(namesIn('Lundberg Motors Corp, formerly known as Bergen Steel Corp, closed.'))).toEqual([
      ['Lundberg Motors Corp', 'Bergen Steel Corp', 'also-called'],
    ]);
  });
});

describe('bodies in other scripts', () => {
  it('finds in one article what a bracket explains in another', () => {
    const articles = [
      article('en', 'President Ham Dae-shik (함대식, 咸大植) left for Ulleung Harbor (울릉항구).'),
      article('ko', '함대식은 울릉항구에서 말했다. 함대식품은 다른 회사다.'),
      article('zh', '昨天咸大植抵達。'),
    ];
    const [, korean, chinese] = recogniseNames(articles, knows);
    expect(korean && spelt(korean)).toEqual(['person: 함대식', 'place: 울릉항구']);
    expect(chinese && spelt(chinese)).toEqual(['person: 咸大植']);
  });

  it.each([
    ['Korean', '함대식 대통령은 노르웨이를 떠났다.', ['person: 함대식', 'place: 노르웨이']],
    ['Chinese', '總統金大植，訪問挪威。', ['person: 金大植', 'place: 挪威']],
    ['Japanese', '金大植大統領はノルウェーを訪れた。', ['person: 金大植', 'place: ノルウェー']],
    ['Vietnamese', 'Ông Nguyễn Văn Lâm đến Na Uy.', ['person: Nguyễn Văn Lâm', 'place: Na Uy']],
  ])('knows offices and countries in %s', (_, body, expected) => {
    expect(spelt(namesIn(body))).toEqual(expected);
  });

  it('calls a single surname before an office short', () => {
    const { mentions } = namesIn('이 대통령은 말했다.');
    expect(mentions.map(({ text, form }) => [text, form])).toEqual([['이', 'short']]);
  });
});

describe('hostile bodies', () => {
  const size = 200_000;
  it.each([
    ['capitals', 'A'.repeat(size)],
    ['capitalised words', 'Ab '.repeat(size / 3)],
    ['open brackets', 'Ab ('.repeat(size / 4)],
    ['brackets alone', '('.repeat(size)],
    ['blanks', ' '.repeat(size)],
    ['hyphens', 'A-'.repeat(size / 2)],
    ['initials', 'A.'.repeat(size / 2)],
    ['commas and capitals', 'Ministry of A, '.repeat(size / 15)],
    ['Korean surnames', '김 '.repeat(size / 2)],
    ['Chinese surnames', '李'.repeat(size)],
  ])('are read to their end: %s', (_, body) => {
    const [names] = recogniseNames([article('a', body)], knows);
    for (const { start, end, text } of names?.mentions ?? []) expect(body.slice(start, end)).toBe(text);
  });

  it('gives ordered mentions that do not overlap, without any knowledge too', () => {
    const body = 'President Ham Dae-shik (함대식) of The Fjord Group (FG) met “The Fjord Group” in Oslo, Norway.';
    for (const knowledge of [knows, noNameKnowledge]) {
      const [names] = recogniseNames([article('a', body)], knowledge);
      const ends = names?.mentions.map(({ start, end }) => [start, end]) ?? [];
      expect(ends.length).toBeGreaterThan(0);
      ends.reduce((before, [start = 0, end = 0]) => {
        expect(start).toBeGreaterThanOrEqual(before);
        return end;
      }, 0);
    }
  });

  it('says the same at every reading', () => {
    const body = 'Maria Keller met Tomas Lunde (Lundberg Motors) in Oslo.';
    expect(namesIn(body)).toEqual(namesIn(body));
  });
});
