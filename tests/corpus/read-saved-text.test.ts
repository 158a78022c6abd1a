import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSavedText } from '../../src/corpus/read-saved-text.js';

const page = (name: string) => readSavedText(readFileSync(`tests/fixtures/pages/${name}.txt`, 'utf8'));
const read = (...lines: string[]) => readSavedText(lines.join('\n'));
const title = 'Northport opens a bridge over the bay';
const first = 'The bridge over the bay was opened in Northport on Monday, the mayor said.';
const second = 'It is four kilometres long and took six years to build.';

describe('a page saved as text', () => {
  it('with a section label, a date and a caption printed twice gives its title, outlet, date and body', () => {
    const draft = page('harbour-forum');
    expect(draft).toMatchObject({
      title: 'Port cities look for common ground at harbour forum',
      publisher: 'Harbour Times',
      byline: undefined,
      published: 'Mar 03, 2025 09:12 PM',
    });
    expect(draft.paragraphs).toHaveLength(3);
    expect(draft.paragraphs.join(' ')).not.toMatch(/Photo|Delegates|SOURCE/);
  });

  it('with a name and a bar for a byline, the name again at the end, and related news gives the article alone', () => {
    const draft = page('nine-ferries');
    expect(draft).toMatchObject({
      title: 'Islands order nine electric ferries',
      publisher: undefined,
      byline: 'Minh Châu',
      published: undefined,
    });
    expect(draft.paragraphs).toEqual([
      'The island council signed contracts for nine electric ferries on 3 March.',
      'Two yards in the north will build them, and the first is due next spring.',
      'The council expects fares to stay the same, its chair said.',
    ]);
  });

  it('in Korean loses dateline, reporter, caption, copyright and lists', () => {
    expect(page('river-talks-ko')).toMatchObject({
      title: '두 도시, 강변 공원 공동 관리 합의…"첫 사례"',
      publisher: '연합뉴스',
      byline: '홍길동',
      published: '2025.03.03 16:35',
      paragraphs: [
        '두 도시의 시장은 3일 강변 공원을 함께 관리하기로 합의했다고 밝혔다.',
        '두 시장은 한 시간 동안 회의하고 문서 네 건에 서명했다.',
      ],
    });
  });

  it('in Chinese has source and author read from the line of the date', () => {
    expect(page('bridge-zh')).toMatchObject({
      title: '北港新桥三日通车',
      publisher: '北港日报',
      byline: '张三',
      published: '2025年03月03日 08:12',
      paragraphs: ['北港新桥3日上午正式通车，全长四公里。', '市长表示，大桥将把两岸车程缩短到十分钟。'],
    });
  });

  it('in Vietnamese has the signature below the text for its byline', () => {
    expect(page('ferry-vi')).toMatchObject({
      title: 'Đảo đặt đóng chín phà điện',
      byline: 'Huyền Lê',
      published: 'Thứ hai, 3/3/2025, 09:12 (GMT+7)',
      paragraphs: [
        'Hội đồng đảo ký hợp đồng đóng chín phà điện hôm 3/3.',
        'Chiếc đầu tiên sẽ chạy vào mùa xuân tới, theo chủ tịch hội đồng.',
      ],
    });
  });

  it('of a wire agency loses dateline, slideshow, newsletter, pointer, credits and the most read', () => {
    expect(page('wire-story')).toMatchObject({
      title: 'Northport and Eastwick agree on shared shore power',
      publisher: 'Reuters',
      byline: 'Jane Doe and John Roe',
      published: 'March 3, 2025 3:12 PM GMT+9',
      paragraphs: [
        'Northport and Eastwick agreed on Monday to share a shore-power grid, both mayors said.',
        'The grid is to serve forty berths by 2027.',
        '"It took a year of talks," one official said.',
      ],
    });
  });

  it.each([
    'ADVERTISEMENT',
    '09:10 — Was it the wind?',
    'Share',
    'Share this article',
    'Read more',
    'Link copied',
    'Photo: AFP',
    '[사진] 다리 위의 시민들',
    '(Yonhap)',
    'Copyright 2025 Harbour Times. All rights reserved.',
    'Sign up for our newsletter to get the best stories.',
    '责任编辑：王五',
    'Read more: Lighthouse gets new lamp',
    'The bridge seen from the north. (AP Photo/Jane Doe)',
    'FILE PHOTO: The old bridge in 2019.',
    'https://harbour.example/bridge',
    'jane@harbour.example',
    'Jane Doe',
    'Bridges',
    '3 min read',
    'The old bridge in Northport. Photo courtesy of Harbour Times',
  ])('never has the line "%s" in its body', (line) => {
    expect(
      read(
        title,
        '',
        first,
        '',
        line,
        '',
        second,
        '',
        second.replace('It', 'The bridge'),
        '',
        first.replace('Monday', '3 March'),
      ).paragraphs,
    ).toEqual([first, second, second.replace('It', 'The bridge'), first.replace('Monday', '3 March')]);
  });

  it.each([
    'RELATED NEWS',
    'Related articles',
    'Most read',
    'You may also like',
    '相关新闻',
    '관련기사',
    'Tin liên quan',
    'Lesen Sie auch',
    'Читайте также',
    '関連記事',
  ])('ends at "%s"', (heading) => {
    expect(
      read(title, first, second, heading, 'Lighthouse gets new lamp', 'The lighthouse has a new lamp, its keeper said.')
        .paragraphs,
    ).toEqual([first, second]);
  });

  it('goes on after a list of related articles in its midst', () => {
    const rest = ['one', 'two', 'three'].map(
      (n) => `Paragraph ${n} after the list goes on about the bridge, the bay and the people who built it.`,
    );
    expect(
      read(title, first, second, 'Related articles', 'Lighthouse gets new lamp', 'Ferries for sale', ...rest)
        .paragraphs,
    ).toEqual([first, second, ...rest]);
  });

  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['BY JANE DOE AND JOHN ROE', 'JANE DOE AND JOHN ROE'],
    ['By Jane Doe | Mar 3, 2025', 'Jane Doe'],
    ['Jane Doe, Staff Writer', 'Jane Doe'],
    ['Jane Doe jane@harbour.example', 'Jane Doe'],
    ['Von Max Mustermann', 'Max Mustermann'],
    ['作者：张三', '张三'],
    ['记者 张三', '张三'],
    ['홍길동 기자', '홍길동'],
  ])('has "%s" for a byline', (line, byline) => {
    expect(read(title, line, first, second)).toMatchObject({ byline, paragraphs: [first, second] });
  });

  it('counts a lone name beside the date as byline, a lone place not', () => {
    expect(read(title, 'Jane Doe', '2025-03-03', first, second).byline).toBe('Jane Doe');
    expect(read(title, 'South Korea', '2025-03-03', first, second).byline).toBeUndefined();
  });

  it('prefers the date of publication to that of a change', () => {
    expect(read(title, 'Updated: 2025-03-04 10:22', 'Published: 2025-03-03', first, second).published).toBe(
      '2025-03-03',
    );
    expect(read(title, 'Updated: 2025-03-04 10:22', first, second).published).toBe('2025-03-04 10:22');
  });

  it.each([
    ['Source: Harbour Times', 'Harbour Times'],
    ['来源：北港日报', '北港日报'],
    ['© 2025 Harbour Times Ltd. All rights reserved.', 'Harbour Times'],
    ['The Harbour Herald', 'The Harbour Herald'],
  ])('names its outlet by "%s"', (line, publisher) => {
    expect(read(line, title, first, second).publisher).toBe(publisher);
  });

  it.each([
    ['a name with its medium above the headline', ['Radio Lindholm', title, 'By Jane Doe'], 'Radio Lindholm'],
    ['a name with an article above the headline', ['The Kestrel', 'Business', title], 'The Kestrel'],
    ['any name above a section', ['Elbschau', 'Wirtschaft', title, 'Von Karl Meier'], 'Elbschau'],
    [
      'a name like a person above a section and an author',
      ['Corner Flag', 'FOOTBALL', title, 'By Jane Doe'],
      'Corner Flag',
    ],
    ['a name and a section on one line', ['The Kestrel - World news', title], 'The Kestrel'],
    ['any name that its address has too', ['Dawn Chorus', 'https://www.dawn-chorus.example/9', title], 'Dawn Chorus'],
    ['any name that its copyright has too', ['Kestrel', title, first, '© 2025 Kestrel'], 'Kestrel'],
    ['a name beside the author', [title, 'By Jane Doe, The Kestrel'], 'The Kestrel'],
    ['a name beside author and date', [title, 'Jane Doe | The Kestrel | March 4, 2025'], 'The Kestrel'],
    ['a name beside the date', ['Radio Lindholm, 4 March 2025', title], 'Radio Lindholm'],
    ['a name on a line above the date', [title, 'The Kestrel', '4 March 2025'], 'The Kestrel'],
    ['its reporters', [title, 'By Bay Courier staff and agencies'], 'Bay Courier'],
    ['where it appeared', [title, first, 'This article first appeared in The Kestrel on 4 March 2025.'], 'The Kestrel'],
  ])('names its outlet by %s', (_, head, publisher) => {
    expect(read(...head, first, second)).toMatchObject({ title, publisher, paragraphs: [first, second] });
  });

  it.each([
    ['a section', ['Sport', title, 'By Jane Doe']],
    ['a region above a section', ['Middle East', 'NEWS', title, 'By Jane Doe']],
    ['a column', ['The Long Read', title, 'By Jane Doe']],
    ['the place it tells of', ['Northport', 'NEWS', title, 'By Jane Doe']],
    ['what it tells of', ['The Bridge', title, 'By Jane Doe']],
    ['a matter with words of the article above a section', ['Bridges and Tunnels', 'NEWS', title, 'By Jane Doe']],
    ['a place with an article', ['The Hague', title, 'By Jane Doe']],
    ['an author above a section', ['Jane Doe', 'Opinion', title]],
    ['a word that nothing else tells of', ['Eastwick', title, 'By Jane Doe']],
    ['a city and a day', [title, 'EASTWICK, 4 March 2025']],
    ['the city an author writes from', [title, 'By Jane Doe, Eastwick, 4 March 2025']],
    ["the author's post", [title, 'By Jane Doe, Political Editor']],
    ['the label of a source', ['SOURCE / ECONOMY', title]],
    ['a headline of capitalised words', ['Mayor Opens Bridge', 'By Jane Doe']],
  ])('takes %s for no outlet', (_, head) => {
    expect(read(...head, first, second).publisher).toBeUndefined();
  });

  it.each(['La Liga', 'El Niño'])(
    'takes "%s" above a headline for no outlet where the article speaks of it',
    (label) => {
      expect(read(label, title, first, `Engineers had reckoned with ${label}.`).publisher).toBeUndefined();
    },
  );

  it('names an outlet that speaks of itself', () => {
    const itself = 'The mayor, whom the Harbour Guardian has seen at the works, said so.';
    expect(read('The Harbour Guardian', title, first, itself).publisher).toBe('The Harbour Guardian');
  });

  it('takes a short headline for the title below an outlet of more words', () => {
    expect(read('The Lindholm and District Advertiser', 'Bridge opens', 'By Jane Doe', first, second)).toMatchObject({
      title: 'Bridge opens',
      publisher: 'The Lindholm and District Advertiser',
    });
  });

  it('has author and date apart where a line names both and the outlet', () => {
    expect(read(title, 'By Jane Doe, The Kestrel, March 4, 2025', first, second)).toMatchObject({
      byline: 'Jane Doe',
      published: 'March 4, 2025',
    });
  });

  it.each(['News', '경제', '新闻'])('takes the section label "%s" for no outlet', (label) => {
    expect(read(label, title, first, second).publisher).toBeUndefined();
  });

  it('names no outlet that is only spoken of', () => {
    expect(read(title, first, 'The mayor told the Harbour Times that tolls would follow.').publisher).toBeUndefined();
  });

  it('parts the site from the headline', () => {
    expect(read(`${title} - Harbour Times`, first, second)).toMatchObject({ title, publisher: 'Harbour Times' });
    expect(read(`${title} | My Bay Site`, title, first, second)).toMatchObject({ title, publisher: 'My Bay Site' });
    expect(read('Lee - Xi talks end without a statement', first, second).title).toBe(
      'Lee - Xi talks end without a statement',
    );
  });

  it('takes a question for its headline', () => {
    expect(read('Will the ferries sail again this year?', first, second)).toMatchObject({
      title: 'Will the ferries sail again this year?',
      paragraphs: [first, second],
    });
  });

  it('joins lines wrapped at a fixed width', () => {
    const wrapped =
      'The bridge over the bay was opened in Northport on Monday, the mayor\nsaid, and the first cars crossed it in the morning while a band was\nplaying on the quay below.';
    expect(read(title, '', wrapped).paragraphs).toEqual([wrapped.replaceAll('\n', ' ')]);
  });

  it('reads a page that prints every paragraph twice', () => {
    const lines = Array.from({ length: 6 }, (_, n) => `Sentence number ${n} of the report about the new bridge.`);
    expect(read(title, ...lines.flatMap((line) => [line, line])).paragraphs).toEqual(lines);
  });

  it.each(['Photo: A/', 'A-A-A-', 'By A ', 'told the A B C ', '. ', '| a ', '- ', '1 ', 'BEIJING', '「'])(
    'reads half a megabyte of "%s" in a moment',
    (unit) => {
      const started = performance.now();
      readSavedText(`${title}\n${`${unit.repeat(Math.ceil(400 / unit.length))}\n`.repeat(1_200)}`);
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});
