import type { Votes } from './reading.js';

// What only organisations are called in Chinese, Japanese and Korean: legal forms and what a firm, paper or office is.
const organisation =
  /(?:公司|会社|會社|集團|集团|グループ|銀行|银行|大學|大学|日報|日报|晚報|晚报|時報|时报|新聞網|新闻网|消息網|消息网|通訊社|通讯社|新聞社|新闻社|電視台|电视台|協會|协会|委員會|委员会|基金會|基金会|研究院|電子|电子|証券|證券|证券|保險|保险|科技|商會|商会|공사|회사|그룹|은행|일보|신문|뉴스|방송|통신|협회|위원회|재단|증권|전자|대학교|연구원|연구소|엔터테인먼트|인터내셔널)$/u;
const place =
  /(?:國際機場|国际机场|博物館|博物馆|美術館|美术馆|會堂|会堂|공항|공원|시장|박물관|미술관|半島|半岛|반도)$/u;

const none: Partial<Votes> = {};

/** What the last characters of a name without capitals say: "…有限公司" is a company. */
export function endingVotes(text: string): Partial<Votes> {
  if (organisation.test(text)) return { organisation: 5 };
  return place.test(text) ? { place: 3 } : none;
}
