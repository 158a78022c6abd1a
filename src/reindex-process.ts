import { serveReindex } from './adapters/node/reindex-process.js';
import { composeLogger, composeReindex } from './compose.js';
import { loadConfig } from './config.js';
import { runReindex } from './indexing/run-reindex.js';

// The process that builds an index for the one that answers.
const config = loadConfig(process.env);
const logger = composeLogger(config);
serveReindex(async (options, onProgress, signal) =>
  runReindex(await composeReindex(config, logger), options, onProgress, signal),
);
