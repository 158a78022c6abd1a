import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { hashedWords } from '../fakes/hash-embedder.js';

/** A server of embeddings after OpenAI's protocol that can be told, at any moment, to behave otherwise. */
export interface SwitchableEmbeddings {
  /** What OPENAI_BASE_URL is set to. */
  readonly baseUrl: string;
  /** `tells-all`: refuses, and says the key that it was given in the reason; `hangs`: never answers. */
  mode: 'well' | 'hangs' | 'tells-all';
  /** How many requests have come. */
  readonly asked: () => number;
}

const requestSchema = z.object({ input: z.union([z.string(), z.array(z.string())]) });

/** Starts one for the running test. */
export async function startSwitchableEmbeddings(): Promise<SwitchableEmbeddings> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    void answer(request, response, embeddings.mode);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const embeddings: SwitchableEmbeddings = { baseUrl: `http://127.0.0.1:${port}/v1`, mode: 'well', asked: () => asked };
  return embeddings;
}

async function answer(request: IncomingMessage, response: ServerResponse, mode: SwitchableEmbeddings['mode']) {
  let json = '';
  for await (const chunk of request) json += String(chunk);
  if (mode === 'hangs') return;
  const key = request.headers.authorization?.replace('Bearer ', '');
  if (mode === 'tells-all') {
    return send(response, 401, {
      error: { message: `Incorrect API key provided: ${key}`, type: 'invalid_request_error' },
    });
  }
  const { input } = requestSchema.parse(JSON.parse(json));
  const data = [input].flat().map((text, index) => ({ object: 'embedding', index, embedding: hashedWords(text) }));
  return send(response, 200, { object: 'list', model: 'small', data, usage: { prompt_tokens: 1, total_tokens: 1 } });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
