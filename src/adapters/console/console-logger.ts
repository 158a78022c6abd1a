import type { Clock } from '../../ports/clock.js';
import type { LogFields, Logger } from '../../ports/logger.js';

// What would break a line in two, move the cursor, or turn the direction of the text: names of files may hold it.
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

// Between these a value needs no quotes to be read as one.
const plainValue = /^[\w.:/@#%+,-]+$/;

/**
 * Writes a line a call to stderr: time, level, message, then `name=value` for each field that has a value.
 * @param options.secrets never appear, wherever they stand in a message or a value, percent-encoded or not.
 * @param options.write takes a whole line; for tests.
 */
export function createConsoleLogger(options: {
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly write?: (line: string) => void;
}): Logger {
  const { clock, write = stderrWriter() } = options;
  const mask = createMask(options.secrets);
  const log =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      const time = new Date(clock.now()).toISOString();
      write(`${[time, level, escaped(mask(message)), ...formatFields(fields, mask)].join(' ')}\n`);
    };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

function stderrWriter(): (line: string) => void {
  // Without a listener a full disk under a redirected log, or a reader that has gone, ends the program, which could have gone on
  // answering. The line is lost, and there is nowhere left to say so.
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  return (line) => void process.stderr.write(line);
}

function formatFields(fields: LogFields, mask: (text: string) => string): string[] {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => `${name}=${formatValue(mask(String(value)))}`);
}

function formatValue(value: string): string {
  return plainValue.test(value) ? value : escaped(JSON.stringify(value));
}

function escaped(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Longer secrets first, so that of one that begins with another nothing is left over. */
function createMask(secrets: readonly string[]): (text: string) => string {
  const given = secrets.filter((secret) => secret.trim() !== '');
  const forms = [...new Set(given.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
  forms.sort((one, other) => other.length - one.length);
  return (text) => forms.reduce((masked, form) => masked.replaceAll(form, '[secret]'), text);
}
