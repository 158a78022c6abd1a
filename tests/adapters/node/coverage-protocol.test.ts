import { describe, expect, it } from 'vitest';
import { fromPlainError, toPlainError } from '../../../src/adapters/node/coverage-protocol.js';
import {
  ConfigError,
  CorpusFormatError,
  NoSnapshotError,
  SnapshotMismatchError,
  UnavailableError,
  UsageError,
} from '../../../src/domain/errors.js';

describe('an error that crosses threads', () => {
  it.each([
    new UsageError('Ask a question in words.'),
    new ConfigError('EMBEDDINGS: must be builtin'),
    new NoSnapshotError('Nothing is indexed yet.'),
    new SnapshotMismatchError('Run: npm run index -- --full'),
    new CorpusFormatError('it is empty'),
    new UnavailableError('ollama', 'it did not answer: 503: busy'),
    new Error('a mistake: in the program'),
  ])('keeps its class, message and stack: $name', (error) => {
    const revived = fromPlainError(structuredClone(toPlainError(error)));
    expect(revived.constructor).toBe(error.constructor);
    expect([revived.name, revived.message, revived.stack]).toEqual([error.name, error.message, error.stack]);
  });

  it('keeps the service that is out of reach', () => {
    const revived = fromPlainError(toPlainError(new UnavailableError('ollama', 'it did not answer: 503')));
    expect(revived).toMatchObject({ service: 'ollama', message: 'ollama: it did not answer: 503' });
  });

  it('stays a wish to stop', () => {
    const { signal } = new AbortController();
    expect(signal.aborted).toBe(false);
    const revived = fromPlainError(toPlainError(AbortSignal.abort().reason));
    expect([revived instanceof DOMException, revived.name]).toEqual([true, 'AbortError']);
  });

  it.each([
    ['text', 'text'],
    [undefined, 'undefined'],
    [7, '7'],
  ])('is an error also where %j was thrown', (thrown, message) => {
    const revived = fromPlainError(toPlainError(thrown));
    expect([revived instanceof Error, revived.message]).toEqual([true, message]);
  });

  it('makes no class of a name that only members of objects have', () => {
    expect(fromPlainError({ name: 'constructor', message: 'x', stack: undefined }).constructor).toBe(Error);
  });
});
