// What changes or hides text without showing itself, and has no business in an article: NUL and other controls, marks that turn
// the direction of writing, zero-width characters no script needs, tag characters.
const hidden =
  /[\u0000-\u0008\u000E-\u001F\u007F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u{E0000}-\u{E007F}]/gu;

/** How many characters of a text do not show. Joiners, soft hyphens and a byte order mark are usual and not counted. */
export function countHiddenCharacters(text: string): number {
  return text.match(hidden)?.length ?? 0;
}
