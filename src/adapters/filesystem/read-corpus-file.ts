import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CorpusFormatError } from '../../domain/errors.js';
import { codeOf } from './list-corpus-files.js';

// Four times the largest of 181 saved news pages, as are the bytes a compressed page may unpack to.
const maxFileBytes = 6_000_000;

const unpack = promisify(gunzip);

/**
 * The bytes of a corpus file, those of a `.gz` file uncompressed.
 * @throws CorpusFormatError when it is not a plain file, can't be read, or is (or unpacks to) more than the cap.
 */
export async function readCorpusFile(file: string): Promise<Uint8Array> {
  const bytes = await readPlainFile(file);
  if (!/\.gz$/i.test(file)) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: maxFileBytes });
  } catch (error) {
    const tooLarge = codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
    throw new CorpusFormatError(
      tooLarge ? `it unpacks to more than ${maxFileBytes / 1_000_000} MB` : 'it is not a whole gzip file',
    );
  }
}

async function readPlainFile(file: string): Promise<Uint8Array> {
  // Without waiting: were the file swapped for a pipe since it was listed, opening it would otherwise hang.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new CorpusFormatError(`it can't be opened (${codeOf(error)})`);
  });
  try {
    const { size } = await statOf(handle);
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await handle.read(buffer, 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw error instanceof CorpusFormatError ? error : new CorpusFormatError(`it can't be read (${codeOf(error)})`);
  } finally {
    await handle.close();
  }
}

async function statOf(handle: Awaited<ReturnType<typeof open>>): Promise<{ readonly size: number }> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new CorpusFormatError('it is not a plain file');
  if (stats.size > maxFileBytes) throw new CorpusFormatError(`it is larger than ${maxFileBytes / 1_000_000} MB`);
  return stats;
}
