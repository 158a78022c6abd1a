// News abbreviations of the languages Dateline expects, without their last full stop.
// Case counts: "Sen. Kim" is a title, "No. 5" a number, "He said no." neither.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Stand before a name, so that a sentence never ends on them. */
export const titleAbbreviations = words(
  `Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Hon Fr Sr Sra Srta Dra Mme Mmes Mlle MM Gov Lt Gen Maj Col Sgt Capt Cmdr Cpl
   Adm Brig Pvt Sen Sens Rep Reps Pres Supt Det Insp Amb Atty Asst Assoc Ald Msgr Mt Ft Sec Jos Wm Hr Dipl Ing Mag
   MR MRS MS DR SEN REP GOV Cpt Spc TP Tp GS PGS TS ThS BS EE`,
);

/** Are abbreviations only where a number follows ("No. 5", "Sat. 3 p.m."). Compared in lower case. */
export const numberAbbreviations = words(
  `no nos nr núm num fig figs art sec pop vol vols ch chap p pp pg par para pt op ver ca cca circa approx abs kap
   pág pag mon tue tues wed thu thur thurs fri sat sun
   jan feb mar apr jun jul aug sep sept oct nov dec ст п стр`,
);

/** End a sentence only where the next word can hardly be anything but the start of one. */
export const otherAbbreviations = words(
  `Inc Co Cos Corp Ltd Bros Pty Plc PLC LLC Intl Mfg Assn Dept Univ Inst Jr Snr Esq Ave Blvd Rd St Ste Str Hwy Pkwy ST
   Jan Feb Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich
   Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Que vs Vs v al etc cf ie eg est incl excl
   ft lb lbs oz hr hrs min sq tel ext ed eds trans Ph Phd viz
   bzw usw evtl ggf inkl bzgl sog zzgl Mio Mrd Tsd Abb Bd Aufl Jh vgl
   av env cie Cie Sté janv févr avr juil déc boul ex c
   Ud Uds Vd Vds Cía aprox Avda pta
   г гг ул им др пр см тыс млн млрд руб обл проф акад ред т янв фев февр апр авг сен сент окт нояб дек`,
);

/** Words of exclamation marks: names, not ends of sentences. */
export const exclaimedNames = words('Yahoo');

/** Capitalised words that open a sentence after an abbreviation. Left out is what opens names as well: El, La, Le, An, He. */
export const sentenceStarters = words(
  `The This That These Those There Then They Their We Our You Your It Its She Her His But And So Yet Or Nor If When While
   Where Why What Who How As At On In For From With Without By To Of Into After Before Since Until During Among Amid
   Between Despite Although Though However Meanwhile Moreover Nevertheless Instead Also Both Many Most More Much Some Such
   Several All Any Each Every Earlier Later Last Now Not No Only Once Other Others Another Because Even Still Here
   According Asked Speaking Following Unlike Like About Over Officials Analysts Critics Experts Reporting
   Der Die Das Ein Eine Er Sie Wir Und Aber Auch Nach Bei Doch Il Elle Ils Elles Les Une Cette Mais Dans Pour
   Pero Según También Una Он Она Они Это Но По В На И Как Trong Theo Tuy Những Các`,
);
