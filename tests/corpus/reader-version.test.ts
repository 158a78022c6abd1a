import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readArticle } from '../../src/corpus/read-article.js';
import { readerVersion } from '../../src/corpus/reader-version.js';

const pages = path.join('tests', 'fixtures', 'pages');
// What files differ in: endings, front matter, marks, line ends, characters to be cleaned, encodings.
const written: [string, string | Uint8Array][] = [
  [
    'a.md',
    '---\ntitle: "Quay: *opened*"\npublisher: Harbour Post\npublished: 5 January 2026\nlanguage: en-GB\n---\n\n# Other\n\nThe **quay** was [opened](https://news.example/a) on Monday.\n\n- One\n- Two said _so_.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  ],
  [
    'b.txt',
    'Harbour Post\r\nFerry cancelled in storm\r\nBy Mara Quill\r\nJan 5, 2026\r\n\r\nThe ferry was cancelled on Monday\u00a0\u2014 because of a storm.\r\nIslanders waited.\r\n\r\nRead more: The bridge\r\n',
  ],
  [
    'c.html',
    '<html lang="ko"><head><title>여객선 | 항구일보</title><meta property="article:published_time" content="2026-01-05T09:00:00+09:00"></head><body><nav>차례</nav><article><h1>여객선이 결항했다</h1><p>폭풍으로 여객선이 월요일에 결항했다. 주민들은 부두에서 기다렸다.</p></article></body></html>',
  ],
  [
    'd.txt',
    Buffer.from('Caf\xe9 on the quay opens\n\nThe caf\xe9 on the quay opened on Monday, its owner said.\n', 'latin1'),
  ],
  ['g.md', '# Ferry back\n\nLARKTON, March 3 (HNA) — The ferry sails again, its owner said.\n'],
  [
    'e.txt',
    'Elbwarte\nWirtschaft\nFähre eingestellt\nVon Mara Quill\n5. Januar 2026\n\nDie Fähre fährt nicht mehr, teilte die Reederei mit.\n',
  ],
  [
    'f.txt',
    'Ferry cancelled for good\nBy Mara Quill, The Kestrel, 5 January 2026\n\nThe ferry was cancelled for good, its owner said.\n',
  ],
];

it('is counted up with what reading makes of files', () => {
  const files: [string, Uint8Array][] = [
    ...written.map(([name, text]): [string, Uint8Array] => [name, Buffer.from(text)]),
    ...readdirSync(pages)
      .sort()
      .map((name): [string, Uint8Array] => [name, readFileSync(path.join(pages, name))]),
  ];
  const read = files.map(([name, bytes]) => [
    createHash('sha256').update(bytes).digest('hex'),
    readArticle({ name, bytes }),
  ]);
  const digest = createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 16);
  // Where this fails after a change of reading: count `readerVersion` up. After a change of the files alone: the digest only.
  expect([readerVersion, digest]).toEqual([2, 'fb0dacabe1998407']);
});
