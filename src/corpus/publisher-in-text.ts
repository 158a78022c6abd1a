import { weightOf } from './line-shape.js';

// The word alone is a section's label (`News`, `경제`), not a name.
const outletWord =
  /\s(?:Times|Post|Herald|News|Daily|Journal|Tribune|Gazette|Chronicle|Observer|Guardian|Telegraph|Mirror|Standard|Economist|Weekly|Review|Ilbo|Shimbun|Shinmun|Sun|Star|Newspaper|Online|Agency|Today|Mail|Express|Reporter|Examiner|Inquirer|Sentinel|Bulletin|Broadcasting|Courier|Dispatch|Advertiser|Argus|Monitor|TV|Press|Zeitung|Welt|Monde|País)$|^Radio \p{Lu}|^(?:新华社|新华网)$|.(?:日报|日報|时报|時報|晚报|晚報|新闻网|新聞網|通讯社|新华社|新华网|新闻|新聞|일보|신문|뉴스|타임스|경제)$|^(?:Báo|Thời báo|Le|El|La|Der|Die) \p{Lu}/u;

const copyright =
  /^[<[(【\s]*(?:copyrights?|저작권자|版权所有|版權所有|著作権|bản quyền(?: thuộc)?)?[\s:：]*(?:©|ⓒ|Ⓒ|\(c\)|copyright)?[\s:：]*(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s)?([\p{L}][\p{L}\p{M}\d&.'’ -]{1,50}?)(?=\s*(?:[,.<>()[\]|/:;–—。，]|all rights|무단|inc\b|ltd\b|co\b|corp|\d{4}|$))/iu;
const copyrightSign = /^[<[(【\s]*(?:copyrights?\b|저작권자|版权所有|版權所有|©|ⓒ|Ⓒ|\(c\)|bản quyền)/iu;

// "told the Global Times": what a paper writes of itself. Others write it too, of a paper they quote, so once proves nothing.
const told = /\btold (?:the )?((?:\p{Lu}[\p{L}\p{M}'’&.-]*)(?: \p{Lu}[\p{L}\p{M}'’&.-]*){0,4})(?=[\s,.])/gu;
const timesWithCredit = 2;
const timesAlone = 5;

/** True for a short line that is an outlet's name. */
export function isOutletName(line: string): boolean {
  return (
    weightOf(line) <= 40 &&
    line.split(' ').length <= 5 &&
    !/[/>|»›]/.test(line) &&
    /^[\p{Lu}\p{Lo}]/u.test(line) &&
    !/[.!?。,:]$/u.test(line) &&
    outletWord.test(line)
  );
}

/** The holder a copyright line names. */
export function copyrightHolder(line: string): string | undefined {
  if (line.length > 300 || !copyrightSign.test(line)) return undefined;
  const holder = copyright.exec(line)?.[1]?.trim();
  return holder === undefined || /^(?:all rights|reserved|copyright|the$|\d)/i.test(holder) ? undefined : holder;
}

/**
 * The outlet whose reporters the text says were spoken to: named so several times, or twice and its initials stand in a
 * picture's credit (`Photo: Chi Jingyi/GT`).
 */
export function selfNamedOutlet(body: readonly string[], captions: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const [, name = ''] of body.join('\n').matchAll(told)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [name, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  const initials = name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  const credited = captions.some((caption) => caption.endsWith(`/${initials}`) || caption.includes(name));
  return (initials.length > 1 && credited && count >= timesWithCredit) ||
    (isOutletName(`The ${name}`) && count >= timesAlone)
    ? name
    : undefined;
}
