import { readCreditLine } from './credit-line.js';
import { isDateOnly } from './date-only.js';
import { isNameLike, weightOf, wordsOf } from './line-shape.js';

/** What a line of the page says about the article rather than in it. */
export interface MetaLine {
  readonly byline?: string;
  readonly published?: string;
  /** When the article was last changed: its date where no other is given. */
  readonly updated?: string;
  readonly publisher?: string;
  /** The outlet or agency named beside the author or the date. */
  readonly credited?: string;
  readonly url?: string;
}

// Longer lines are text that happens to hold a date or a name.
const longestMetaLine = 200;

const publishedLabel =
  /^(?:first )?(?:published|posted|created|issued|released|publication date|date|publish(?:ed)? (?:on|at|date|time)|posted (?:on|at)|on|입력|등록|기사\s?입력|기사\s?등록|승인|작성|발행|게재|发布|发表|發布|發表|发布时间|发表时间|時間|时间|日期|公開|配信|投稿|掲載|đăng(?: lúc| ngày)?|ngày đăng|cập nhật lúc|ngày|veröffentlicht(?: am)?|erstellt(?: am)?|stand|publié(?: le)?|mis en ligne(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|опубликовано|дата публикации|diterbitkan|opublikowano|yayınlanma)(?!\p{L})\s*[:：]?\s*/iu;
const updatedLabel =
  /^(?:last )?(?:updated?|modified|edited|revised|changed)(?: (?:on|at))?\b|^(?:수정|최종\s?수정|업데이트|更新|更新时间|更新日|cập nhật|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено|diperbarui)/iu;
const beforeUpdate =
  /[\s,;(/|·]+(?=(?:last )?(?:updated|modified)\b|수정\s?[:：\d]|更新[:：于\d]|업데이트\s?[:：\d]|aktualisiert\b|mis à jour\b)/iu;
// Several labelled facts on one line: "2026-01-05 08:12 来源：新华社 作者：张三".
const beforeLabel =
  /[\s,;(]+(?=(?:source|by|author|editor|来源|來源|作者|记者|記者|编辑|責任編輯|责任编辑|출처|기자|nguồn|tác giả|quelle|fuente|fonte|источник)\s?[:：])/iu;
const readingTime =
  /^(?:\d{1,3}|one|two|three|five)[\s-]?(?:min(?:ute)?s?)\.? read(?:ing time)?$|^reading time\b|^(?:\d{1,3} ?(?:min|분|分钟|phút))$|^\d{1,3} (?:hours?|minutes?|days?) ago$|^(?:조회|views?|hits?|点击|浏览|阅读)(?: ?수)?\s?[:：]?\s?[\d,.]+[km]?$/iu;
const clockAlone =
  /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[a-z]{2,4}|(?:gmt|utc)? ?[+-]\d{1,2}(?::?\d\d)?)\)?)?$/iu;

const byLabel =
  /^(?:\(?by[:\s]\s*|(?:authors?|written by|reporter|reported by|reporting by|story by|text by|words by|text|texte|autor(?:a|en)?|auteur|autore|tác giả|theo|người viết|автор(?:ы)?|penulis|reporter|par|por|von|oleh|door|作者|记者|記者|撰文|文|글|기자|取材・文)\s?[:：/]\s*)/iu;
const bareByWord = /^(?:[Pp]ar|[Pp]or|[Vv]on|[Oo]leh|[Dd]oor|[Dd]i|[Aa]v)\s+(?=\p{Lu})/u;
const place = /(?:,? in|, aus|, à|, en) \p{Lu}[\p{L} .]{2,40}$/u;
const eastAsianByline =
  /^[([【]?(?:.{0,12}=)?\s?([\p{Script=Hangul}]{2,5}(?:[·,\s]{1,3}[\p{Script=Hangul}]{2,4}){0,4}|[\p{Script=Han}]{2,4}(?:[、,\s]{1,2}[\p{Script=Han}]{2,4}){0,4})\s?(?:(?:선임|전문|수습|인턴|객원|정치부|경제부|국제부)?\s?기자|특파원|논설위원|통신원|편집위원|记者|記者)[)\]】]?(?:\s*[(<[]?\S{1,40}@\S{1,40})?$/u;
const prefixedHanByline =
  /^(?:本报|本報|本网|实习|特约)?(?:记者|記者)\s?([\p{Script=Han}]{2,4}(?:[、,\s]{1,2}[\p{Script=Han}]{2,4}){0,4})$/u;
const jobTitle =
  /[,\s]+(?:(?:senior |chief |deputy |special |foreign |political |business |diplomatic |staff |contributing |freelance |managing )*(?:reporter|correspondent|writer|editor|columnist|contributor|journalist|bureau chief|news desk)s?)(?:[,\s].{0,40})?$/iu;
const address = /[\s(<[]*\S{1,60}@\S{1,80}[)>\]]?$/u;

const publisherLabel =
  /^(?:source|publisher|published by|publication|outlet|provided by|via|来源|來源|来源：|出处|稿源|信息来源|출처|매체|언론사|제공|nguồn|theo nguồn|quelle|fuente|fonte|source de|источник|sumber|bron|źródło|kaynak|出典|提供)\s?[:：]\s*/iu;
const urlLabel =
  /^(?:url|link|source|address|original(?: (?:link|url|article))?|permalink|원문|原文(?:链接)?|地址|링크|출처|来源|nguồn|quelle|fuente)\s?[:：]?\s*(?=https?:\/\/)/iu;
const titleLabel = /^(?:title|headline|제목|标题|標題|tiêu đề|titel|titre|título|заголовок)\s?[:：]\s*/iu;

/** Takes a `Title:`-like label off a headline. */
export function withoutTitleLabel(line: string): string {
  return line.replace(titleLabel, '');
}

/** Reads a line as metadata; `undefined` when any part of it is something else. */
export function readMetaLine(line: string): MetaLine | undefined {
  if (line.length > longestMetaLine) return undefined;
  const url = urlLabel.exec(line);
  if (url !== null) return { url: line.slice(url[0].length) };
  const credit = readCreditLine(line);
  if (credit !== undefined) return credit;
  const meta: { -readonly [key in keyof MetaLine]: MetaLine[key] } = {};
  const lone = line.search(/[|｜]\s*$/) > 0;
  let strong = false;
  const names: string[] = [];
  for (const segment of segmentsOf(line)) {
    const part = readSegment(segment);
    if (part !== undefined) {
      Object.assign(meta, { ...part, ...meta });
      strong = true;
    } else if (isNameLike(segment)) names.push(segment);
    else if (weightOf(segment) > 30 || wordsOf(segment).length > 3) return undefined;
  }
  if (meta.byline === undefined && names[0] !== undefined && (strong || lone)) meta.byline = names[0];
  return strong || (lone && names.length > 0) ? meta : undefined;
}

function segmentsOf(line: string): string[] {
  return line
    .split(/\s*[|｜•·∙]\s*|\s+[–—-]\s+(?!\d{1,2}:)|\s{2,}/u)
    .flatMap((segment) => segment.split(beforeUpdate))
    .flatMap((segment) => segment.split(beforeLabel))
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '' && /[\p{L}\p{N}]/u.test(segment));
}

function readSegment(segment: string): MetaLine | undefined {
  if (readingTime.test(segment) || clockAlone.test(segment)) return {};
  if (updatedLabel.test(segment)) {
    const updated = segment.replace(updatedLabel, '').replace(/^[\s:：]+/, '');
    return isDateOnly(updated) ? { updated } : undefined;
  }
  const published = segment.replace(publishedLabel, '');
  if (isDateOnly(published)) return { published };
  const publisher = publisherLabel.exec(segment);
  if (publisher !== null) return publisherOf(segment.slice(publisher[0].length));
  const byline = bylineOf(segment);
  return byline === undefined ? undefined : { byline };
}

function publisherOf(name: string): MetaLine | undefined {
  return name !== '' && weightOf(name) <= 60 && wordsOf(name).length <= 7 ? { publisher: name } : undefined;
}

function bylineOf(segment: string): string | undefined {
  const eastAsian = eastAsianByline.exec(segment) ?? prefixedHanByline.exec(segment);
  if (eastAsian?.[1] !== undefined) return eastAsian[1].trim();
  const labelled = segment.replace(byLabel, '').replace(bareByWord, '');
  const addressed = labelled
    .replace(address, '')
    .replace(place, '')
    .replace(/[)\s]+$/, '');
  const titled = addressed.replace(jobTitle, '');
  if (titled === segment || titled === '') return undefined;
  if (isNameLike(titled)) return titled;
  // After "By" even one capitalised word, or capitals only, is a name: "By Yonhap", "BY JANE DOE AND JOHN ROE".
  return labelled !== segment &&
    weightOf(addressed) <= 80 &&
    /^[\p{Lu}\p{Lo}]/u.test(addressed) &&
    wordsOf(addressed).length <= 8
    ? addressed
    : undefined;
}
