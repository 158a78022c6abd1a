import { describe, expect, it } from 'vitest';
import { noPins, parseEntityPins } from '../../../src/entities/resolve/pins.js';
import { hostileTexts } from '../../support/hostile-pins.js';

const example = `same:
  - [Ann Holm, A. B. Holm]
different:
  - [Ann Holm, Anna Holm]
not: [Tuesday, 2026]
name:
  A. B. Holm: Ann Holm
kind:
  Lark Berg: place
`;

describe('parseEntityPins', () => {
  it('reads all five sections', () => {
    const { pins, bad } = parseEntityPins(example);
    expect(bad).toEqual([]);
    expect(pins).toEqual({
      same: [['Ann Holm', 'A. B. Holm']],
      different: [['Ann Holm', 'Anna Holm']],
      not: ['Tuesday', '2026'],
      names: new Map([['A. B. Holm', 'Ann Holm']]),
      kinds: new Map([['Lark Berg', 'place']]),
    });
  });

  it('has nothing to say of an empty file or empty sections', () => {
    expect(parseEntityPins('')).toEqual({ pins: noPins, bad: [] });
    expect(parseEntityPins('# nothing yet\nsame:\nkind:\n')).toEqual({ pins: noPins, bad: [] });
  });

  it('names what it cannot read by line, and uses the rest', () => {
    const { pins, bad } = parseEntityPins(
      'same:\n  - [Ann Holm]\n  - [Jo Berg, Berg Jo]\nkind:\n  Lark: river\n  Gull: place\nmaybe: [x]\nnot: Tuesday\n',
    );
    expect(pins.same).toEqual([['Jo Berg', 'Berg Jo']]);
    expect([...pins.kinds]).toEqual([['Gull', 'place']]);
    expect(bad.map(({ line }) => line)).toEqual([2, 5, 7, 8]);
    expect(bad.map(({ reason }) => reason).join('\n')).toMatch(
      /at least two names[\s\S]*one of person[\s\S]*"maybe" is none[\s\S]*"not" must hold a list/,
    );
  });

  it('names names given as the same and as different', () => {
    const { bad } = parseEntityPins('same:\n  - [Ann Holm, Anna Holm]\ndifferent:\n  - [Anna Holm, ann holm]\n');
    expect(bad).toEqual([{ line: 2, reason: expect.stringContaining('as the same and as different') }]);
  });

  it.each(hostileTexts)('takes any text: %j', (text) => {
    expect(() => parseEntityPins(text)).not.toThrow();
  });

  it('reports a file that is no map', () => {
    expect(parseEntityPins('- a\n- b\n').bad).toHaveLength(1);
  });
});
