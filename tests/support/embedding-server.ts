import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { hashedWords } from '../fakes/hash-embedder.js';

/** What a server of embeddings may do wrong. */
export type EmbeddingFault =
  | { readonly kind: 'status'; readonly status: number; readonly times: number; readonly retryAfter?: string }
  | { readonly kind: 'broken-connection'; readonly times: number }
  | { readonly kind: 'proxy-page'; readonly status: number }
  | { readonly kind: 'longest-text'; readonly characters: number }
  | { readonly kind: 'most-texts'; readonly texts: number }
  | { readonly kind: 'vectors'; readonly change: (vectors: unknown[][]) => unknown[] }
  | { readonly kind: 'hang' | 'html' | 'other-json' | 'ignores-base64' };

/** A server on this machine that speaks the protocols of Ollama (`/api/embed`) and OpenAI (`/v1/embeddings`). */
export interface EmbeddingServer {
  readonly url: string;
  /** The bodies of the requests so far, as they came. */
  readonly requests: readonly EmbeddingRequest[];
  /** Requests whose connection the client closed before they were answered. */
  readonly abandoned: () => number;
}

const requestSchema = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  encoding_format: z.string().optional(),
});
type EmbeddingRequest = z.infer<typeof requestSchema>;

/** Starts a server for the running test. Its vectors are hashed words of 64 dimensions, not normalised. */
export async function startEmbeddingServer(fault?: EmbeddingFault): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = [];
  let abandoned = 0;
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) abandoned += 1;
    });
    void readBody(request).then((body) => {
      requests.push(body);
      answer({ path: request.url ?? '', body, response, fault, nth: requests.length });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, abandoned: () => abandoned };
}

interface Exchange {
  readonly path: string;
  readonly body: EmbeddingRequest;
  readonly response: ServerResponse;
  readonly fault: EmbeddingFault | undefined;
  /** 1 for the server's first request. */
  readonly nth: number;
}

async function readBody(request: IncomingMessage): Promise<EmbeddingRequest> {
  let json = '';
  for await (const chunk of request) json += String(chunk);
  return requestSchema.parse(JSON.parse(json));
}

function answer(exchange: Exchange): void {
  if (misbehaved(exchange)) return;
  const { path, body, response, fault } = exchange;
  const texts = textsOf(body);
  const made = texts.map((text) => hashedWords(text));
  const vectors = fault?.kind === 'vectors' ? fault.change(made) : made;
  if (path === '/api/embed') send(response, 200, { model: body.model, embeddings: vectors });
  else if (path === '/v1/embeddings') send(response, 200, openAiAnswer(body, vectors, fault));
  else send(response, 404, { error: 'no such path' });
}

function openAiAnswer(body: EmbeddingRequest, vectors: readonly unknown[], fault: EmbeddingFault | undefined): object {
  const encodes = body.encoding_format === 'base64' && fault?.kind !== 'ignores-base64';
  const data = vectors.map((vector, index) => ({
    object: 'embedding',
    index,
    embedding: encodes ? base64Of(vector) : vector,
  }));
  return { object: 'list', model: body.model, data, usage: { prompt_tokens: 1, total_tokens: 1 } };
}

function base64Of(vector: unknown): string {
  return Buffer.from(Float32Array.from(z.array(z.number()).parse(vector)).buffer).toString('base64');
}

/** Does what the fault says; false where the request is to be answered as usual. */
function misbehaved({ path, body, response, fault, nth }: Exchange): boolean {
  const texts = textsOf(body);
  if (fault?.kind === 'status' && nth <= fault.times) {
    if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
    send(response, fault.status, errorBody(path, `made to fail with ${fault.status}`));
  } else if (fault?.kind === 'broken-connection' && nth <= fault.times) response.destroy();
  else if (fault?.kind === 'proxy-page') {
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<!doctype html><h1>Bad gateway</h1>');
  } else if (fault?.kind === 'html')
    response.setHeader('content-type', 'text/html').end('<!doctype html><h1>Proxy</h1>');
  else if (fault?.kind === 'other-json') send(response, 200, { hello: 'world' });
  else if (fault?.kind === 'longest-text' && texts.some((text) => text.length > fault.characters)) {
    send(response, 400, errorBody(path, 'the input length exceeds the context length'));
  } else if (fault?.kind === 'most-texts' && texts.length > fault.texts) {
    send(response, 400, errorBody(path, 'too many tokens in one request'));
  } else return fault?.kind === 'hang';
  return true;
}

/** The two protocols put the message in different places. */
function errorBody(path: string, message: string): object {
  return { error: path === '/api/embed' ? message : { message, type: 'invalid_request_error' } };
}

function textsOf({ input }: EmbeddingRequest): readonly string[] {
  return typeof input === 'string' ? [input] : input;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
