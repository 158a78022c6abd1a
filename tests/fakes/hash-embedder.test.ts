import { describeEmbedder } from '../contracts/embedder.contract.js';
import { createHashEmbedder } from './hash-embedder.js';

describeEmbedder('the hash embedder', async () => createHashEmbedder());
