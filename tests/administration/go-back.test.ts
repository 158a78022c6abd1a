import { expect, it } from 'vitest';
import { goBack } from '../../src/administration/go-back.js';
import { createLiveDateline } from '../../src/indexing/live-dateline.js';
import { fakeOpenCoverage } from '../fakes/fake-open-coverage.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { writing } from '../support/snapshots.js';

it('going back lets the present index answer until the earlier one is open, and never answers from neither', async () => {
  const store = createInMemorySnapshotStore();
  for (const mark of ['one', 'two']) await store.publish(writing(mark));
  let opened: Promise<void> = Promise.resolve();
  const dateline = createLiveDateline({
    open: async () => {
      const id = (await store.loadCurrent())?.manifest.id ?? '';
      await opened;
      return fakeOpenCoverage(id);
    },
    build: async () => ({ kind: 'cancelled' }),
    logger: createRecordingLogger(),
    clock: { now: () => 0 },
  });
  const answering = async () => (await dateline.ask({ text: 'Did presidents discuss tourism?' })).snapshot;
  await dateline.open();
  let finish = () => {};
  opened = new Promise((resolve) => {
    finish = resolve;
  });
  const going = goBack({ store, dateline }, 'gen-000001');
  // The pointer names the earlier one before it is open.
  await expect.poll(async () => (await store.loadCurrent())?.manifest.id).toBe('gen-000001');
  expect(await answering()).toBe('gen-000002');
  finish();
  expect(await going).toEqual({ kind: 'gone-back', snapshot: 'gen-000001', from: 'gen-000002' });
  expect(await answering()).toBe('gen-000001');
});
