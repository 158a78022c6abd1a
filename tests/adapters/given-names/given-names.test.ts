import { expect, it } from 'vitest';
import { createGivenNames } from '../../../src/adapters/given-names/given-names.js';

it('knows given names of western languages and no other words', () => {
  const isGivenName = createGivenNames();
  expect(['Maria', 'William', 'Aafke'].map(isGivenName)).toEqual([true, true, true]);
  expect(['Maritime', 'Bank', ''].map(isGivenName)).toEqual([false, false, false]);
});
