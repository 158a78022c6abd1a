import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { portOf } from '../../domain/allowed-host.js';
import { FetchRefusal } from './fetch-refusal.js';
import type { PageTarget } from './page-target.js';

/** How a host is asked. */
export interface Asking {
  /** Silence for so long ends it. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
  /** Certificates to trust instead of the usual ones, in PEM. */
  readonly ca: string | undefined;
}

/**
 * Sends one GET to the IP address of the target and gives the answer with its body still to be read. The host's name is used
 * for its `Host` line and its certificate only. No cookie, no redirect, no connection kept.
 */
export function askHost(target: PageTarget, asking: Asking): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = open(target, asking);
    let answer: IncomingMessage | undefined;
    request.once('response', (response) => {
      answer = response;
      resolve(response);
    });
    // Stays: what comes after the answer's head arrives at the answer, but an error without a listener ends the process.
    request.on('error', reject);
    request.once('timeout', () => {
      const silent = new FetchRefusal(`The host was silent for ${asking.idleMs / 1_000} seconds.`);
      // The end of a request is for its answer a broken connection, whatever the reason.
      (answer ?? request).destroy(silent);
    });
    request.end();
  });
}

function open({ url, ip }: PageTarget, { idleMs, signal, ca }: Asking): ClientRequest {
  const options = {
    host: ip,
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    headers: {
      host: url.host,
      'user-agent': 'Dateline',
      accept: 'text/html, text/markdown, text/plain',
      'accept-encoding': 'gzip, br',
    },
    agent: false,
    timeout: idleMs,
    signal,
  };
  if (url.protocol === 'http:') return http.request(options);
  // An address has no name a certificate could be asked for by; without one, Node.js compares the address.
  return https.request({ ...options, servername: isIP(url.hostname) === 0 ? url.hostname : '', ...(ca && { ca }) });
}
