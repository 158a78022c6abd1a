import { describeSnapshotStore } from '../contracts/snapshot-store.contract.js';
import { createInMemorySnapshotStore } from './in-memory-snapshot-store.js';

describeSnapshotStore('the in-memory fake', createInMemorySnapshotStore);
