import { describe, expect, it } from 'vitest';
import { toEntityJson } from '../../src/wording/entity-json.js';
import { candidateOf } from '../fakes/fake-directory.js';
import { maraHolm, maraQuill, olafStrand } from '../fakes/fake-people.js';

const candidate = { id: 'mara-quill', kind: 'person', name: 'Mara Quill', role: 'harbour master', articles: 3 };

describe('an entity as JSON', () => {
  it('holds names, titles, articles by id, statements and companions', () => {
    const { card, said, mentions } = maraQuill;
    const json = toEntityJson({ status: 'found', entity: card }, said, mentions);
    const cost = 'Mara Quill, head of the port, told reporters that the bridge had cost 6.8 billion crowns.';
    const ribbon = 'Harbour master Mara Quill cut the ribbon.';
    const ferry = 'Quill and the Lark Ferry Company cancelled the ferry.';
    const yours = '“The bridge is yours,” Mara Quill said.';
    expect(json).toEqual({
      status: 'found',
      entity: {
        id: 'mara-quill',
        kind: 'person',
        name: 'Mara Quill',
        aliases: [
          { text: 'Mara Quill', articles: ['opening', 'costs'] },
          { text: 'M. Quill', articles: ['storm'] },
        ],
        roles: [
          { text: 'harbour master', articles: ['opening'] },
          { text: 'head of the port', articles: ['costs'] },
        ],
        articles: ['opening', 'costs', 'storm'],
        statementsBy: [
          { text: `Mara Quill (harbour master): ${yours}`, article: 'opening', quote: yours },
          { text: `Mara Quill: ${cost}`, article: 'costs', quote: cost },
        ],
        statementsAbout: [
          { text: ribbon, article: 'opening', quote: ribbon },
          { text: cost, article: 'costs', quote: cost },
          { text: ferry, article: 'storm', quote: ferry },
        ],
        companions: [{ name: 'Lark Ferry Company', articles: ['storm'] }],
      },
      candidates: [],
      nearest: [],
    });
  });

  it('holds every saying but 20 mentions at most, those of the card first', () => {
    const { card, said, mentions } = olafStrand;
    const about = mentions.slice(9);
    const many = [...mentions, ...mentions.map(({ article, quote }) => ({ article, quote: `${quote} Again.` }))];
    const { entity } = toEntityJson({ status: 'found', entity: { ...card, about } }, said, many);
    expect(entity?.statementsBy).toHaveLength(12);
    expect(entity?.statementsAbout).toHaveLength(20);
    expect(entity?.statementsAbout.slice(0, 4).map(({ quote }) => quote)).toEqual(
      [...about, ...mentions.slice(0, 1)].map(({ quote }) => quote),
    );
  });

  it('holds candidates of an ambiguous name with the number of their articles', () => {
    const candidates = [maraQuill, maraHolm].map(candidateOf);
    const holm = { ...candidate, id: 'mara-holm', name: 'Mara Holm', role: 'baker', articles: 1 };
    expect(toEntityJson({ status: 'ambiguous', name: 'Mara', candidates }, [], [])).toEqual({
      status: 'ambiguous',
      entity: null,
      candidates: [candidate, holm],
      nearest: [],
    });
  });

  it('holds the nearest names of an unknown one', () => {
    const nearest = [{ ...candidateOf(maraQuill), role: undefined }];
    expect(toEntityJson({ status: 'unknown', name: 'Quail', nearest }, [], [])).toEqual({
      status: 'unknown',
      entity: null,
      candidates: [],
      nearest: [{ ...candidate, role: null }],
    });
  });
});
