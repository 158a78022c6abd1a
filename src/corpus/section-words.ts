// What stands above headlines without being anybody's name: a paper's sections, its columns, regions of the world, a page's
// own words. In the languages whose pages put such words on lines of their own.
const sectionWords = new Set(
  `news world politics political business economy economics sport sports football soccer cricket tennis rugby opinion opinions
  comment comments commentary culture arts art books film music theatre international national local regional region home society
  community education science technology tech health lifestyle life style food travel entertainment finance markets market money weather
  environment climate energy media law courts court crime police obituaries obituary letters letter editor editors editorial editorials
  analysis explainer explained feature features interview interviews report reports special exclusive investigation investigations review
  reviews blog live update updates breaking latest top story stories headlines video videos photo photos gallery podcast podcasts
  essay essays notebook diary infrastructure release releases
  briefing briefings brief long read reads big view views viewpoint perspective column columns columnist correspondent correspondents
  contributor contributors guest our your week weekend month corrections correction clarifications clarification
  fact check data graphics cars motoring property real estate jobs careers women family religion faith history magazine section sections
  trial elections election campaign war conflict crisis defence defense security diplomacy industry companies company trade
  transport housing nation people subscribe menu search trending explore apps edition tv live sign log in login follow share print email advertisement more front page archive
  africa asia europe america americas australia oceania antarctica middle east west north south central latin pacific gulf eu uk us usa un
  city region county district district country rural urban
  politik wirtschaft ausland inland panorama meinung kultur feuilleton gesellschaft wissen wissenschaft reise regionales lokales
  nachrichten welt deutschland europa leben kolumne wetter kommentar kommentare leitartikel reportage medien netzwelt technik gesundheit bildung umwelt
  politique économie économique monde société opinions débats sciences santé planète régions faits divers éditorial tribune
  política economía mundo sociedad opinión cultura deportes ciencia salud internacional nacional economia sociedade opinião esportes
  política sucesos tecnología portada
  politica economia cronaca esteri interni sport cultura spettacoli scienza salute mondo attualità
  nieuws binnenland buitenland economie sport cultuur wetenschap opinie regio wereld
  innenriks utenriks nyheter nyheder sporten kultur økonomi ekonomi inrikes utrikes debatt debat
  polska świat gospodarka kultura opinie nauka kraj dünya ekonomi spor gündem siyaset
  политика экономика общество культура спорт мир наука происшествия мнение мнения новости россия`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
const particles =
  /^(?:the|a|an|of|in|on|for|from|to|and|und|et|y|e|en|i|og|och|de|del|des|du|la|le|los|las|il|di|&|\d+)$/iu;

/** Words of a name that are more than joints. */
export function contentWords(name: string): string[] {
  return (name.match(/[\p{L}\p{M}\d]+/gu) ?? []).filter((word) => !particles.test(word));
}

/** True for a line that says where in a paper one is: every word of it is a section's, a column's, a region's or the page's. */
export function isSectionLabel(line: string): boolean {
  return contentWords(line).every((word) => sectionWords.has(word.toLowerCase()));
}
