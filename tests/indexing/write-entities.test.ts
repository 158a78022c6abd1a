import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../src/corpus/split-article.js';
import { decodeCatalogue } from '../../src/entities/catalogue-codec.js';
import { noPins } from '../../src/entities/resolve/pins.js';
import { writeEntities } from '../../src/indexing/write-entities.js';
import { noNameKnowledge } from '../../src/ports/name-knowledge.js';
import type { SnapshotDraft } from '../../src/ports/snapshot-store.js';
import { article } from '../fixtures/articles.js';

const syllables = ['ba', 'do', 'ki', 'lu', 'mer', 'nan', 'pol', 'rim', 'sta', 'vel'];
const nameOf = (number: number) => {
  const word = Array.from(String(10_000 + number), (digit) => syllables[Number(digit)]).join('');
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
};
// Some thousand people, each in one sentence with another: more than is written at once.
const articles = Array.from({ length: 60 }, (_, i) => {
  const lines = Array.from({ length: 50 }, (_, line) => {
    const number = 2 * (50 * i + line);
    return `The mayor met Mr Jonas ${nameOf(number)} and Mrs Ann ${nameOf(number + 1)} in the morning.`;
  });
  return article(`a${i}`, lines.join('\n'));
});
const material = { articles, passages: articles.flatMap((article) => splitArticle(article)), pins: noPins };

// Entities are written, never taken over.
const take: SnapshotDraft['take'] = () => Promise.reject(new Error('nothing to take'));

function memoryDraft() {
  const written: Uint8Array[] = [];
  const write: SnapshotDraft['write'] = async (_file, content) => {
    if (content instanceof Uint8Array) written.push(content);
    else for await (const chunk of content) written.push(chunk);
  };
  return { draft: { id: 'gen', folder: '', write, take }, written };
}

describe('writing the entities', () => {
  it('gives their number, and writes them all', async () => {
    const { draft, written } = memoryDraft();
    const count = await writeEntities(draft, material, noNameKnowledge, async () => {});
    expect(count).toBeGreaterThan(0);
    expect(decodeCatalogue(Buffer.concat(written)).entities).toHaveLength(count);
  });

  it('stops at once when it is told to while the lines are made', async () => {
    const { draft, written } = memoryDraft();
    let heard = 0;
    const stop = async () => {
      // Once for reading and once for deciding each article; what comes then is of the writing.
      heard += 1;
      if (heard > 2 * articles.length + 1) throw new Error('stopped');
    };
    await expect(writeEntities(draft, material, noNameKnowledge, stop)).rejects.toThrow('stopped');
    expect(written).toHaveLength(1);
  });
});
