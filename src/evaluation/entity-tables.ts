import { shareText, type Table } from './aligned-table.js';
import type { ArticleFigures, EntityEvaluation, KindFound } from './evaluate-entities.js';

/** What an entity file says of the catalogue. */
export function entityTables({ kinds, named, bCubed, macro, micro, confused }: EntityEvaluation): Table[] {
  return [
    {
      title: 'entities found',
      columns: ['found', 'of', 'share'],
      rows: [
        ['people', ...foundCells(kinds.person)],
        ['organisations', ...foundCells(kinds.organisation)],
        ['people and organisations', ...foundCells(named)],
        ['places', ...foundCells(kinds.place)],
      ],
    },
    {
      title: 'aliases',
      columns: ['items', 'precision', 'recall'],
      rows: [['B-cubed', `${bCubed.items}`, bCubed.precision.toFixed(3), bCubed.recall.toFixed(3)]],
    },
    {
      title: 'article lists',
      columns: ['precision', 'recall', 'F1'],
      rows: [
        ['macro, over the found', ...articleCells(macro)],
        ['micro', ...articleCells(micro)],
      ],
    },
    { title: 'confusable pairs', columns: ['merged'], rows: [['taken for one', `${confused.length}`]] },
  ];
}

function foundCells({ found, of }: KindFound): string[] {
  return [`${found}`, `${of}`, shareText(found, of)];
}

function articleCells({ precision, recall, f1 }: ArticleFigures): string[] {
  return [precision, recall, f1].map((figure) => figure.toFixed(3));
}
