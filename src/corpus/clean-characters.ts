// Scripts whose letters joiners shape. Emoji are held together by them too; anywhere else they only hide or split words.
const joiningScripts =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar';
const joining = joiningScripts.split(' ').map((script) => `\\p{Script=${script}}`);
const strayJoiner = new RegExp(
  `(?<!${[...joining, '\\p{Extended_Pictographic}', '\\p{Emoji_Modifier}', '\\p{M}', '\\uFE0F'].join('|')})[\\u200C\\u200D]`,
  'gu',
);

// Zero-width, direction and annotation controls, soft hyphens, fillers: invisible, so they can hide text or reorder it.
const invisible =
  /\u034F|\u17B4|\u17B5|[\u180B-\u180E]|[\uFE00-\uFE0E]|[\u00AD\u061C\u115F\u1160\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC]/g;

// Tag characters and the variation selectors beyond the basic plane carry hidden messages; private use is icon fonts.
const planeFourteenOrPrivate = /[\u{E0000}-\u{E0FFF}\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFD}]/gu;

const control = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const loneSurrogate = /\p{Surrogate}/gu;
const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;
const pageOrColumnFeed = /[\f\v]/g;

/**
 * Text as a reader sees it: composed (NFC), line ends as `\n`, no control, zero-width, direction or tag characters, no
 * private-use icons; a lone surrogate becomes U+FFFD. Applying it twice changes nothing more.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(lineEnd, '\n')
    .replace(pageOrColumnFeed, ' ')
    .replace(control, '')
    .replace(loneSurrogate, '\uFFFD')
    .replace(invisible, '')
    .replace(planeFourteenOrPrivate, '')
    .replace(strayJoiner, '')
    .normalize('NFC');
}

/** One line of clean text: every run of white space is one blank, none at the ends. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}
