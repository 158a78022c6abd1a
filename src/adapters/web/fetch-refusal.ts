import { STATUS_CODES } from 'node:http';

/** Why a page is not fetched; the message is one plain sentence. */
export class FetchRefusal extends Error {
  override readonly name = 'FetchRefusal';
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no host of that name.',
  EAI_AGAIN: "The host's name could not be looked up; try again later.",
  ECONNREFUSED: 'The host accepts no connection there.',
  ECONNRESET: 'The host broke the connection off.',
  ETIMEDOUT: 'The host did not answer.',
  EHOSTUNREACH: 'The host can not be reached.',
  ENETUNREACH: 'The host can not be reached.',
  HPE_HEADER_OVERFLOW: 'The head of the answer is too long.',
};

/** One sentence on a failed connection or answer; `undefined` for an error that is none of the network's. */
export function explainNetworkError(error: unknown): string | undefined {
  if (error instanceof FetchRefusal) return error.message;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const { code } = error;
  if (/^(?:Z_|ERR__ERROR|ERR_PADDING|ERR_BROTLI)/.test(code)) return `The answer can not be unpacked (${code}).`;
  if (/CERT|SIGNATURE|ISSUER|SELF_SIGNED/.test(code)) return `The host's certificate is not accepted (${code}).`;
  return reasons[code] ?? `The connection failed (${code}).`;
}

/** One sentence on an answer that is neither a page nor a redirect. */
export function explainStatus(status: number): string {
  const meaning = STATUS_CODES[status];
  return `The host answered ${status}${meaning === undefined ? '' : ` (${meaning})`} instead of a page.`;
}
