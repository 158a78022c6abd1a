/** The word and what it may be a form of (morphy(7WN) without its lists of exceptions): plurals, -ed, -ing. */
export function baseForms(word: string): string[] {
  const forms = [word];
  const cut = (ending: string, ...replacements: string[]) => {
    if (word.endsWith(ending) && word.length > ending.length + 1) {
      for (const replacement of replacements) forms.push(word.slice(0, -ending.length) + replacement);
    }
  };
  cut('ies', 'y');
  cut('es', '', 'e');
  cut('s', '');
  cut('ed', '', 'e');
  cut('ing', '', 'e');
  const doubled = /^(.*([b-df-hj-np-tv-z]))\2(?:ed|ing)$/.exec(word);
  if (doubled?.[1] !== undefined) forms.push(doubled[1]);
  return [...new Set(forms)];
}
