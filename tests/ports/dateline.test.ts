import { describe, expect, it } from 'vitest';
import { entityId } from '../../src/domain/entity.js';
import { UsageError } from '../../src/domain/errors.js';
import { emptyDirectory } from '../../src/ports/dateline.js';

describe('the directory of a coverage in which nobody is named', () => {
  it('knows nobody', async () => {
    const unknown = { status: 'unknown', name: 'Quill', nearest: [] };
    expect(await emptyDirectory.lookUpEntity('Quill')).toEqual(unknown);
    expect(await emptyDirectory.quotes('Quill', 'bridge')).toEqual(unknown);
    expect(await emptyDirectory.entityDetail(entityId('quill'), 'said')).toBeUndefined();
    expect(await emptyDirectory.suggestEntities('')).toEqual([]);
  });

  it('refuses an empty name all the same', async () => {
    await expect(emptyDirectory.lookUpEntity(' ')).rejects.toThrow(UsageError);
    await expect(emptyDirectory.quotes('')).rejects.toThrow(UsageError);
  });
});
