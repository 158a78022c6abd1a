import { messageOf, UsageError } from '../../src/domain/errors.js';

/** The words of a command line could not be understood: exit code 2. */
class CommandLineError extends UsageError {}

// What a server gives as its reason may steer the terminal it is shown on. Lines and indents stay, other than in `printable`.
const unshowable = /(?!\n)\p{Cc}|\p{Bidi_Control}/gu;

/** Runs a command: exit code 0 when done, 1 with one line on stderr when failed, 2 when its words are wrong. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  // A closed pipe (`| head`): what is left to print is not wanted.
  process.stdout.on('error', () => process.exit());
  try {
    await run();
  } catch (error) {
    process.stderr.write(`${messageOf(error).replace(unshowable, '')}\n`);
    process.exitCode = error instanceof CommandLineError ? 2 : 1;
  }
}

/** Parses the words of a command line; what goes wrong is told together with the usage. */
export function usageOf<T>(usage: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CommandLineError(`${messageOf(error)}\n${usage}`);
  }
}
