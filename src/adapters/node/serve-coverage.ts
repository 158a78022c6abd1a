import type { MessagePort } from 'node:worker_threads';
import type { Coverage } from '../../ports/dateline.js';
import { type CoverageReply, type CoverageRequest, toPlainError } from './coverage-protocol.js';

/**
 * Answers the calls that come through the port with the coverage that `open` gives; says so when it is ready, or why it
 * can't be. After `close` the calls that have begun are still answered.
 */
export async function serveCoverage(port: MessagePort, open: () => Promise<Coverage>): Promise<void> {
  const send = (reply: CoverageReply) => port.postMessage(reply);
  try {
    const coverage = await open();
    serve(port, coverage, send);
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'refused', error: toPlainError(error) });
    port.close();
  }
}

function serve(port: MessagePort, coverage: Coverage, send: (reply: CoverageReply) => void): void {
  const running = new Map<number, AbortController>();
  let closing = false;
  const closeWhenIdle = () => {
    if (closing && running.size === 0) port.close();
  };
  port.on('message', (request: CoverageRequest) => {
    if (request.kind === 'abort') return running.get(request.id)?.abort();
    if (request.kind === 'close') {
      closing = true;
      return closeWhenIdle();
    }
    const { id } = request;
    const controller = new AbortController();
    running.set(id, controller);
    call(coverage, request, controller.signal)
      .then((value) => send({ kind: 'value', id, value }))
      // Also a value that can't cross the thread: its caller must not wait for ever.
      .catch((error: unknown) => send({ kind: 'error', id, error: toPlainError(error) }))
      .finally(() => {
        running.delete(id);
        closeWhenIdle();
      });
  });
}

type Call = Extract<CoverageRequest, { kind: 'call' }>;

async function call(coverage: Coverage, { method, args }: Call, signal: AbortSignal): Promise<unknown> {
  // Both ends are this program: the arguments are those of `CoverageClient`, in its order.
  const [first, second] = args as [never, never];
  return method === 'ask' ? coverage.ask(first, signal) : coverage[method](first, second);
}
