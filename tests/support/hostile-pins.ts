/** Texts nobody would write as pins. */
export const hostileTexts: readonly string[] = [
  'same: [[',
  'same: {a: b}\nname: [x, y]',
  '\u0000\u0001',
  'kind: {[a, b]: place}',
  'a: &x [*x]',
  'same: *nobody',
  '--- \nsame: []\n--- \nsame: []\n',
  'not: [null, true, 1.5, {a: 1}, [b]]',
  '{'.repeat(200),
];
