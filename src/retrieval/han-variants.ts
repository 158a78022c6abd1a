import { Converter } from 'opencc-js/t2cn';

// The unified ideographs, without the rare extensions: whoever types those means just them.
const FIRST = 0x4e00;
const LAST = 0x9fff;
let simplifiedOf: Map<string, string> | undefined;

/** The simplified form of a traditional Chinese character (`國` → `国`), any other character itself. */
export function simplified(character: string): string {
  simplifiedOf ??= readTable();
  return simplifiedOf.get(character) ?? character;
}

/** OpenCC's table for single characters; some 20 ms, once. */
function readTable(): Map<string, string> {
  const convert = Converter({ from: 't', to: 'cn' });
  const table = new Map<string, string>();
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    const converted = convert(character);
    if (converted !== character && converted.length === 1) table.set(character, converted);
  }
  return table;
}
