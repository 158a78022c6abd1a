import { expect, it } from 'vitest';
import { isVerbOfSaying } from '../../../src/entities/speech/verb-of-saying.js';

it.each(['say', 'tell', 'promise', 'Deny', 'stress', 'answer', 'reply'])('%s is a verb of saying', (verb) => {
  expect(isVerbOfSaying(verb)).toBe(true);
});

it.each(['build', 'want', 'said', '', 'visit'])('%j is none, or not its base form', (verb) => {
  expect(isVerbOfSaying(verb)).toBe(false);
});
