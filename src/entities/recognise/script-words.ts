// Words beside and inside names in Korean, Chinese and Japanese: general vocabulary, no one's name.

const words = (list: string): readonly string[] => list.trim().split(/\s+/u);

/** Family names written with one syllable; the commonest of the Korean census. */
export const koreanSurnames =
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국';

/** Offices that stand beside a person's name in Korean. The longest first, so that the whole office is taken. */
export const koreanTitles = words(
  `국가안보실장 국가주석 부총리 부회장 부사장 대변인 위원장 대통령 총서기 국무위원 특파원 이사장 창업자 주석 총리 장관 차관 회장 사장 대표 실장 의원 총장
   교수 대사 시장 지사 청장 원장 소장 국장 팀장 기자 감독 선수 여사 총재 행장 본부장 연구원 비서관 수석`,
);

/** End the name of an organisation in Korean, where what stands before them is no ordinary word. */
export const koreanOrganisationEnds = words(
  '그룹 전자 은행 대학교 위원회 협회 유한공사 주식회사 일보 뉴스 상공회의소 엔터테인먼트 증권 재단 연구원 연구소 연합회 외교부 국방부 통상부 상무부 통일부 교육부 환경부 안보실 재정부 인터내셔널',
);

/** Family names written with one Chinese character, the commonest of China, Taiwan and Korea; and some of two. */
export const chineseSurnames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯习習金朴文具柳尚池禹';

/** Offices that stand beside a person's name in Chinese and Japanese, the longest first. */
export const hanTitles = words(
  `国家主席 國家主席 外务大臣 外務大臣 执行长 執行長 董事长 董事長 发言人 發言人 總書記 总书记 大統領 總統 总统 主席 總理 总理 首相 外相 外長 外长 部長 部长 會長 会長 会长 院長 院长
   大使 議員 议员 市長 市长 教授 社長 委員長 委员长 書記 书记`,
);

/** What cannot be the last character of a Chinese given name: particles, verbs of news, numbers. */
export const noGivenName = new Set(
  '與与和在的表說说稱称於于將将也是向對对等及為为了訪访於會会就曾已同则則都说並并從从到出到指提要來来去日月年一二三四五六七八九十、，。夫先女率抵今昨前後后之以其此',
);

/** Offices that stand before a person's name in Vietnamese, in small letters. */
export const vietnameseTitles: readonly string[] = [
  'phó chủ tịch',
  'chủ tịch',
  'tổng thống',
  'thủ tướng',
  'tổng bí thư',
  'bộ trưởng',
  'ngoại trưởng',
  'đại sứ',
  'thị trưởng',
  'giám đốc',
  'tổng giám đốc',
  'giáo sư',
  'tiến sĩ',
];

/** Letters that no other language writes: horn, hook above, dot below, two marks at once. */
export const vietnameseLetter = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
