// ZWJ and ZWNJ join emoji and shape Arabic and Indic letters; anywhere else they only hide things in words.
const strayJoiner = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Script=Arabic}|\p{M})[\u200C\u200D]/gu;

// Everything Unicode calls ignorable (zero-width, bidi overrides, tag characters, fillers) but emoji presentation
// (FE0E, FE0F) and the joiners, which `strayJoiner` judges by their place.
const invisible = /(?![\uFE0E\uFE0F\u200C\u200D])\p{Default_Ignorable_Code_Point}/gu;

// Natural text stacks four marks at most; towers of them run over the neighbouring lines.
const markTower = /(\p{M}{6})\p{M}+/gu;

/**
 * Text from outside as one line of visible characters: no control characters, no direction overrides, no zero-width or
 * tag characters, no lone surrogates; runs of white space become one space. Not trimmed: the pieces of a passage join.
 */
export function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(markTower, '$1');
}
