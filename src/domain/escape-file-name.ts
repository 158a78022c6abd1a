// Everything that would not show as itself in a line of a terminal or a message: controls, line ends, direction marks,
// zero-width and tag characters, lone surrogates.
const unshowable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A file's name as it may be shown: what can't be seen is written `\u{202e}`. */
export function escapeFileName(name: string): string {
  return name.replace(unshowable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
