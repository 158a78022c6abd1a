import { serveExamination } from './adapters/node/file-examiner.js';
import { examineFile } from './intake/examine-file.js';

// The thread that reads one file of unknown origin, and ends.
serveExamination(examineFile);
