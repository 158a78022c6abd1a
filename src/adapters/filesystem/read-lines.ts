import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../../domain/errors.js';

/**
 * The lines of `file`, or of `file.gz` where only that exists, without blank ones.
 * @throws UsageError when there is neither.
 */
export async function* readLines(file: string): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  const zipped = !(await exists(file));
  if (zipped && !(await exists(`${file}.gz`))) throw new UsageError(`There is no ${file} (nor ${file}.gz).`);
  const bytes = zipped ? createReadStream(`${file}.gz`).pipe(createGunzip()) : createReadStream(file);
  let number = 0;
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield { line, number };
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
