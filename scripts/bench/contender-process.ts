import { loadConfig } from '../../src/config.js';
import { UsageError } from '../../src/domain/errors.js';
import { runCommand } from '../support/command.js';
import { isContenderName, loadContender } from './contenders.js';
import { measure } from './measure.js';
import { benchTask } from './task.js';

// The process of one contender: its name and task are its words, its figures one message to its parent.
await runCommand(async () => {
  const [name = '', words = ''] = process.argv.slice(2);
  if (!isContenderName(name)) throw new UsageError(`There is no contender ${name}.`);
  const task = benchTask.parse(JSON.parse(words));
  const config = loadConfig({ ...process.env, DATA_DIR: task.folder });
  const figures = await measure(name, await loadContender(name), task, config);
  process.send?.(figures, () => process.disconnect());
});
