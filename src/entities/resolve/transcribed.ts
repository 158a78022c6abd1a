/**
 * A folded word as transcribers of Cyrillic agree on it: English "Dzholdoshev" and "Zholdoshev", French "Djoldoshev" and German
 * "Dscholdoschew" all become "joldoshev". Of Chinese and Korean words (`isEastern`) only the last "c" for "k": elsewhere they use
 * these letters for other sounds.
 */
export function foldTranscription(word: string, isEastern: boolean): string {
  const hard = word.replace(/c(?=k|$|[^aeiouyhkc])/gu, 'k').replace(/kk+/gu, 'k');
  // Most names hold none of these letters in a row.
  if (isEastern || !/sch|[dz][zhj]|^tch|w|ss/u.test(hard)) return hard;
  return hard
    .replace(/tsch|^tch/gu, 'ch')
    .replace(/dsch|dzh|dj|zh/gu, 'j')
    .replace(/sch/gu, 'sh')
    .replace(/^w|(?<=[aeiouy])w(?=a?$)/gu, 'v')
    .replace(/ss+/gu, 's');
}
