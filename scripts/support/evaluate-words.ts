import { parseArgs } from 'node:util';

/** How `npm run evaluate` is called. */
export const evaluateUsage = `Usage: npm run -s evaluate -- --dataset DIR [--reuse FOLDER] [--run FILE] [--answers FILE] [--json FILE]
       npm run -s evaluate -- --questions FILE [--run FILE] [--answers FILE] [--json FILE]
       npm run -s evaluate -- --entities FILE [--misses] [--json FILE]`;

const text = { type: 'string' } as const;
const options = {
  ...{ dataset: text, questions: text, entities: text, reuse: text, run: text, answers: text, json: text },
  misses: { type: 'boolean' },
} as const;
// What goes with some kinds of measuring only.
const goesWith = {
  reuse: ['dataset'],
  run: ['dataset', 'questions'],
  answers: ['dataset', 'questions'],
  misses: ['entities'],
};

/** The words of the command line: exactly one of the three kinds of measuring, and what goes with it. */
export function readEvaluateWords() {
  const { values } = parseArgs({ options });
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty !== undefined) throw new Error(`--${empty[0]} has no value.`);
  const { dataset, questions, entities, ...rest } = values;
  for (const [word, kinds] of Object.entries(goesWith)) {
    const isGiven = Object.hasOwn(rest, word);
    const fits = kinds.some((kind) => Object.hasOwn(values, kind));
    if (isGiven && !fits) throw new Error(`--${word} goes with ${kinds.map((kind) => `--${kind}`).join(' or ')}.`);
  }
  const chosen = [
    ...(dataset === undefined ? [] : [{ ...rest, kind: 'dataset', dataset } as const]),
    ...(questions === undefined ? [] : [{ ...rest, kind: 'questions', questions } as const]),
    ...(entities === undefined ? [] : [{ ...rest, kind: 'entities', entities } as const]),
  ];
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined) return only;
  throw new Error('Either --dataset, --questions or --entities is needed, and only one of them.');
}

/** What was asked for. */
export type EvaluateWords = ReturnType<typeof readEvaluateWords>;
