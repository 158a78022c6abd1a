import { expect, it } from 'vitest';
import { statementText } from '../../src/wording/statement-text.js';

it('puts who is meant by a pronoun before the statement', () => {
  expect(statementText({ text: 'He closed it.', antecedent: 'Seo Min-ho' })).toBe('[Seo Min-ho] He closed it.');
});

it('puts whose words they are before a quotation, so that no pronoun in it is taken for them', () => {
  expect(statementText({ text: 'He closed it."', speaker: 'Ann Holm, engineer' })).toBe(
    '[Ann Holm, engineer:] He closed it."',
  );
});

it('leaves every other statement as it stands in its article', () => {
  expect(statementText({ text: 'Seo closed it.' })).toBe('Seo closed it.');
});
