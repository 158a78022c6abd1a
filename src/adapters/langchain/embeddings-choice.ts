import { OllamaEmbeddings } from '@langchain/ollama';
import { OpenAIEmbeddings } from '@langchain/openai';
import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import type { Embedder } from '../../ports/embedder.js';
import { embedderFromLangChain } from './embedder.js';
import { createPatientFetch } from './patient-fetch.js';

/** A model behind an address; the same as in the settings, which adapters don't know. */
export type RemoteEmbeddings =
  | { readonly kind: 'ollama'; readonly model: string; readonly baseUrl: string | undefined }
  | {
      readonly kind: 'openai';
      readonly model: string;
      readonly baseUrl: string | undefined;
      readonly apiKey: string | undefined;
    };

// Ollama works through a batch one text after the other: a few seconds on a CPU.
const ollamaBatchSize = 16;

// Some 130 texts of 200 tokens are a tenth of the 300,000 tokens OpenAI takes at once.
const openAiBatchSize = 128;

// Ours are in the fetch: LangChain's own go on after the caller has gone.
const maxRetries = 0;

/**
 * The embedder that was chosen in the settings, asking its server over HTTP with two further tries.
 * @throws UsageError for OpenAI without a key; a server of one's own (`OPENAI_BASE_URL`) needs none.
 */
export function createRemoteEmbedder(choice: RemoteEmbeddings, fetch = createPatientFetch()): Embedder {
  return choice.kind === 'ollama' ? ollamaEmbedder(choice, fetch) : openAiEmbedder(choice, fetch);
}

type Choice<Kind> = Extract<RemoteEmbeddings, { kind: Kind }>;

function ollamaEmbedder(
  { model, baseUrl = 'http://127.0.0.1:11434' }: Choice<'ollama'>,
  fetch: typeof globalThis.fetch,
) {
  const embeddings = new OllamaEmbeddings({
    model,
    baseUrl,
    fetch: async (...request) => withJsonError(await fetch(...request)),
    maxRetries,
    maxConcurrency: unlimited,
  });
  return embedderFromLangChain(embeddings, { id: `ollama:${model}`, service: 'Ollama', batchSize: ollamaBatchSize });
}

const errorSchema = z.object({ error: z.string() });

/** A failure told as Ollama tells it: on any other (a proxy's page) the client writes to stdout, where only answers belong. */
async function withJsonError(response: Response): Promise<Response> {
  if (response.ok) return response;
  const text = await response.text();
  const { status, statusText } = response;
  return Response.json({ error: told(text) }, { status, statusText });
}

function told(text: string): string {
  try {
    return errorSchema.parse(JSON.parse(text)).error;
  } catch {
    return text;
  }
}

function openAiEmbedder({ model, baseUrl, apiKey }: Choice<'openai'>, fetch: typeof globalThis.fetch) {
  if (apiKey === undefined && baseUrl === undefined) {
    throw new UsageError('EMBEDDINGS=openai:… needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.');
  }
  const embeddings = new OpenAIEmbeddings({
    model,
    // The client wants some key even where the server does not.
    apiKey: apiKey ?? 'none',
    batchSize: openAiBatchSize,
    // What is embedded is what is quoted; only models of 2021 were confused by line breaks.
    stripNewLines: false,
    // Asked for base64, as is the client's default, servers that only know numbers answer with these, and the client
    // takes their bytes for floats without a word.
    encodingFormat: 'float',
    maxRetries,
    maxConcurrency: unlimited,
    configuration: {
      fetch: async (...request) => withoutKey(await fetch(...request), apiKey),
      ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    },
  });
  return embedderFromLangChain(embeddings, { id: `openai:${model}`, service: 'OpenAI', batchSize: openAiBatchSize });
}

/** What a server gives as the reason of a failure is told to people and kept; some name the key that they were given. */
async function withoutKey(response: Response, key: string | undefined): Promise<Response> {
  if (response.ok || key === undefined) return response;
  const text = await response.text();
  const { status, statusText, headers } = response;
  const type = headers.get('content-type') ?? 'text/plain';
  return new Response(text.replaceAll(key, '[secret]'), { status, statusText, headers: { 'content-type': type } });
}

// In LangChain's queue a call would wait for another's turn, and run with that one's signal. Servers queue by themselves.
const unlimited = Number.POSITIVE_INFINITY;
