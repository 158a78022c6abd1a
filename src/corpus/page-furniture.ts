// Lines of a page that are not its article, in the languages of the coverage. Each pattern is about a whole line, is
// anchored, and is tried on lines of at most this length: longer ones are text.
const longestFurniture = 250;

function joined(alternatives: string): string {
  return alternatives
    .trim()
    .split(/\s*\n\s*/)
    .join('|');
}

/** A pattern of alternatives, one or more a line, that begin a line. */
function lineStart(alternatives: string): RegExp {
  return new RegExp(String.raw`^[\s>*•▶►([]*(?:${joined(alternatives)})`, 'iu');
}

/** A pattern of alternatives, one or more a line, that stand alone on a line but for brackets, arrows and a count. */
function wholeLine(alternatives: string): RegExp {
  return new RegExp(
    `^[\\[(【<«*#▶▷■●>=\\-–—\\s]*(?:${joined(alternatives)})[\\])】»*:：.…!>=|\\-–—\\s]*(?:\\(?\\d{0,5}\\)?)$`,
    'iu',
  );
}

const relatedHeading = wholeLine(String.raw`
  related(?: (?:news|articles?|stories|story|posts?|content|coverage|topics?|reading|links?|items?|reports?|videos?))?
  more (?:related|news|stories|articles|headlines|coverage|top stories)(?: (?:news|stories|articles))?
  more (?:from|in|on|about|like) .{1,30}
  read (?:more|next|also|on)(?: (?:from|in|on|about) .{1,60})?|also read|see (?:also|more)|further reading|up next
  next (?:article|story)|don'?t miss
  (?:most|the most) (?:read|popular|viewed|shared|commented|discussed|recent)(?: (?:news|stories|articles|in .{1,40}))?
  (?:you )?(?:may|might) (?:also )?(?:like|be interested in|enjoy)
  you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed)(?: .{1,30})?
  recommended(?: (?:for you|stories|articles|reading|news|videos?))?|trending(?: (?:now|news|stories|topics))?
  popular(?: (?:now|news|stories|articles|posts))?
  (?:today's )?(?:latest|top|other|recent|hot|breaking|featured)(?: (?:news|stories|articles|headlines|posts|picks|videos))
  editors?['’]?s? (?:picks?|choice)|what to read next|around the web|from the web
  sponsored(?: (?:content|links|stories))?|promoted(?: (?:content|links|stories))?|in case you missed it
  you may have missed
  相关(?:新闻|阅读|报道|文章|链接|推荐|内容)|相關(?:新聞|閱讀|報導|文章|連結|推薦)|延伸(?:阅读|閱讀)
  (?:推荐|推薦|热门|熱門|更多|最新)(?:阅读|閱讀|新闻|新聞|文章|内容|报道|報導|推荐|推薦)?|猜你喜欢|(?:24小时|一周)?(?:热文|热点|热搜|排行)(?:排行|榜)?|为你推荐
  (?:관련|추천|인기|주요|최신|오늘의|이 시각|많이 본)\s?(?:기사|뉴스|콘텐츠|글|소식|이슈|주요\s?뉴스|많이\s?본\s?뉴스)?|(?:이 시각|오늘의) (?:주요|많이 본) ?(?:뉴스|기사)
  함께\s?(?:본|볼만한|읽으면 좋은)\s?(?:기사|뉴스)|(?:이 기사와|기자의) .{0,12}(?:뉴스|기사)|더\s?보기|(?:가장 )?많이 본 (?:기사|뉴스)
  関連(?:記事|ニュース|リンク|する記事)|おすすめ(?:の?記事)?|あわせて読みたい|(?:人気|注目|最新)(?:の?記事|ニュース|ランキング)|アクセスランキング
  tin (?:liên quan|cùng chuyên mục|tức liên quan|khác|mới(?: nhất)?|nổi bật|đọc nhiều|nóng|xem nhiều)
  bài (?:viết )?(?:liên quan|cùng chuyên mục|khác|đọc nhiều)|(?:có thể )?bạn (?:quan tâm|có thể quan tâm|nên đọc)
  (?:xem|đọc) (?:thêm|nhiều|tiếp)|cùng chuyên mục
  lire aussi|à lire (?:aussi|également)|sur le même (?:sujet|thème)
  articles? (?:liés?|similaires?|associés?|les plus lus)|les plus lus
  mehr (?:zum thema|dazu|artikel|news|nachrichten)|lesen sie (?:auch|mehr)
  das könnte (?:sie|dich) auch interessieren|meist ?gelesen(?:e artikel)?|ähnliche artikel|weitere artikel
  verwandte (?:artikel|themen)
  noticias? relacionadas?|artículos? relacionados?|te puede interesar|lea también|lee también
  más (?:leídas?|noticias|información)|lo más (?:leído|visto)|leia (?:também|mais)|notícias relacionadas|mais lidas
  veja também|saiba mais
  leggi anche|articoli correlati|più letti|lees ook|meer over .{1,40}|czytaj (?:też|także|również|więcej)
  zobacz (?:też|także|również)|ilgili haberler|benzer haberler
  читайте также|похожие (?:статьи|новости|материалы)|(?:другие )?(?:новости|материалы|статьи) по теме|по теме
  самое (?:читаемое|популярное)|популярное|ещё по теме|смотрите также|главное сегодня|читайте також
  baca juga|berita terkait|artikel terkait|terpopuler|berita terpopuler|अधिक पढ़ें|यह भी पढ़ें
  संबंधित (?:खबरें|समाचार|लेख)|مقالات ذات صلة|اقرأ أيضا|أخبار ذات صلة|الأكثر قراءة
`);

const commentHeading = wholeLine(String.raw`
  (?:reader |user )?comments?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)
  \d{1,5} comments?|no comments(?: yet)?|discussion|about the (?:author|writer)s?|tags|topics|filed under
  댓글(?:\s?쓰기)?|评论|網友評論|网友评论|コメント|bình luận|ý kiến bạn đọc|kommentare?|commentaires?|comentarios?|комментарии
  komentar
`);

const button = wholeLine(String.raw`
  share(?: (?:this|the) (?:article|story|page|post|news|link|video))?|share (?:on|via|to|with) \S+(?: \S+)?|shares?|tweet|save|print|e-?mail|copy(?: link)?|link copied|facebook
  twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|wechat|weibo|line|kakao(?:talk)?
  zalo|messenger|rss|flipboard|threads|bluesky
  advertise?ments?|ads?|ad|anzeige|werbung|publicité|publicidad|реклама|广告|廣告|광고|広告|quảng cáo|iklan|sponsored
  story continues below(?: advertisement)?|article continues below(?: advertisement)?|(?:continue|keep) reading
  scroll (?:down )?(?:to|for) .{1,40}|skip (?:to|ad|advertisement).{0,40}
  listen(?: to (?:this )?(?:article|story|news))?|play(?: video| audio)?|watch(?: now| live| video)?|video|photos?
  gallery|image|enlarge(?: (?:image|this image))?|toggle caption|caption|hide caption
  view (?:image|gallery|photos|more).{0,30}|click to (?:enlarge|expand|view).{0,30}|loading|menu|search|home
  back(?: to top)?|top|close|open|next|previous|prev|sign (?:in|up)|log ?in|register|subscribe(?: now)?
  newsletters?|follow(?: us| me)?(?: on .{1,40})?|follow @\S+|font ?size|text size|a|language|english|translate|live
  breaking(?: news)?|exclusive|updated|published|add (?:us |this )?(?:as|to) .{0,30}|bookmark|like|report|reply
  bullet points?|summary|key (?:points|takeaways)|full (?:text|story)|end(?:item)?|the end|ends|ⓒ.{0,80}
  공유(?:하기)?|스크랩|인쇄|프린트|글자\s?크기.{0,12}|본문.{0,20}|기사\s?(?:공유|저장|듣기|원문).{0,10}|요약|구독(?:하기)?|좋아요|닫기|검색|메뉴|로그인|복사
  사진\s?확대|(?:이미지|그래픽)?\s?확대|분享|分享(?:到|至)?.{0,10}|打印|字号.{0,10}|收藏|返回.{0,6}|首页|登录|注册|点赞|关注|放大|转发|完
  chia sẻ|lưu(?: bài)?|in bài(?: viết)?|trang chủ|đăng nhập|theo dõi.{0,40}|nghe đọc bài|teilen|drucken|merken
  partager|imprimer|compartir|compartilhar|imprimir|поделиться|печать|подписаться.{0,40}|シェア|ツイート|印刷|保存|bagikan
`);

// Sentences the page says about itself. They end with a full stop, so only their beginnings tell.
const selfTalk = lineStart(String.raw`
  (?:please )?(?:sign|signing) up (?:for|to|here)|subscribe (?:to|now|here|for)
  (?:please )?(?:enable|turn on|allow|activate) (?:javascript|cookies)|(?:javascript|cookies) (?:is|are|must)
  you (?:need|have) to (?:enable|have) javascript|your browser (?:does not|doesn['’]t|is)
  this (?:site|website|page) (?:uses|requires|is protected)|we use cookies
  by (?:clicking|continuing|signing|using|subscribing)\b.{0,80}\byou (?:agree|accept|consent)
  follow (?:us|.{1,40}) on (?:facebook|twitter|x|instagram|telegram|google|whatsapp|youtube|linkedin|social)
  (?:download|get) (?:the|our|this) .{0,30}\b(?:app|newsletter)
  (?:join|like) (?:us|our) .{0,30}\b(?:on|channel|page)|click here (?:to|for)|tap here
  to (?:read|continue reading|view) (?:more|the full|this)
  for more (?:news|stories|information|on this),? .{0,40}\b(?:visit|click|see|follow|go to|check)
  read (?:the )?full (?:story|article)|all rights reserved
  copyrights? ?(?:©|ⓒ|\(c\)|by\b|:|\d{4}|the\b.{0,40}\d{4})|\(c\) ?\d{4}|[©ⓒⒸ]
  this (?:material|content) may not be
  this (?:article|story|content) (?:was|is|has been) (?:first |originally |also )?(?:published|automatically|translated|produced|posted|part of)
  disclaimer\b|the views expressed|(?:additional |with )?reporting by\b
  (?:writing|editing|compiled|edited|translated|production) by\b|(?:web |copy )?editors? ?[:：]
  contact (?:the )?(?:author|writer|reporter|us)\b|keywords? ?[:：]|tags? ?[:：]|topics? ?[:：]
  categor(?:y|ies) ?[:：]|filed under\b|have (?:a|any) (?:tip|story|news|questions|feedback)|got a tip
  story continues|article continues|comments? (?:are|is) (?:closed|disabled|moderated)|be the first to comment
  already a subscriber|to leave a comment|무단\s?전재|저작권자|<저작권|\[저작권|责任编辑|責任編輯
  [(（]?(?:责编|责任编辑|编辑|編輯|校对|审核|来源|编审|監製)\s?[:：]|未经授权|版权所有|点击(?:此处|进入|查看)|扫码|关注.{0,12}公众号|☞|제보\s?(?:는|하기)
  카카오톡\s?[:：@]|네이버에서|구독하(?:고|기)|기사제보|Mời (?:độc giả|bạn đọc|quý)|độc giả (?:có thể|gửi)
  Theo dõi .{0,40}\b(?:trên|tại)|Xem thêm ?:|Đọc thêm ?:|Подписывайтесь|Все права
`);

// A pointer to another article on the article's own line: "Read more: Xi meets Lee".
const pointer =
  /^[\s>*•▶►☞([【]*(?:read (?:more|also|next)|also read|more (?:here|on this)|see also|related(?: (?:news|article|story|articles|stories))?|watch|listen|don['’]t miss|相关(?:新闻|阅读|报道|链接)|延伸阅读|관련\s?기사|関連記事|tin liên quan|xem thêm|đọc thêm|lire aussi|à lire aussi|lesen sie (?:auch|mehr)|mehr (?:dazu|zum thema)|lea (?:también|más)|lee también|leia (?:também|mais)|leggi anche|читайте также|baca juga|czytaj też|यह भी पढ़ें|اقرأ أيضا)[\s)\]】]*(?:[:：|>»→–—]|-\s)\s*\S/iu;

// Offers and notices told by two words together rather than by how they begin.
const offer =
  /\b(?:sign up|subscribe|join|register|get|receive|delivered)\b.{0,120}\b(?:newsletters?|in(?:to)? your inbox|e-?mail alerts?|breaking news alerts)\b|\b(?:requires?|enable|turn on|disabled?)\b.{0,40}\bjavascript\b|\bjavascript\b.{0,40}\b(?:disabled|required|enabled|turned off)\b|\b(?:unsupported|not supported)\b.{0,20}\b(?:device|browser)\b|\bmay contain (?:affiliate|referral)\b|\buses cookies\b|\bnewsletters?\b.{0,150}\b(?:sign up|subscribe)\b|\baffiliate commission\b/i;
const counter =
  /^(?:image|photo|picture|slide|page)s? \d{1,3} (?:of|\/)(?: \/)? ?\d{1,3}$|^\d{1,3} ?(?:of|\/) ?\d{1,3}$/i;

/** True for a line that opens a list of other articles. */
export function opensRelatedList(line: string): boolean {
  return line.length <= longestFurniture && !/[.。]$/.test(line) && relatedHeading.test(line);
}

/** True for a line that opens something below the article that is not a list of articles: readers' comments, tags, the author's portrait. */
export function opensAppendix(line: string): boolean {
  return line.length <= longestFurniture && commentHeading.test(line);
}

/** True for a button, an advertisement's mark, a notice of the page about itself, or a pointer to another article. */
export function isFurniture(line: string): boolean {
  if (line.length > longestFurniture * 2) return false;
  if (!/[\p{L}\p{N}]/u.test(line) || /^\S+@\S+\.\S+$/.test(line) || /^(?:https?:\/\/|www\.)\S+$/i.test(line))
    return true;
  return (
    (line.length <= longestFurniture &&
      (button.test(line) || pointer.test(line) || counter.test(line) || offer.test(line))) ||
    selfTalk.test(line)
  );
}
