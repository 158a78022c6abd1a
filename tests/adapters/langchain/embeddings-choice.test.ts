import { setTimeout as wait } from 'node:timers/promises';
import { OpenAIEmbeddings } from '@langchain/openai';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { embedderFromLangChain } from '../../../src/adapters/langchain/embedder.js';
import { createRemoteEmbedder } from '../../../src/adapters/langchain/embeddings-choice.js';
import { createPatientFetch } from '../../../src/adapters/langchain/patient-fetch.js';
import { UnavailableError, UsageError } from '../../../src/domain/errors.js';
import type { Embedder } from '../../../src/ports/embedder.js';
import { describeEmbedder } from '../../contracts/embedder.contract.js';
import { type EmbeddingFault, startEmbeddingServer } from '../../support/embedding-server.js';

type Kind = 'ollama' | 'openai';

const impatient = () => createPatientFetch(() => 5);

async function remote(kind: Kind, fault?: EmbeddingFault, fetch = impatient()) {
  const server = await startEmbeddingServer(fault);
  const embedder =
    kind === 'ollama'
      ? createRemoteEmbedder({ kind, model: 'nomic-embed-text', baseUrl: server.url }, fetch)
      : createRemoteEmbedder({ kind, model: 'small', baseUrl: `${server.url}/v1`, apiKey: 'key' }, fetch);
  return { server, embedder };
}

describe.each(['ollama', 'openai'] as const)('an answer of %s that is too long', (kind) => {
  it('is read no further', async () => {
    const { embedder } = await remote(
      kind,
      undefined,
      createPatientFetch(() => 5, 100),
    );
    for (const message of await failuresOf(embedder)) expect(message).toContain('its answer is longer than 0.0001 MB');
  });
});

/** Both kinds of call, so that a fault is met by either. */
async function failuresOf(embedder: Embedder): Promise<string[]> {
  const calls = [() => embedder.embedPassages(['the ferry', 'the storm']), () => embedder.embedQuestion('the ferry')];
  const messages: string[] = [];
  for (const call of calls) {
    const error = await call().then(
      () => expect.unreachable('it should have failed'),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UnavailableError);
    messages.push((error as Error).message);
  }
  return messages;
}

describeEmbedder('a model behind Ollama', async () => (await remote('ollama')).embedder);
describeEmbedder('a model behind OpenAI', async () => (await remote('openai')).embedder);

describe.each<{ kind: Kind; service: string }>([
  { kind: 'ollama', service: 'Ollama' },
  { kind: 'openai', service: 'OpenAI' },
])('a model behind $service', ({ kind, service }) => {
  it('is named in the id, with its service', async () => {
    const { embedder } = await remote(kind);
    expect(embedder.id).toMatch(kind === 'ollama' ? /^ollama:nomic-embed-text$/ : /^openai:small$/);
    expect(embedder.dimensions).toBeUndefined();
    await embedder.embedQuestion('one');
    expect(embedder.dimensions).toBe(64);
  });

  it('is asked for many texts in batches, and keeps their order', async () => {
    const { embedder, server } = await remote(kind);
    const texts = Array.from({ length: 300 }, (_, i) => `passage number ${i}`);
    const vectors = await embedder.embedPassages(texts);
    expect(server.requests).toHaveLength(kind === 'ollama' ? 19 : 3);
    expect(vectors[299]).toEqual((await embedder.embedPassages(['passage number 299']))[0]);
  });

  it.each([429, 500, 503])('is asked again after %i', async (status) => {
    const { embedder, server } = await remote(kind, { kind: 'status', status, times: 2 });
    expect(await embedder.embedPassages(['the ferry'])).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });

  it('is asked again after a connection that broke', async () => {
    const { embedder } = await remote(kind, { kind: 'broken-connection', times: 1 });
    expect(await embedder.embedQuestion('the ferry')).toHaveLength(64);
  });

  it('is waited for as long as it asks', async () => {
    const { embedder } = await remote(kind, { kind: 'status', status: 429, times: 1, retryAfter: '0.2' });
    const start = performance.now();
    await embedder.embedQuestion('the ferry');
    expect(performance.now() - start).toBeGreaterThan(190);
  });

  it('is given up after three tries', async () => {
    const { embedder, server } = await remote(kind, { kind: 'status', status: 500, times: 1_000 });
    for (const message of await failuresOf(embedder))
      expect(message).toMatch(new RegExp(`^${service}: .*fail with 500`));
    expect(server.requests).toHaveLength(6);
  });

  it("is given up with a proxy's page, and nothing is written to stdout", async () => {
    const { embedder } = await remote(kind, { kind: 'proxy-page', status: 502 });
    const log = vi.spyOn(console, 'log');
    onTestFinished(() => log.mockRestore());
    for (const message of await failuresOf(embedder)) expect(message).toContain('Bad gateway');
    expect(log).not.toHaveBeenCalled();
  });

  it.each([401, 404])('is not asked again after %i', async (status) => {
    const { embedder, server } = await remote(kind, { kind: 'status', status, times: 1_000 });
    expect((await failuresOf(embedder))[0]).toContain(String(status));
    expect(server.requests).toHaveLength(2);
  });

  it.each<[string, EmbeddingFault, RegExp]>([
    ['HTML', { kind: 'html' }, /is not valid JSON|has not the form of embeddings/],
    ['other JSON', { kind: 'other-json' }, /no list of vectors|has not the form of embeddings/],
    [
      'fewer vectors',
      { kind: 'vectors', change: (all) => all.slice(1) },
      /vectors? came back|form of embeddings|no list/,
    ],
    ['null in a vector', { kind: 'vectors', change: (all) => all.map((v) => [null, ...v.slice(1)]) }, /finite numbers/],
    [
      'a text in a vector',
      { kind: 'vectors', change: (all) => all.map((v) => ['a', ...v.slice(1)]) },
      /finite numbers/,
    ],
    ['no vector but null', { kind: 'vectors', change: (all) => all.map(() => []) }, /finite numbers/],
    ['a zero vector', { kind: 'vectors', change: (all) => all.map((v) => v.map(() => 0)) }, /zero though its text/],
  ])('that answers with %s is unavailable', async (_case, fault, reason) => {
    const { embedder } = await remote(kind, fault);
    for (const message of await failuresOf(embedder)) {
      expect(message).toMatch(reason);
      expect(message.startsWith(`${service}: `)).toBe(true);
    }
  });

  it('that changes the length of its vectors is unavailable', async () => {
    let answers = 0;
    const change = (vectors: unknown[][]) => (++answers === 1 ? vectors : vectors.map((vector) => vector.slice(1)));
    const { embedder } = await remote(kind, { kind: 'vectors', change });
    await embedder.embedQuestion('the ferry');
    expect((await failuresOf(embedder))[0]).toContain('a vector has 63 dimensions instead of 64');
  });

  it('names the text it will not have, and takes the others one by one where they were too many', async () => {
    const tooLong = await remote(kind, { kind: 'longest-text', characters: 50 });
    const texts = ['short', 'also short', 'x'.repeat(51), 'short again'];
    const message = `${service}: text 3 of 4 (51 characters) is refused`;
    await expect(tooLong.embedder.embedPassages(texts)).rejects.toThrow(message);
    const tooMany = await remote(kind, { kind: 'most-texts', texts: 1 });
    expect(await tooMany.embedder.embedPassages(texts)).toHaveLength(4);
  });

  it('is told to stop when the caller has gone', async () => {
    const { embedder, server } = await remote(kind, { kind: 'hang' });
    const reason = new Error('the person cancelled');
    const controller = new AbortController();
    const embedding = embedder.embedPassages(['the ferry'], controller.signal);
    setTimeout(() => controller.abort(reason), 50);
    await expect(embedding).rejects.toBe(reason);
    await wait(50);
    expect(server.abandoned()).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  it('that is not there is unavailable, with the address', async () => {
    const choice = { kind, model: 'm', baseUrl: 'http://127.0.0.1:65534/v1', apiKey: undefined };
    for (const message of await failuresOf(createRemoteEmbedder(choice, impatient()))) {
      expect(message).toBe(`${service}: connect ECONNREFUSED 127.0.0.1:65534`);
    }
  });
});

describe('embeddings of OpenAI', () => {
  it("need a key, or a server of one's own", async () => {
    const choice = { kind: 'openai', model: 'small', baseUrl: undefined, apiKey: undefined } as const;
    expect(() => createRemoteEmbedder(choice)).toThrow(UsageError);
  });

  it('are right from a server that knows no base64', async () => {
    const { embedder } = await remote('openai', { kind: 'ignores-base64' });
    expect(await embedder.embedQuestion('the ferry')).toHaveLength(64);
  });

  it('are right in base64 too, as LangChain asks for it by itself', async () => {
    const server = await startEmbeddingServer();
    const configuration = { baseURL: `${server.url}/v1` };
    const embeddings = new OpenAIEmbeddings({ model: 'small', apiKey: 'key', configuration });
    const inBase64 = embedderFromLangChain(embeddings, { id: 'b', service: 'OpenAI', batchSize: 10 });
    const { embedder } = await remote('openai');
    expect(await inBase64.embedPassages(['the ferry'])).toEqual(await embedder.embedPassages(['the ferry']));
    expect(server.requests[0]?.encoding_format).toBe('base64');
  });
});
