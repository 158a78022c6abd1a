import { describe, expect, it } from 'vitest';
import { noPins } from '../../../src/entities/resolve/pins.js';
import { entitiesOf, groupsOf, type MarkedArticle, marked } from '../../support/named-articles.js';
import { seeded } from '../../support/random.js';

const groups = (...articles: MarkedArticle[]) => groupsOf(entitiesOf(articles));
const day = (published: string) => ({ published });

describe('names of one spelling', () => {
  it('joins what differs in case, accents, hyphens and blanks', () => {
    const found = groups(
      marked('a', '[p:Park So-yun] came. [p:Park So Yun] went.'),
      marked('b', '[p:Park Soyun] sang, [l:Málaga] and [l:Malaga] heard it.'),
    );
    expect(found).toEqual(['person: Park So Yun | Park So-yun | Park Soyun', 'place: Malaga | Málaga']);
  });

  it('joins names in another order', () => {
    expect(groups(marked('a', '[p:Soyun Park] met them.'), marked('b', '[p:Park So-yun] met them.'))).toHaveLength(1);
  });

  it('joins a company with its legal form and its group', () => {
    const found = groups(marked('a', '[o:Lark Motor Co., Ltd.] and [o:Lark Motor] of the [o:Lark Motor Group].'));
    expect(found).toEqual(['organisation: Lark Motor | Lark Motor Co., Ltd. | Lark Motor Group']);
  });

  it('keeps a bank and its international daughter apart', () => {
    const found = groups(marked('a', '[o:Harbour Merchants Bank] owns [o:Harbour Merchants Bank International].'));
    expect(found).toHaveLength(2);
  });

  it('joins the names of a country in several languages', () => {
    const found = groups(
      marked('a', '[l:South Korea], [l:Hàn Quốc] and the [l:Republic of Korea].'),
      marked('b', '[l:南韓] [l:North Korea]'),
    );
    expect(found).toEqual(['place: Hàn Quốc | Republic of Korea | South Korea | 南韓', 'place: North Korea']);
  });

  it('joins a place with its exact transcription, unless two places are written so', () => {
    expect(groups(marked('a', '[l:Suzhou] is [l:苏州].'))).toEqual(['place: Suzhou | 苏州']);
    expect(groups(marked('a', '[l:Suzhou], [l:苏州], [l:宿州].'))).toHaveLength(3);
  });

  it('joins a large city with its names in other scripts', () => {
    expect(groups(marked('a', '[l:Osaka]'), marked('b', '[l:大阪] [l:오사카] [l:Kyoto]'))).toEqual([
      'place: Kyoto',
      'place: Osaka | 大阪 | 오사카',
    ]);
  });

  it('takes no short form of another language for a country', () => {
    expect(groups(marked('a', '[l:United States], [l:EU], [l:Colombia] and [l:Columbia].'))).toHaveLength(4);
  });

  it('joins organisations of one sound in two scripts, unless a third sounds so', () => {
    expect(groups(marked('a', '[o:Dongbang Maeil] and [o:동방매일].'))).toEqual([
      'organisation: Dongbang Maeil | 동방매일',
    ]);
    expect(groups(marked('a', '[o:Dongbang Maeil], [o:Dongbong Maeil] and [o:동방매일].'))).toHaveLength(3);
  });

  it('joins a place with the longer name that the text describes it by', () => {
    const found = groups(
      marked('a', 'They met at [l:Larkfield], the state guesthouse of the country.'),
      marked('b', 'They left [l:Larkfield State Guesthouse] for [l:Larkfield Hill].'),
    );
    expect(found).toEqual(['place: Larkfield Hill', 'place: Larkfield | Larkfield State Guesthouse']);
  });

  it('joins a news agency with its bare name', () => {
    expect(groups(marked('a', '[o:Larknews], [o:Lark News Agency], [o:Lark].'))).toEqual([
      'organisation: Lark | Lark News Agency',
      'organisation: Larknews',
    ]);
  });

  it('keeps a father and a son of one name apart', () => {
    expect(groups(marked('a', '[p:Jonas Berg] and [p:Jonas Berg Jr.]'))).toHaveLength(2);
  });

  it('joins a group with its name in East Asian script', () => {
    expect(groups(marked('a', '[o:LM Group] and [o:LM集團].'))).toEqual(['organisation: LM Group | LM集團']);
  });

  it('keeps two given names of one surname apart', () => {
    const found = groups(marked('a', '[p:Park So-yun] and [p:Park So-min], [p:Anna Holm] and [p:Anne Holm].'));
    expect(found).toHaveLength(4);
  });

  it('joins a middle name only where no other one is known', () => {
    expect(groups(marked('a', '[p:Ann Holm] is [p:Ann B. Holm].'))).toHaveLength(1);
    expect(groups(marked('a', '[p:Ann Holm], [p:Ann B. Holm], [p:Ann C. Holm].'))).toHaveLength(3);
  });

  it('never joins a person with an organisation', () => {
    const found = groups(marked('a', '{also-called:[p:Jonas Berg], also known as [o:Berg Shipping]}'));
    expect(found).toEqual(['organisation: Berg Shipping', 'person: Jonas Berg']);
  });
});

describe('what the texts say', () => {
  it('joins two scripts side by side, over articles', () => {
    const found = groups(
      marked('a', '{script:[p:Park So-yun] ([p:박소윤])} came.'),
      marked('b', '{script:[p:Soyun Park] ([p:朴昭允])} came.'),
      marked('c', '[p:朴昭允]'),
    );
    expect(found).toEqual(['person: Park So-yun | Soyun Park | 朴昭允 | 박소윤']);
  });

  it('does not join two people through a third name of another script', () => {
    const found = groups(
      marked('a', '{script:[p:Park So-yun] ([p:박소윤])}'),
      marked('b', '{script:[p:Kim Min-ho] ([p:박소윤])}'),
    );
    expect(found).toHaveLength(2);
  });

  it('reads an acronym as each article explains it', () => {
    const found = entitiesOf([
      marked('a', '{acronym:[o:Bay News Agency] ([o:BNA])} wrote. [o:BNA] wrote again.'),
      marked('b', '{acronym:[o:Bridge Nurses Association] ([o:BNA])} struck.'),
    ]);
    expect(groupsOf(found)).toEqual([
      'organisation: BNA | Bay News Agency',
      'organisation: BNA | Bridge Nurses Association',
    ]);
    expect(found.map(({ articles }) => articles)).toEqual([['a'], ['b']]);
  });

  it('joins an unexplained acronym that fits one name of its article', () => {
    const article = marked('a', 'The [o:Council for the Promotion of Larks] met. [o:CPL] and [o:XYZ] voted.');
    expect(groups(article)).toEqual(['organisation: CPL | Council for the Promotion of Larks', 'organisation: XYZ']);
  });

  it('joins a shortened name that the article introduces, and not a better known one to its part', () => {
    const introduced = groups(marked('a', '[o:Lark International] sold. [o:Lark] bought.'));
    expect(introduced).toEqual(['organisation: Lark | Lark International']);
    const known = groups(
      marked('a', '[o:Lark Cloud] sold. [o:Lark] bought.'),
      marked('b', '[o:Lark] bought.'),
      marked('c', '[o:Lark] bought.'),
    );
    expect(known).toHaveLength(2);
  });

  it('keeps a town and a hall in it apart', () => {
    expect(groups(marked('a', 'In [l:Larkton Convention Centre]. In [l:Larkton].'))).toHaveLength(2);
  });
});

describe('names joined by an office', () => {
  const initial = marked('a', '[p:Lark Motor Chairman:Jo Y. Park] came.', day('2026-01-05'));
  const full = '[p:Chairman of Lark Motor:Park Jo-yun] went.';

  it('joins initials and a full name in the same office in the same days', () => {
    expect(groups(initial, marked('b', full, day('2026-01-07')))).toHaveLength(1);
  });

  it('only hints where the office is another, or years lie between', () => {
    const elsewhere = marked('b', '[p:Chairman of Gull Steel:Park Jo-yun] went.', day('2026-01-07'));
    expect(groups(initial, elsewhere)).toHaveLength(2);
    const later = entitiesOf([initial, marked('b', full, day('2029-01-07'))]);
    expect(later.map(({ possiblySame }) => possiblySame.map(({ id }) => id))).toEqual([['park-jo-yun'], ['jo-y-park']]);
  });

  it('joins two romanisations in one office', () => {
    const one = marked('a', '[p:SK Larks chairman:Choe Tae-won] came.');
    const other = marked('b', '[p:chairman of SK Larks:Choi Tae-won] went.');
    expect(groups(one, other)).toHaveLength(1);
  });

  it.each([
    ['Marko Joldanov', 'Marko Dzholdanov'],
    ['Marko Joldanov', 'Marko Dscholdanow'],
    ['Zhanna Quillova', 'Zhanna Quillowa'],
    ['Vadim Assanov', 'Wadim Asanow'],
    ['Jonas Shultz', 'Jonas Schultz'],
    ['Ham Dae-lac', 'Ham Dae-lak'],
    ['Erik Holm', 'Eric Holm'],
  ])('joins %s and %s in one office, and hints elsewhere', (one, other) => {
    const first = marked('a', `[p:Lark Harbour director:${one}] came.`, day('2026-01-05'));
    const inOffice = marked('b', `[p:director of Lark Harbour:${other}] went.`, day('2026-01-07'));
    expect(groups(first, inOffice)).toHaveLength(1);
    const elsewhere = entitiesOf([first, marked('b', `[p:${other}] went.`, day('2026-01-07'))]);
    expect(elsewhere.map(({ possiblySame }) => possiblySame.length)).toEqual([1, 1]);
  });

  it.each([
    ['Wang Zhihua', 'Wang Jihua'],
    ['Li Caiming', 'Li Kaiming'],
    ['Marko Joldanov', 'Milan Dzholdanov'],
    ['Carla Holm', 'Karlo Holm'],
  ])('does not take %s and %s for one by their letters', (one, other) => {
    const found = entitiesOf([
      marked('a', `[p:Lark Harbour director:${one}] came.`, day('2026-01-05')),
      marked('b', `[p:director of Lark Harbour:${other}] went.`, day('2026-01-07')),
    ]);
    expect(found).toHaveLength(2);
    expect(found.flatMap(({ possiblySame }) => possiblySame)).toEqual([]);
  });

  it('keeps two spokespeople of one ministry apart', () => {
    const article = marked('a', '[p:Foreign Ministry spokesperson:Mo Lan], [p:Foreign Ministry spokesperson:Mo Jian].');
    expect(groups(article)).toHaveLength(2);
  });
});

describe('short forms', () => {
  const mentionsOf = (text: string, ...more: MarkedArticle[]) => {
    const article = marked('a', text);
    const found = entitiesOf([article, ...more]);
    const body = article.article.body;
    return new Map(
      found.map(({ name, mentions }) => [
        name,
        mentions.filter((one) => one.article === 'a').map(({ start, end }) => body.slice(start, end)),
      ]),
    );
  };

  it('names the one named last before', () => {
    const found = mentionsOf('[p:Park So-yun] spoke. [ps:Park] left. [p:Park Min-ho] came. [ps:Park] sang.');
    expect(found.get('Park So-yun')).toEqual(['Park So-yun', 'Park']);
    expect(found.get('Park Min-ho')).toEqual(['Park Min-ho', 'Park']);
  });

  it.each([
    ['is one of the guests', 'Guests were [p:Ann Holm] and [p:Park Min-ho]. [ps:Park] spoke.'],
    ['leads another paragraph', '[p:Park Min-ho] came.\n\n[ps:Park] spoke.'],
  ])('goes on naming whom the article called so where another of the surname %s', (_case, rest) => {
    const found = mentionsOf(`[p:Park So-yun] came. [ps:Park] sat down. ${rest}`);
    expect(found.get('Park So-yun')).toEqual(['Park So-yun', 'Park', 'Park']);
    expect(found.get('Park Min-ho')).toEqual(['Park Min-ho']);
  });

  it('follows the role beside it', () => {
    const found = mentionsOf(
      '[p:mayor:Park So-yun] met [p:captain:Park Min-ho]. Then [ps:mayor:Park] left, said [ps:captain:Park].',
    );
    expect(found.get('Park So-yun')).toEqual(['Park So-yun', 'Park']);
    expect(found.get('Park Min-ho')).toEqual(['Park Min-ho', 'Park']);
  });

  it('finds whom the coverage calls so where the article names another of the surname', () => {
    const others = ['b', 'c', 'd'].map((id) => marked(id, '[p:Mayor:Park So-yun] spoke.'));
    const found = mentionsOf('[ps:Mayor:Park] met [p:captain:Park Min-ho].', ...others);
    expect(found.get('Park So-yun')).toEqual(['Park']);
  });

  it.each([
    ['Sir [p:Jonas Berg] came.', 'Lord [ps:Lord:Berg] left.', []],
    ['Mr. [p:Jonas Berg] came.', 'Mrs. [ps:Berg] left.', []],
    ['Dr [p:Jonas Berg] came.', 'Sir [ps:Berg] left.', ['Berg']],
    ['Ms [p:Jonas Berg] came.', 'Dr [ps:Berg] left.', ['Berg']],
    ['Sir [p:Jonas Berg] came. Lord [p:Jonas Berg] stayed.', 'Mr [ps:Berg] left.', ['Berg']],
    ['[p:Jonas Berg] came.', 'Lady [ps:Berg] left.', ['Berg']],
  ])('of %j and %j is whom one may address so', (full, short, expected) => {
    const named = mentionsOf(`${full} ${short}`).get('Jonas Berg');
    expect(named?.filter((text) => text === 'Berg')).toEqual(expected);
    const elsewhere = mentionsOf(short, marked('b', full)).get('Jonas Berg');
    expect(elsewhere).toEqual(expected);
  });

  it('names the lord of the surname where the article names a commoner of it', () => {
    const found = mentionsOf('Sir [p:Jonas Berg] met Lord [p:Ivo Berg]. Sir [ps:Berg] sat. Lord [ps:Berg] left.');
    expect(found.get('Ivo Berg')).toEqual(['Ivo Berg', 'Berg']);
    expect(found.get('Jonas Berg')).toEqual(['Jonas Berg', 'Berg']);
  });

  it('leaves open what fits several or nobody', () => {
    const found = mentionsOf(
      '[ps:Park] left and [ps:Quill] sang.',
      marked('b', '[p:Park So-yun] spoke.'),
      marked('c', '[p:Park Min-ho] spoke.'),
    );
    expect([...found.values()].flat()).toEqual([]);
    expect(found.size).toBe(2);
  });
});

describe('an entity', () => {
  const [captain, ferry] = entitiesOf([
    marked('a', '[p:Captain:Jonas Berg] steers the [o:Lark Ferry]. [ps:Berg] waved.', day('2026-01-05')),
    marked('b', '[p:ferry captain:Jonas Berg] retired. [p:Ann Holm] follows.', day('2026-01-06')),
    marked('c', 'The [o:Lark Ferry] sailed.'),
  ]).filter(({ name }) => name !== 'Ann Holm');

  it('has its roles word for word, its mentions and articles', () => {
    expect(captain?.roles.map(({ text, articles }) => [text, articles])).toEqual([
      ['ferry captain', ['b']],
      ['Captain', ['a']],
    ]);
    expect(captain?.mentions).toHaveLength(3);
    expect(captain?.articles).toEqual(['a', 'b']);
  });

  it('has no role that is a name, its own or of another, nor one it had once', () => {
    const [berg] = entitiesOf([
      marked('a', '[p:Ann Holm:Jonas Berg] sings. [p:Ann Holm] hears it.'),
      marked(
        'b',
        'once a [p:sailor:Jonas Berg] sings. [p:Jonas Berg:Jonas Berg] sings. former [p:captain:Jonas Berg].',
      ),
    ]);
    expect(berg?.roles.map(({ text }) => text)).toEqual(['former captain']);
  });

  it('has as companions those of its sentences, the strongest first', () => {
    expect(captain?.companions).toEqual([{ id: 'lark-ferry', articles: ['a'], sentences: 1 }]);
    expect(ferry?.companions.map(({ id }) => id)).toEqual(['jonas-berg']);
  });

  it('keeps why its names were joined', () => {
    const [joined] = entitiesOf([marked('a', '{script:[p:Park So-yun] ([p:박소윤])}')]);
    expect(joined?.merges).toEqual([
      { alias: '박소윤', other: 'Park So-yun', reason: 'written side by side in two scripts', articles: ['a'] },
    ]);
  });

  it('has an id of its own where two share a name', () => {
    const found = entitiesOf([marked('a', '[p:Lark Berg] and the town [l:Lark Berg].')]);
    expect(found.map(({ id }) => id).sort()).toEqual(['lark-berg', 'lark-berg-place']);
  });

  it('carries what was said by whoever the mention names', () => {
    const article = marked('a', '[p:Jonas Berg] came. "No," [ps:Berg] said.');
    const sentence = { start: 17, end: 30 };
    const said = [{ mention: 1, sentence, verb: 'said', form: 'direct', speaker: undefined } as const];
    const [berg] = entitiesOf([{ ...article, said }]);
    expect(berg?.said).toEqual([
      { sentence: { article: 'a', ...sentence }, verb: 'said', form: 'direct', speaker: undefined },
    ]);
  });
});

describe('pins', () => {
  const articles = [marked('a', '[p:Park So-yun] or [p:Soyun Park] and [p:Ann Holm], [p:Mrs Larkin]. [o:Tuesday]')];

  it('hold apart, join, name and leave out', () => {
    const pins = {
      ...noPins,
      different: [['Park So-yun', 'Soyun Park']],
      same: [['Ann Holm', 'Mrs Larkin']],
      not: ['Tuesday'],
      names: new Map([['Mrs Larkin', 'Ann Larkin']]),
    };
    const found = entitiesOf(articles, { pins });
    expect(groupsOf(found)).toEqual(['person: Ann Holm | Mrs Larkin', 'person: Park So-yun', 'person: Soyun Park']);
    expect(found.find(({ aliases }) => aliases.length === 2)?.name).toBe('Ann Larkin');
  });

  it('say what a name names', () => {
    const pins = { ...noPins, kinds: new Map([['Ann Holm', 'place' as const]]) };
    expect(entitiesOf(articles, { pins }).find(({ name }) => name === 'Ann Holm')?.kind).toBe('place');
  });
});

describe('any corpus', () => {
  const given = ['So-yun', 'Soyun', 'Min-ho', 'Minho', 'S. Y.', 'Ann', 'Anna', 'Ann B.'];
  const surnames = ['Park', 'Pak', 'Holm', 'Berg'];
  const bodies = (seed: number) => {
    const random = seeded(seed);
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
    const name = () => {
      const [one, other] = [pick(given), pick(surnames)];
      const role = random() < 0.5 ? 'Lark Motor chairman:' : '';
      return `[p:${role}${random() < 0.5 ? `${one} ${other}` : `${other} ${one}`}]`;
    };
    return Array.from({ length: 12 }, (_, i) =>
      marked(`n${i}`, `${name()} met ${name()}. {script:${name()} ([p:박${i % 3}소])}`),
    );
  };

  it.each([1, 2, 3, 4, 5])('gives the same groups in every order of the articles (seed %i)', (seed) => {
    const articles = bodies(seed);
    const random = seeded(seed + 100);
    const shuffled = [...articles].sort(() => random() - 0.5);
    expect(groupsOf(entitiesOf(shuffled))).toEqual(groupsOf(entitiesOf(articles)));
  });

  it.each([1, 2, 3, 4, 5])('never joins what is pinned apart (seed %i)', (seed) => {
    const pins = {
      ...noPins,
      different: [
        ['Park So-yun', 'Soyun Park'],
        ['Ann Holm', 'Ann B. Holm', 'Holm Ann'],
      ],
    };
    for (const { aliases } of entitiesOf(bodies(seed), { pins })) {
      const names = new Set(aliases.map(({ text }) => text));
      for (const group of pins.different) expect(group.filter((name) => names.has(name)).length).toBeLessThan(2);
    }
  });

  it('reads an article of thousands of names of one surname, all bare at last', () => {
    const names = Array.from({ length: 3_000 }, (_, i) => `[p:Park Ja${i.toString(36)}x]`).join(', ');
    const found = entitiesOf([marked('a', `${names}, ${'[ps:Park] '.repeat(3_000)}`)]);
    expect(found).toHaveLength(3_000);
    expect(found.every(({ mentions }) => mentions.length === 1)).toBe(true);
  });
});
