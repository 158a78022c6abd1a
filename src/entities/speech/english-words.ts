/** What a verb of saying needs behind it to be one: "added that", but not "added two goals". */
export type Complement =
  | 'none'
  /** Words in quotation marks, "that", a colon, or the place after a statement. */
  | 'statement'
  /** As `statement`, or "claims", "reports", "the idea". */
  | 'claim'
  /** "called for", "called X a friend". */
  | 'call'
  /** "quoted X as saying": the speaker is the one quoted. */
  | 'quote'
  /** "spoke of", "talked about", "pointed to". */
  | 'topic'
  /** "as X put it". */
  | 'put';

const byComplement: Readonly<Record<Complement, string>> = {
  none:
    'said says told tells urged urges warned warns stressed stresses announced announces explained explains asked asks argued argues ' +
    'pledged pledges promised promises proposed proposes described describes denied denies vowed vows insisted insists emphasized ' +
    'emphasizes emphasised emphasises acknowledged acknowledges admitted admits conceded concedes declared declares complained ' +
    'complains joked jokes thanked thanks praised praises condemned condemns denounced denounces criticized criticizes criticised ' +
    'criticises accused accuses alleged alleges asserted asserts contended contends testified testifies remarked remarks reiterated ' +
    'reiterates cautioned cautions predicted predicts lamented laments boasted boasts quipped quips apologized apologizes apologised ' +
    'recounted recounts demanded demands commented voiced voices disclosed discloses claimed claims',
  statement:
    'added adds noted notes wrote writes posted posts reported reports stated states suggested suggests confirmed confirms ' +
    'continued continues concluded concludes replied replies responded responds answered answers observed observes recalled recalls ' +
    'revealed reveals mentioned mentions tweeted tweets estimated estimates maintained maintains expressed expresses countered counters',
  claim: 'rejected rejects dismissed dismisses',
  call: 'called calls',
  quote: 'quoted quotes cited cites',
  topic: 'spoke speaks talked talks pointed points',
  put: 'put puts',
};

/** Verbs of saying in the forms that have a subject before them. */
export const sayingVerbs: ReadonlyMap<string, Complement> = new Map(
  Object.entries(byComplement).flatMap(([complement, forms]) =>
    forms.split(' ').map((form) => [form, complement as Complement] as const),
  ),
);

/** Verbs of holding a view, in the present tense: in the past they mostly tell a story ("he wanted a dog"). */
export const viewVerbs = wordSet('wants sees thinks believes expects hopes');

/** "X left, saying that …": participles whose subject is the sentence's. */
export const sayingParticiples = wordSet(
  'saying telling adding warning noting arguing claiming insisting explaining writing',
);

/** Verbs that may stand before their subject: "…, said X". */
export const invertingVerbs = wordSet(
  'said says added adds wrote writes explained explains noted notes asked asks argued argues warned warns tweeted replied recalled joked',
);

/** "in X's words". */
export const viewNouns = wordSet(
  'words view opinion account reading telling description estimation estimate assessment expectation wish understanding argument judgement judgment eyes image',
);

/** Nouns that stand for a person by office or calling. */
export const roleNouns = wordSet(
  'president premier minister chancellor chairman chairwoman chairperson chair ceo chief director secretary spokesperson spokesman ' +
    'spokeswoman mayor governor senator congressman congresswoman representative lawmaker ambassador adviser advisor analyst economist ' +
    'professor researcher fellow expert author writer commentator critic founder co-founder head leader manager officer official ' +
    'commissioner general admiral colonel captain sergeant sheriff judge justice attorney lawyer prosecutor doctor dr scientist ' +
    'epidemiologist virologist historian lady king queen prince princess pope bishop coach player actor actress singer star ' +
    'musician comedian host reporter journalist correspondent editor executive investor billionaire entrepreneur strategist ' +
    'activist student teacher mother father wife husband son daughter brother sister rapper director-general vice-president ' +
    'mr mrs ms sen rep gov gen sir lord quarterback pilot envoy negotiator diplomat owner resident survivor victim nurse ' +
    'physician surgeon psychologist ex-president superintendent principal member meteorologist umpire referee investigator trustee ' +
    'pastor priest rabbi imam archbishop cardinal firefighter engineer designer architect farmer coordinator organizer organiser ' +
    'consultant planner trainer veteran trader forecaster biologist chemist physicist ecologist geologist climatologist sociologist ' +
    'astronomer statistician pharmacist therapist counselor veterinarian paramedic trooper detective marshal ranger candidate nominee ' +
    'treasurer clerk auditor dean provost curator conductor composer producer filmmaker novelist poet photographer chef banker broker ' +
    'developer midfielder striker goalkeeper defender pitcher swimmer runner cyclist champion boss aide counsel commander lieutenant ' +
    'businessman businesswoman lobbyist campaigner neighbor neighbour friend colleague cousin uncle aunt grandson granddaughter ' +
    'grandmother grandfather co-owner co-author co-host',
);

/** Nouns that stand for an organisation. */
export const organisationNouns = wordSet(
  'company firm group agency ministry government party newspaper paper magazine consultancy bank broadcaster organisation organization ' +
    'department university institute pollster bureau commission court administration union association airline carmaker automaker network ' +
    'airport charity foundation watchdog regulator centre center office council committee league club',
);

/** Words of small letters that are part of a title before a name or of a role noun phrase. */
export const titleWords = wordSet(
  'national security foreign prime vice deputy senior chief former first acting interim executive managing associate assistant ' +
    'state general research presidential press communications political legal medical chinese financial finance defence defense ' +
    'interior health trade white-house opposition far-right right-wing left-wing veteran longtime incumbent then research principal ' +
    'operating lead leading republican democratic market equity independent public special police fire',
);

export const pronouns = wordSet('he she it they');

export const prepositions = wordSet(
  'of to with by for from at in on about against between among over under into through during without within like unlike ' +
    'than toward towards behind near amid via per despite across upon around including',
);

/** Words that may stand before the subject of a clause of its own. */
export const clauseOpeners = wordSet(
  'and but as when after before while because since though although where so yet whereas once then there here later earlier now today ' +
    'yesterday meanwhile also still instead however nor monday tuesday wednesday thursday friday saturday sunday',
);

/** Words that make the clause behind them a part of another. */
export const nestingWords = wordSet('that what which whom whose how why if whether unless until who whatever');

export const subordinators = wordSet('as when after before while because since though although where once');

/** Between subject and verb, changing nothing. */
export const betweenWords = wordSet(
  'has have had also later then again once even first previously recently now still both himself herself itself already further ever ' +
    'often just simply always meanwhile nevertheless nonetheless therefore thus instead',
);

/** Between subject and verb: nothing has been said. */
export const irrealis = wordSet(
  "not never cannot can could would will may might should must to didn't doesn't don't wouldn't won't hasn't hadn't haven't couldn't did does do",
);

export const beForms = wordSet('was were is are be been being am');

export const determiners = wordSet('the a an his her its their this that these our my');

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
