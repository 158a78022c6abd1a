import { weightOf, wordsOf } from './line-shape.js';
import { isOutletName } from './publisher-in-text.js';
import { contentWords, isSectionLabel } from './section-words.js';

const longestName = 45;
const mostWords = 6;
const particle = /^(?:of|the|and|for|de|del|della|dello|des|du|di|da|do|van|von|der|den|und|et|y|e|la|le|&)$/u;
const capitalised = /^(?:\p{Lu}[\p{L}\p{M}\d.'’&-]*|[\d.]+)$/u;
// Wherever it stands in a name; at its end alone the rarer of them count, see `isOutletName`.
const mediumWord =
  /^(?:radio|television|tv|fm|newspaper|gazette|courier|chronicle|herald|tribune|observer|sentinel|advertiser|examiner|inquirer|enquirer|times|newswire|broadcasting|broadcaster|zeitung|anzeiger|kurier|rundschau|tageblatt|bote|soir|monthly|quarterly|dagblad|tidende|allehanda|heraldo|correo|correio|corriere|courrier|gazzetta|gazeta|diario|diário|vestnik)$/iu;
// So begin outlets, places, leagues and surnames: La Voz, La Paz, La Liga, Le Pen.
const startsLikePlace = /^(?:Le|La|El|Der|Die) /;
// Places that are written with an article.
const placeWithArticle =
  /^The (?:Hague|Bronx|Gambia|Bahamas|Netherlands|Philippines|Vatican|Kremlin|Capitol|White House)$/;

/** True for a few capitalised words, a sentence in no case, that are not a section's name alone. */
export function isProperName(name: string): boolean {
  const words = name.split(' ');
  return (
    weightOf(name) <= longestName &&
    words.length <= mostWords &&
    !/[:;/?!,"“”«»<>|()@]|\.$/.test(name) &&
    /^\p{Lu}/u.test(name) &&
    words.every((word, at) => capitalised.test(word) || (at > 0 && particle.test(word))) &&
    contentWords(name).some((word) => /\p{L}/u.test(word)) &&
    !isSectionLabel(name)
  );
}

/** True for a name whose words say what medium it is, whatever the article speaks of. */
export function saysMedium(name: string): boolean {
  return isOutletName(name) && !startsLikePlace.test(name);
}

/** True for a name that can hardly be a person's or a place's: it says what medium it is, or is written as "The Harbour Pilot". */
export function hasOutletShape(name: string): boolean {
  if (!isProperName(name)) return false;
  const isOutlet =
    isOutletName(name) || (wordsOf(name).length > 1 && contentWords(name).some((word) => mediumWord.test(word)));
  return isOutlet || (/^(?:The|THE) \p{Lu}/u.test(name) && !placeWithArticle.test(name));
}
