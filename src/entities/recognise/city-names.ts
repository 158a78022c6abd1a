// Large cities in the scripts news of East Asia and Russia writes them in: the largest of Korea, China, Japan and Taiwan, and the
// capitals and seats of offices that news everywhere names most; none whose English name two cities share (Suzhou). The usual English name comes first; "_" is a blank.
const table = `Seoul 서울 首爾 首尔 ソウル Сеул
Busan 부산 釜山 Пусан
Daegu 대구 大邱
Incheon 인천 仁川 Инчхон
Gwangju 광주 光州
Daejeon 대전 大田
Ulsan 울산 蔚山
Sejong 세종 世宗市
Suwon 수원 水原
Jeju 제주 濟州 济州
Gyeongju 경주 慶州 庆州 Кёнджу
Pyongyang 평양 平壤 Пхеньян Bình_Nhưỡng
Kaesong 개성 開城 开城
Beijing 베이징 北京 Пекин Bắc_Kinh
Shanghai 상하이 上海 Шанхай Thượng_Hải
Guangzhou 광저우 廣州 广州 Гуанчжоу Quảng_Châu
Shenzhen 선전 深圳 Шэньчжэнь Thâm_Quyến
Tianjin 톈진 天津 Тяньцзинь Thiên_Tân
Chongqing 충칭 重慶 重庆 Чунцин Trùng_Khánh
Chengdu 청두 成都 Чэнду Thành_Đô
Wuhan 우한 武漢 武汉 Ухань Vũ_Hán
Nanjing 난징 南京 Нанкин Nam_Kinh
Xi'an 시안 西安 Сиань Tây_An
Dalian 다롄 大連 大连 Далянь
Qingdao 칭다오 青島 青岛 Циндао Thanh_Đảo
Shenyang 선양 瀋陽 沈阳 Шэньян
Harbin 하얼빈 哈爾濱 哈尔滨 Харбин
Hangzhou 항저우 杭州 Ханчжоу Hàng_Châu
Tokyo 도쿄 東京 东京 Токио
Osaka 오사카 大阪 Осака
Kyoto 교토 京都 Киото
Nagoya 나고야 名古屋 Нагоя
Fukuoka 후쿠오카 福岡 福冈
Sapporo 삿포로 札幌
Yokohama 요코하마 横浜 橫濱
Kobe 고베 神戸
Hiroshima 히로시마 広島 Хиросима
Taipei 타이베이 臺北 台北 Тайбэй Đài_Bắc
Kaohsiung 가오슝 高雄
Taichung 타이중 臺中 台中
Washington 워싱턴 華盛頓 华盛顿 ワシントン Вашингтон
New_York 뉴욕 紐約 纽约 ニューヨーク Нью-Йорк
Los_Angeles 로스앤젤레스 洛杉磯 洛杉矶 ロサンゼルス Лос-Анджелес
Las_Vegas 라스베이거스 拉斯維加斯 拉斯维加斯 ラスベガス Лас-Вегас
London 런던 倫敦 伦敦 ロンドン Лондон Luân_Đôn
Paris 파리 巴黎 パリ Париж
Berlin 베를린 柏林 ベルリン Берлин
Brussels 브뤼셀 布魯塞爾 布鲁塞尔 ブリュッセル Брюссель
Geneva 제네바 日內瓦 日内瓦 ジュネーブ Женева
Moscow 모스크바 莫斯科 モスクワ Москва Mát-xcơ-va Moskva
Kyiv 키이우 基輔 基辅 キーウ Киев
Vladivostok 블라디보스토크 海參崴 海参崴 ウラジオストク Владивосток
Hanoi 하노이 河內 河内 ハノイ Ханой Hà_Nội
Bangkok 방콕 曼谷 バンコク Бангкок
Manila 마닐라 馬尼拉 马尼拉 マニラ Манила
Jakarta 자카르타 雅加達 雅加达 ジャカルタ Джакарта
New_Delhi 뉴델리 新德里 ニューデリー Нью-Дели
Tehran 테헤란 德黑蘭 德黑兰 テヘラン Тегеран
Jerusalem 예루살렘 耶路撒冷 エルサレム Иерусалим`;

let rows: readonly (readonly string[])[] | undefined;

/** Large cities, each with its names: the English one first, then those in other scripts and Vietnamese. */
export function cityNames(): readonly (readonly string[])[] {
  rows ??= table.split('\n').map((row) => row.split(' ').map((name) => name.replaceAll('_', ' ')));
  return rows;
}

let foreign: ReadonlySet<string> | undefined;

/** Whether it is a large city's name in another script or in Vietnamese. */
export function isForeignCity(name: string): boolean {
  foreign ??= new Set(cityNames().flatMap(([, ...others]) => others));
  return foreign.has(name);
}
