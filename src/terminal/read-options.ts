/** Which options a command takes: with a value, or standing alone. */
export interface OptionNames {
  readonly valued: readonly string[];
  readonly flags: readonly string[];
}

/** A line apart: its options by name, and the words that belong to none. */
export interface ReadOptions {
  readonly words: string;
  readonly options: ReadonlyMap<string, string>;
  /** What is wrong, as a sentence; `undefined` for a line in order. */
  readonly mistake: string | undefined;
}

/**
 * Takes `--name value` and `--name=value` out of a line. A value of several words is quoted; without quotes it ends with
 * the word where the question is still to come, and goes on to the next option where the question has been written:
 * `/ask who signed --source Korea Herald` means what it seems to mean.
 */
export function readOptions(line: string, names: OptionNames): ReadOptions {
  const [head = '', ...parts] = line.split(/(?:^|\s+)--(?=\p{L})/u);
  const options = new Map<string, string>();
  let words = head.trim();
  for (const part of parts) {
    const [, name = '', rest = ''] = /^([\p{L}\p{N}_-]+)[=\s]*(.*)$/su.exec(part) ?? [];
    const option = name.toLowerCase().replace('_', '-');
    if (names.flags.includes(option)) {
      options.set(option, '');
      words = joined(words, rest);
      continue;
    }
    if (!names.valued.includes(option)) return mistaken(unknownOption(name, names));
    const { value, after } = takeValue(rest, words !== '' && option === 'source');
    if (value === '') return mistaken(`--${option} needs a value after it.`);
    options.set(option, value);
    words = joined(words, after);
  }
  return { words, options, mistake: undefined };
}

function takeValue(text: string, takesAll: boolean): { readonly value: string; readonly after: string } {
  const pattern = /^["“]/.test(text) ? /^["“]([^"”]*)["”]?(.*)$/su : takesAll ? /^(.*)()$/su : /^(\S*)(.*)$/su;
  const [, value = '', after = ''] = pattern.exec(text) ?? [];
  return { value: value.trim(), after: after.trim() };
}

function unknownOption(name: string, { valued, flags }: OptionNames): string {
  const known = [...valued, ...flags].map((option) => `--${option}`).join(', ');
  return `--${name} is not known here. Known: ${known}.`;
}

function mistaken(mistake: string): ReadOptions {
  return { words: '', options: new Map(), mistake };
}

function joined(words: string, more: string): string {
  return `${words} ${more}`.trim();
}
