import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { messageOf, UsageError } from '../../domain/errors.js';

/**
 * The lines of `file`, or of `file.gz` where only that exists, without blank ones.
 * @throws UsageError when there is neither, or it can't be read to its end.
 */
export async function* readLines(file: string): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  const zipped = !(await exists(file));
  if (zipped && !(await exists(`${file}.gz`))) throw new UsageError(`There is no ${file} (nor ${file}.gz).`);
  const bytes = zipped ? createReadStream(`${file}.gz`).pipe(createGunzip()) : createReadStream(file);
  const lines = createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const { value: line, done } = await lines.next().catch((error: unknown) => {
      throw new UsageError(`${zipped ? `${file}.gz` : file} can not be read: ${messageOf(error)}`, { cause: error });
    });
    if (done === true) return;
    if (line.trim() !== '') yield { line, number };
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
