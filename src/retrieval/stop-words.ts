// Function words of questions and sentences, English: they say what kind of answer is wanted, not what about.
const ENGLISH =
  'a about after all also am an and any are as at be been before being but by can could did do does doing for from ' +
  'get got had happen happened happens happening has have having he her here hers him his how i if in into is it its just may me might more most my neither no nor ' +
  'not of on once only or other our out over own per shall she should so some such than that the their them then ' +
  'there these they this those to too under up us very was we were what when where which while who whom whose why ' +
  'will with would you your d s t ll m re ve ' +
  // As they are indexed: "didn't".
  'arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt shouldnt wasnt werent wont wouldnt';
// Vietnamese and Korean/Chinese question words are left to the inverse document frequency: single particles carry little.
const words = new Set(ENGLISH.split(' '));

/** Whether a lower-case word carries no topic of its own. */
export function isStopWord(word: string): boolean {
  return words.has(word);
}
