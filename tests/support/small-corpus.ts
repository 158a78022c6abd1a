import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from './program.js';
import { temporaryFolder } from './temporary-folder.js';

interface SmallArticle {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly text: string;
}

/** Four invented articles about one town, by name of file. */
export const smallCorpus: Readonly<Record<string, SmallArticle>> = {
  'lighthouse.md': {
    title: 'Old lighthouse of Norrvik to shine again',
    publisher: 'Norrvik Courier',
    published: '2025-03-02',
    text: 'The lighthouse of Norrvik will be lit again in May. Engineer Ada Lindqvist repaired the lamp. The repair cost 42,000 crowns. Ships had done without the light for eleven years.',
  },
  'ferry.md': {
    title: 'Ferry line to Norrvik gets a second ship',
    publisher: 'Harbour Gazette',
    published: '2025-03-04',
    text: 'A second ferry will sail between Norrvik and the mainland. Captain Jonas Berg takes command of the ferry. The ship carries 180 passengers and 30 cars.',
  },
  'bakery.md': {
    title: 'Bakery on the quay wins a prize',
    publisher: 'Norrvik Courier',
    published: '2025-03-05',
    text: 'The bakery on the quay has won the prize for the best rye bread. Baker Mira Holm learned her trade from her grandmother. The bakery opens at six in the morning.',
  },
  'school.md': {
    title: 'School of Norrvik plants an orchard',
    publisher: 'Harbour Gazette',
    published: '2025-03-07',
    text: 'Pupils of the school planted sixty apple trees. Teacher Olaf Strand had the idea of the orchard. The first apples are expected in three years.',
  },
};

/** A folder with a corpus of its own and the settings that lead a program to it. */
export interface SmallPlace {
  readonly cwd: string;
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly settings: Settings;
}

/** Writes the small corpus into a new folder that is removed after the test. */
export function smallPlace(): SmallPlace {
  const cwd = temporaryFolder();
  const [corpusDir, dataDir] = [path.join(cwd, 'articles'), path.join(cwd, 'data')];
  mkdirSync(corpusDir);
  for (const [file, article] of Object.entries(smallCorpus)) writeArticle(corpusDir, file, article);
  const settings = { CORPUS_DIR: corpusDir, DATA_DIR: dataDir };
  return { cwd, corpusDir, indexDir: path.join(dataDir, 'index'), settings };
}

/** Puts an article into a corpus folder. */
export function writeArticle(folder: string, file: string, { title, publisher, published, text }: SmallArticle): void {
  const head = `---\ntitle: "${title}"\npublisher: "${publisher}"\npublished: ${published}\nlanguage: en\n---\n\n`;
  writeFileSync(path.join(folder, file), `${head}${text}\n`);
}
