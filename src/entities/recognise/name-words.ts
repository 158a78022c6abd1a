// Words of names in general, by what they say about the name they stand in. In lower case unless said otherwise.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Keep their full stop inside a name ("St. Louis", "Co., Ltd."), as written. */
export const dottedAbbreviations = words(
  `St Ste Mt Ft Jr Sr Dr Mr Mrs Ms Prof Gen Sen Rep Gov Lt Col Sgt Capt Maj Adm Cmdr Rev Hon Pres Co Inc Corp Ltd Bros Cie
   Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa
   Penn Tenn Tex Va Vt Wash Wis Wyo Que No Nos`,
);

/** Short forms of American states and Canadian provinces, which stand after a town ("Tampa, Fla."). */
export const stateAbbreviations = words(
  `ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev.
   okla. ont. ore. pa. penn. tenn. tex. va. vt. wash. wis. wyo. que. n.y. n.j. n.h. n.c. s.c. n.d. s.d. n.m. r.i. w.va. d.c.`,
);

/** Written with a capital at the beginning of a sentence and hardly ever a name. */
export const functionWords = words(
  `former ex late two three four five six seven eight nine ten eleven twelve half near a an the this that these those there here then they their them we our us you your it its she her he his him i my me and but so yet
   or nor if when while where why what who whom whose which how as at on in for from with without by to of into onto upon out up
   down off over under above below about after before since until till during among amid between beyond behind beside
   besides despite although though however meanwhile moreover nevertheless instead also both many most more much some
   such several all any each every earlier later last next now not no only once other others another because even still
   yes ever never always often sometimes perhaps maybe just like unlike than too very again against along around
   across through throughout toward towards within per via versus vs v is are was were be been being am do does did done have has
   had having can could will would shall should may might must let 
   today yesterday tomorrow tonight according asked speaking following whether
   almost nearly neither either few less least same thus hence therefore otherwise rather quite ago
   none nobody nothing everyone everybody everything someone somebody something anyone anybody anything nowhere
   everywhere theo trong tại các những khi sau trước và với cho của từ đến về hai chủ tổng thủ bộ văn đại ngoại phó đây đó này nhà cuộc ngày vào dear please thanks thank hello hi okay ok oh ah hey why`,
);

/** Days, months, seasons of the calendar and religion's or nature's words that take a capital without naming a bearer. */
export const calendarWords = words(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september
   october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
   spring summer autumn winter christmas easter ramadan thanksgiving halloween hanukkah eid diwali ashura lent passover
   est edt cst cdt pst pdt gmt utc kst jst hkt am pm ad bc bce ce god jesus christ allah bible quran koran lord no. nos.
   internet web covid covid-19 coronavirus omicron delta euro dollar`,
);

/** Titles and offices: with a capital they stand before a person's name, small they stand in an apposition. */
export const titleWords = words(
  `president chairman chairwoman chairperson chair premier minister chancellor secretary governor mayor senator congressman
   congresswoman representative rep. sen. gov. gen. lt. col. sgt. capt. maj. adm. cmdr. rev. hon. pres. prof. dr. mr. mrs. ms.
   mr mrs ms miss mx dr prof professor sir lady lord dame king queen prince princess duke duchess emperor empress pope
   cardinal archbishop bishop rabbi imam ayatollah sheikh sultan emir general colonel major captain lieutenant sergeant
   admiral commander marshal brigadier corporal private judge justice attorney lawyer ambassador envoy spokesman
   spokeswoman spokesperson ceo cfo coo cto cio vp director manager coach officer detective inspector sheriff constable superintendent
   analyst economist strategist researcher professor scientist reporter correspondent editor columnist journalist author
   actor actress singer rapper musician comedian director producer lawmaker deputy leader speaker whip head chief
   commissioner delegate councillor cllr cllr. alderman alderwoman mp msp mep assemblyman assemblywoman councilman councilwoman councilor treasurer comptroller provost dean chancellor principal
   founder co-founder cofounder owner partner executive adviser advisor aide doctor nurse father sister brother mother pastor
   reverend aunt uncle grandpa grandma coroner consul negotiator counsel counselor counsellor undersecretary vice-president vice-chairman
   midfielder striker goalkeeper defender quarterback pitcher skipper champion heavyweight driver sprinter
   boss guard trainer manager host anchor candidate nominee incumbent rep president-elect president-general secretary-general
   ông bà anh chị`,
);

/** Stand behind a person's name as orders, degrees and offices, as written. */
export const postnominals = words(
  `KC QC MP MSP MEP MLA MBE OBE CBE KBE DBE GBE BEM CMG KCMG DCMG GCMG KCB DCB CVO KCVO KG CH OM FRS FRSE FBA FRCS FRCP
   PC JP DL DSO DSC DFC MC VC GC QPM KPM RN PhD DPhil MD DDS DO Esq`,
);

/** Stand before a title and belong to it ("Deputy Prime Minister", "First Vice President"). */
export const titleModifiers = words(
  `vice deputy prime first senior chief executive acting interim former ex outgoing incoming foreign finance defense defence
   interior home trade commerce industry economy environment climate energy health education justice labor labour culture sports tourism
   agriculture transport transportation science technology information unification security national presidential press
   general managing assistant associate lead principal permanent honorary emeritus party state regional global co
   attorney police fire district supreme house senate majority minority opposition internal external external federal
   royal crown team head special personal private under staff field communications marketing operations
   investment research business development public affairs policy human resources treasury housing interior
   employment immigration veterans commercial military army navy communist democratic republican conservative liberal`,
);

/** End the name of an organisation ("Haneul Bada Co", "Korean Air Lines"). */
export const organisationHeads = words(
  `inc inc. co co. corp corp. corporation ltd ltd. limited llc llp plc gmbh ag nv sa spa ab oyj asa kk bhd sdn pte pty s.a. s.p.a. n.v. b.v.
   company companies group holdings holding industries enterprises ventures partners associates bros bros. bros & cie
   bank bancorp bancshares banks bankers insurance assurance securities capital investments investment financial finance fund funds trust
   university college school academy institute institution polytechnic faculty hospital clinic library museum gallery
   ministry department agency bureau office administration authority commission committee council board cabinet
   parliament congress senate assembly knesset bundestag duma legislature court tribunal police army navy force forces marines guard guards brigade brigades battalion
   corps militia intelligence treasury reserve secretariat embassy consulate directorate inspectorate
   party union unions federation confederation association organisation organization league alliance coalition front movement
   society club foundation charity network syndicate chamber consortium cartel exchange
   news newspaper newspapers times post herald tribune gazette journal daily weekly ilbo shimbun xinwen press agency broadcasting
   radio television tv channel studios studio pictures records entertainment media publishing magazine
   airlines airways airline air aviation motors motor electronics electric telecom telecommunications communications technologies technology
   systems solutions software semiconductor semiconductors pharmaceuticals pharmaceutical pharma biotech biotechnology
   biosciences therapeutics laboratories labs laboratory chemicals chemical petroleum oil gas energy power steel mining minerals resources
   foods food beverages brewery breweries cosmetics stores supermarkets retail logistics shipping railways railway lines
   engineering construction properties realty services service consulting advisors advisers analytics research
   united fc f.c. cf afc athletic rovers wanderers albion hotspur team newsroom newsdesk bureau desk
   church diocese archdiocese synod ministries orchestra philharmonic ballet opera theatre company
   house coalition center centre taskforce international global worldwide biz images newsroom fbi cia inc`,
);

/** Begin the name of an organisation, mostly with "of" or "for" after them ("Bank of Korea"). */
export const organisationOpeners = words(
  `ministry bank university department institute council association federation bureau office house chamber board
   committee commission organisation organization academy college school court church society union league party
   agency authority administration confederation centre center centers society fund house museum city national international
   news daughters sons friends doctors reporters knights campaign alliance movement foundation federation coalition front army order
   republic kingdom nation secretariat conference congress parliament assembly`,
);

/** Begin the name of a club ("FC Larkton"), in small letters; what may be somebody's initials (AC, SC) is none. */
export const clubOpeners = words('fc afc cf fk pfc nk hnk ssc sv vfb vfl tsv fsv ifk fcsb');

/** End the name of a place that is no organisation. */
export const placeHeads = words(
  `river sea ocean lake bay gulf strait straits channel canal island islands isle peninsula cape coast beach reef mountain mountains
   mount hill hills valley desert forest woods canyon falls glacier volcano plain plains plateau delta
   street road avenue boulevard lane drive highway square plaza bridge tunnel park gardens garden zoo cemetery
   airport airfield station port harbor harbour terminal stadium arena coliseum colosseum hall palace castle tower towers temple shrine cathedral
   mosque monastery hotel inn guesthouse resort market mall prison jail camp base pier
   county district province prefecture state city town village borough township region territory
   territories oblast republic kingdom emirates states heights springs strip cemetery courthouse zone st. st ave ave. blvd blvd. rd rd. parkway pkwy sq field fields raceway speedway ballpark schoolhouse`,
);

/** Begin the name of a place ("Lake Erie", "Mount Paektu"). */
export const placeOpeners = words(
  'lake mount mt mt. cape fort ft ft. port st st. saint san santa los las el new north south east west northern southern eastern western central upper lower gulf bay strait isle republic great',
);

/** End the name of what is neither person nor organisation nor place: events, laws, prizes, products, works. */
export const otherHeads = words(
  `act bill law laws treaty agreement accord accords pact protocol convention declaration resolution amendment constitution deal memorandum
   mou mous plan strategy policy doctrine program programme scheme code rule rules
   cup open championship championships games olympics series tournament masters derby marathon classic final finals
   grand prix trophy medal award awards prize oscar oscars emmys grammys bowl tour race races playoffs
   summit forum conference expo fair festival carnival congress parade ceremony concert show week day month year
   eve holiday anniversary century war wars battle revolution uprising crisis scandal massacre attack attacks operation
   index average futures bond bonds treasuries treasurys note notes shares stock
   syndrome disease virus flu fever effect theorem vaccine variant
   phone iphone galaxy windows android league's
   dynasty era age period empire movement theory recession slam spirit flag ban boycott wave doctrine principle question syndrome dispute clause system
   english language bible gospel testament dream initiative project edition volume chapter version album song album tour division challenge`,
);

/** Join the parts of a person's name. */
export const nameParticles = words(
  'de la le van von der den ter ten bin ibn al el da dos das di del della du e y zu abu bint ap',
);

/** Verbs of saying, as they stand beside a speaker. */
export const speechVerbs = words(
  `said says told tells added adds noted notes stressed asked asks replied wrote writes explained argued warned tweeted
   announced insisted acknowledged recalled claimed urged admitted testified joked thinks believes thanked hopes
   called wants described suggested declined resigned vowed pledged confirmed denied cho nói`,
);

/** Surnames of Chinese persons in Pinyin and of Koreans and Vietnamese in Latin letters: the commonest of each, as written. */
export const easternSurnames = words(
  `Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao
   Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Yao Shen Zhong Cui Tan Fan Wan Shi Jia Xia Fu
   Fang Zou Xiong Bai Meng Qin Qiu Hou Yin Xue Yan Lei Long Shao Dai Mao Hao Gong Rui Rao Wen Qian Qiao Xi Xiang Niu Lai Pang Zuo Chai
   Kim Lee Park Choi Jung Jeong Chung Kang Cho Yoon Yun Jang Lim Im Oh Han Shin Seo Kwon Hwang Ahn An Song Hong Ryu Yoo Yu Jeon Ko Koh Go Moon Mun Yang
   Son Sohn Bae Baek Paik Heo Hur Huh Nam Noh Roh Ha Joo Ju Koo Gu Ku Min Eom Um Cha Chae Woo Wu Na Ra Jin Ji Won Cheon Chun Bang Gong Kong Hyun Ham
   Byun Yeom Yeo Choo Chu Do Suh Sung Seong Wi Pyo Myung Ki Bong Ban Chey Rhee Yi Ri Pak Tak Maeng Je Eo Sim Shim Kil Gil Bok
   Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Huynh Hoang Hoàng Phan Vu Vũ Võ Dang Đặng Bui Bùi Ho Hồ Ngo Ngô Duong Dương Ly Tô To Tap Tập Ong`,
);
