import { shareText, type Table } from './aligned-table.js';
import type { AnswerEvaluation, KindResult } from './evaluate-answers.js';
import type { DatasetAnswerEvaluation } from './evaluate-dataset-answers.js';

/** The answers to a question set by kind, its refusals, and what the words for confidence are worth. */
export function answerTables(evaluation: AnswerEvaluation): Table[] {
  const { kinds, answerable, withoutLowOverlap, unanswerable, calibration } = evaluation;
  const kindRows = [...kinds, ['answerable', answerable], ['  without low-overlap', withoutLowOverlap]] as const;
  return [
    {
      title: 'answers by kind',
      columns: ['questions', 'right', 'share', 'at once', 'refused', 'not covered'],
      rows: kindRows.map(([kind, result]) => kindRow(kind, result)),
    },
    {
      title: 'refusals',
      columns: ['refused', 'of', 'share', 'not covered'],
      rows: [refusalRow('wrongly, answerable', answerable), refusalRow('rightly, unanswerable', unanswerable)],
    },
    {
      title: 'confidence',
      columns: ['said', 'right', 'share'],
      rows: [...calibration].map(([word, { said, right }]) => [word, `${said}`, `${right}`, shareText(right, said)]),
    },
  ];
}

/** What a data set's own answers and unanswerable questions say; nothing of what it does not know. */
export function datasetAnswerTables(evaluation: DatasetAnswerEvaluation): Table[] {
  const { answerString, answerable, unanswerable, auroc } = evaluation;
  const { questions, shown } = answerString;
  const strings: Table = {
    title: 'answer strings',
    columns: ['shown', 'of', 'share'],
    rows: [['within the first 3 statements', `${shown}`, `${questions}`, shareText(shown, questions)]],
  };
  const refusals: Table = {
    title: 'refusals',
    columns: ['refused', 'of', 'share', 'not covered'],
    rows: [
      refusalRow('answerable', answerable),
      ...(unanswerable.questions > 0 ? [refusalRow('unanswerable', unanswerable)] : []),
    ],
  };
  const support: Table = { title: 'support', columns: ['AUROC'], rows: [['answerable', (auroc ?? 0).toFixed(3)]] };
  return [...(questions > 0 ? [strings] : []), refusals, ...(auroc === undefined ? [] : [support])];
}

function kindRow(kind: string, { questions, right, rightAtOnce, refused, notCovered }: KindResult) {
  const counts = [rightAtOnce, refused, notCovered].map(String);
  return [kind, `${questions}`, `${right}`, shareText(right, questions), ...counts] as const;
}

interface Refusals {
  readonly questions: number;
  readonly refused: number;
  readonly notCovered: number;
}

function refusalRow(label: string, { questions, refused, notCovered }: Refusals) {
  return [label, `${refused}`, `${questions}`, shareText(refused, questions), `${notCovered}`] as const;
}
