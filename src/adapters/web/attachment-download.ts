import type { Attachment, AttachmentOutcome, AttachmentSource } from '../../ports/attachment-source.js';
import { explainNetworkError, explainStatus, FetchRefusal } from './fetch-refusal.js';

/** Where attachments come from and how far a download goes. Everything has a default. */
export interface AttachmentOptions {
  /** Scheme, host and port of further places than Discord's own; nothing else is ever asked. */
  readonly origins?: readonly string[];
  readonly maxBytes?: number;
  readonly totalMs?: number;
}

// Where Discord keeps what is attached (its documentation, "Reference", "CDN"); the second gives resized media.
const discordOrigins = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
const defaults = {
  // As much as the intake takes.
  maxBytes: 4_000_000,
  // 4 MB at 2 Mbit/s; who attached it is waiting.
  totalMs: 20_000,
};

/**
 * Downloads from Discord's hosts. The address comes with an interaction, which a bot's own token vouches for; it is checked all the
 * same, so that no request of this program can be led elsewhere. No redirect is followed.
 */
export function createAttachmentDownload(options: AttachmentOptions = {}): AttachmentSource {
  const origins = [...discordOrigins, ...(options.origins ?? [])];
  const reach = { ...defaults, ...options, origins };
  return {
    async download(attachment, signal) {
      signal?.throwIfAborted();
      const deadline = AbortSignal.timeout(reach.totalMs);
      try {
        return await download(attachment, reach, signal === undefined ? deadline : AbortSignal.any([signal, deadline]));
      } catch (error) {
        signal?.throwIfAborted();
        const late = `The attachment took longer than ${reach.totalMs / 1_000} seconds.`;
        const reason = deadline.aborted ? late : explain(error);
        if (reason === undefined) throw error;
        return { kind: 'refused', reason };
      }
    },
  };
}

async function download(
  { url, bytes }: Attachment,
  { origins, maxBytes }: Required<AttachmentOptions>,
  signal: AbortSignal,
): Promise<AttachmentOutcome> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isKept =
    address !== undefined && origins.includes(address.origin) && `${address.username}${address.password}` === '';
  if (!isKept) throw new FetchRefusal("The attachment is not on Discord's hosts.");
  if (bytes > maxBytes) throw tooLarge(maxBytes);
  const response = await fetch(address, { redirect: 'manual', signal });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new FetchRefusal(explainStatus(response.status).replace('a page', 'the attachment'));
  }
  return { kind: 'file', bytes: await readAtMost(response.body, maxBytes) };
}

/** Counts while it reads: what a host announces need not be what it sends. */
async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): FetchRefusal {
  return new FetchRefusal(`The attachment is larger than ${maxBytes / 1_000_000} MB.`);
}

/** `fetch` wraps what went wrong below it. */
function explain(error: unknown): string | undefined {
  const cause = error instanceof TypeError && error.cause !== undefined ? error.cause : error;
  return explainNetworkError(cause);
}
