import { describe, expect, it } from 'vitest';
import { alignedTable, shareText } from '../../src/evaluation/aligned-table.js';

describe('a table', () => {
  it('has its labels flush left and its cells flush right below their names', () => {
    const rows = [
      ['direct', '9', '1.000'],
      ['likely', '112', '0.714'],
    ] as const;
    expect(alignedTable({ title: 'confidence', columns: ['said', 'share'], rows })).toBe(
      ['confidence  said  share', 'direct         9  1.000', 'likely       112  0.714'].join('\n'),
    );
  });

  it('writes a share with three decimals, and none of nothing', () => {
    expect([shareText(2, 3), shareText(0, 0)]).toEqual(['0.667', '-']);
  });
});
