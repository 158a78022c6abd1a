// Node's own ICU knows every country and continent in every language; UN M.49 numbers are continents and their parts.
const languages = ['en', 'ko', 'zh-Hans', 'zh-Hant', 'ja', 'vi', 'ru'] as const;
const continents =
  '001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 419';
// ICU writes the full style; news writes these. Self-names and short forms of states, in the languages above.
const shortForms = `U.S. US USA U.S.A. UK U.K. UAE U.A.E. ROK DPRK PRC EU America Britain England Scotland Wales Korea Burma Holland Macau Macao Congo
  Czechoslovakia Yugoslavia Bosnia Palestine Ivory_Coast Czech_Republic Soviet_Union USSR West_Germany East_Germany Zaire Turkey Hong_Kong
  Republic_of_Korea Democratic_People's_Republic_of_Korea People's_Republic_of_China United_States_of_America Great_Britain Northern_Ireland
  Middle_East Far_East Central_Asia Latin_America Southeast_Asia Northeast_Asia East_Asia South_Asia Western_Europe Eastern_Europe Persian_Gulf West_Bank Gaza
  Gaza_Strip Balkans Caucasus Caribbean Vatican Scandinavia Siberia Chechnya Kashmir Tibet Xinjiang Crimea Kurdistan Manchuria Korean_Peninsula
  한국 남한 북한 미국 중국 일본 영국 독일 프랑스 러시아 대만 홍콩 한반도 유럽 아시아
  美国 美國 中国 中國 韩国 韓國 南韓 朝鲜 北韓 北朝鮮 日本 英国 英國 法国 法國 德国 德國 俄罗斯 俄羅斯 台湾 臺灣 台灣 香港 澳门 欧洲 歐洲 亚洲 亞洲 朝鮮半島 朝鲜半岛 韓半島
  米国 英国 露 台湾 韓国 ロシア ドイツ フランス
  Hàn_Quốc Triều_Tiên Trung_Quốc Nhật_Bản Mỹ Nga Anh Pháp Đức Đài_Loan Hồng_Kông Ấn_Độ Hoa_Kỳ Bán_đảo_Triều_Tiên
  США Китай Россия Корея Южная_Корея Северная_Корея КНДР КНР Япония`;

let names: ReadonlySet<string> | undefined;

/** Countries, parts of continents and their common short forms in the languages news of the corpus may be in. */
export function countryNames(): ReadonlySet<string> {
  names ??= readNames();
  return names;
}

function readNames(): ReadonlySet<string> {
  const found = new Set(
    shortForms
      .trim()
      .split(/\s+/u)
      .map((name) => name.replaceAll('_', ' ')),
  );
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of [...countryCodes(), ...continents.split(' ')]) {
      const name = display.of(code);
      if (name === undefined || /^world$/iu.test(name) || name.length < 2) continue;
      found.add(name);
      found.add(name.replace(/\s*[(（].*$/u, '').replace(/ SAR .*$/u, ''));
    }
  }
  return found;
}

function countryCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  // Codes ICU has no country for (ZZ "unknown region", XA and XB for tests, outer groups of two unions) are no countries.
  const none = new Set(['ZZ', 'XA', 'XB', 'QO', 'EZ', 'UN', 'EU']);
  return letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !none.has(code));
}
