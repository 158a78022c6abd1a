import { expect, it } from 'vitest';
import { statementText } from '../../src/wording/statement-text.js';

it('puts who is meant by a pronoun before the statement', () => {
  expect(statementText({ text: 'He closed it.', antecedent: 'Seo Min-ho' })).toBe('[Seo Min-ho] He closed it.');
});

it('leaves every other statement as it stands in its article', () => {
  expect(statementText({ text: 'Seo closed it.' })).toBe('Seo closed it.');
});
