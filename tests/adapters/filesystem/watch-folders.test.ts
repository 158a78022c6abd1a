import { EventEmitter } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { corpusSignature } from '../../../src/adapters/filesystem/corpus-signature.js';
import { type Watch, watchFolders } from '../../../src/adapters/filesystem/watch-folders.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Watches that speak when the test says so. */
function silentWatch() {
  const open = new Map<string, { readonly emitter: EventEmitter; tell(event: string, name: string | null): void }>();
  const watchFolder: Watch = (folder, _options, onEvent) => {
    const emitter = new EventEmitter();
    open.set(folder, { emitter, tell: onEvent });
    const on = emitter.on.bind(emitter) as ReturnType<Watch>['on'];
    return { on, close: () => void open.delete(folder) };
  };
  return { open, watchFolder };
}

function setUp(watchFolder?: Watch) {
  const folder = path.join(temporaryFolder(), 'corpus');
  mkdirSync(folder);
  const logger = createRecordingLogger();
  const waiting: (() => void)[] = [];
  let count = 0;
  const onNotice = () => {
    count++;
    for (const one of waiting.splice(0)) one();
  };
  const notices = watchFolders(folder, onNotice, { logger, ...(watchFolder && { watchFolder }) });
  onTestFinished(() => notices.close());
  const noticed = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { folder, notices, logger, noticed, count: () => count };
}

describe('watching a folder', () => {
  it('notices a new file, a change and a file below, with the system’s own watches', async () => {
    const { folder, notices, noticed } = setUp();
    mkdirSync(path.join(folder, '2026'));
    for (const name of ['a.md', 'a.md', path.join('2026', 'b.md')]) {
      await notices.refresh();
      const soon = noticed();
      writeFileSync(path.join(folder, name), `${name} again`);
      await soon;
    }
  });

  it('notices again after the folder was deleted and made anew', async () => {
    const { folder, notices, noticed } = setUp();
    await notices.refresh();
    const gone = noticed();
    rmSync(folder, { recursive: true });
    await gone;
    await notices.refresh();
    mkdirSync(folder);
    await notices.refresh();
    const soon = noticed();
    writeFileSync(path.join(folder, 'a.md'), 'a');
    await soon;
  });

  it('opens a watch for each folder, closes those of folders that have gone, and passes over hidden ones', async () => {
    const { open, watchFolder } = silentWatch();
    const { folder, notices } = setUp(watchFolder);
    for (const name of ['a', 'b', '.git']) mkdirSync(path.join(folder, name));
    await notices.refresh();
    const below = () => [...open.keys()].map((one) => path.relative(folder, one)).toSorted();
    expect(below()).toEqual(['', 'a', 'b']);
    renameSync(path.join(folder, 'a'), path.join(folder, 'c'));
    await notices.refresh();
    expect(below()).toEqual(['', 'b', 'c']);
    notices.close();
    expect(open.size).toBe(0);
  });

  it('passes over hidden names, such as its own of files being written', async () => {
    const { open, watchFolder } = silentWatch();
    const { folder, notices, count } = setUp(watchFolder);
    await notices.refresh();
    open.get(folder)?.tell('rename', '.dateline-1.new');
    expect(count()).toBe(0);
    open.get(folder)?.tell('change', null);
    expect(count()).toBe(1);
  });

  it('watches a folder anew after an error or a rename in it', async () => {
    const { open, watchFolder } = silentWatch();
    const { folder, notices } = setUp(watchFolder);
    await notices.refresh();
    const first = open.get(folder);
    first?.emitter.emit('error', new Error('gone'));
    await notices.refresh();
    const second = open.get(folder);
    second?.tell('rename', 'a.md');
    await notices.refresh();
    expect(new Set([first, second, open.get(folder)]).size).toBe(3);
  });

  it('says once where watching is refused, and goes on without', async () => {
    const { notices, logger } = setUp(() => {
      throw new Error('ENOSPC: too many watches');
    });
    await notices.refresh();
    await notices.refresh();
    expect(logger.lines).toEqual([
      { level: 'warn', message: 'changes are only found by looking', fields: { reason: 'ENOSPC: too many watches' } },
    ]);
  });

  it('opens two hundred watches at most', async () => {
    const { open, watchFolder } = silentWatch();
    const { folder, notices } = setUp(watchFolder);
    for (let index = 0; index < 250; index++) mkdirSync(path.join(folder, `folder ${index}`));
    await notices.refresh();
    expect(open.size).toBe(200);
  });
});

describe('the signature of a corpus folder', () => {
  it('changes with names, sizes and times, and not with hidden files', async () => {
    const { folder } = setUp();
    const seen = new Set<string | undefined>();
    const look = async () => seen.add(await corpusSignature(folder)).size;
    const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
    expect(await look()).toBe(1);
    put('a.md', 'one');
    expect(await look()).toBe(2);
    expect(await look()).toBe(2);
    put('.dateline-1.new', 'half');
    expect(await look()).toBe(2);
    put('a.md', 'three');
    expect(await look()).toBe(3);
    renameSync(path.join(folder, 'a.md'), path.join(folder, 'b.md'));
    expect(await look()).toBe(4);
    rmSync(path.join(folder, 'b.md'));
    expect(await look()).toBe(4);
  });

  it('is none where there is no folder', async () => {
    const { folder } = setUp();
    rmSync(folder, { recursive: true });
    expect(await corpusSignature(folder)).toBeUndefined();
  });
});
