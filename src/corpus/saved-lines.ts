import { endsSentence } from './line-shape.js';

// E-mails and old archives wrap at 60 to 100 columns; a block counts as wrapped when its lines are nearly as long as its longest.
const widestWrap = 100;
const narrowestWrap = 45;
const evenness = 0.7;

/**
 * The lines of a saved page that hold anything, in order, with white space made single. Lines wrapped at a fixed width are
 * joined into the paragraph they came from.
 */
export function savedLines(text: string): string[] {
  const joined: string[] = [];
  let block: string[] = [];
  for (const raw of [...text.split('\n'), '']) {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line !== '') block.push(line);
    else {
      joined.push(...(isWrapped(block) ? [block.join(' ')] : block));
      block = [];
    }
  }
  return joined;
}

function isWrapped(block: readonly string[]): boolean {
  if (block.length < 3) return false;
  const full = block.slice(0, -1);
  const widest = Math.max(...full.map((line) => line.length));
  if (widest > widestWrap || widest < narrowestWrap) return false;
  const even = full.filter((line) => line.length >= widest * evenness).length;
  const broken = full.filter((line) => !endsSentence(line)).length;
  return even === full.length && broken * 2 > full.length;
}
