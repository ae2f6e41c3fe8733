/**
 * An article or a claim as a ContextObject in a span (OpenURL 1.0, Z39.88-2004, with the Dublin Core
 * format): what reference managers read of lists, and before anything that stands in a page's head,
 * since it keeps given and family names apart and leaves a body's name whole.
 */
import { nameTurned, type Cited, type CslName } from './citations.ts';

type Field = readonly [key: string, value: string | null | undefined];

/** A name in one piece is a last name alone, or readers part it at its blanks. */
const namedFields = ({ literal, family, given, suffix }: CslName): Field[] => [
  ['rft.aulast', family ?? literal],
  ['rft.aufirst', [given, suffix].filter(Boolean).join(', ')],
];

/** For the `title` of a span of class `Z3988`; null where the form cannot hold what is to be said. */
export function coinsOf({ item, date }: Cited): string | null {
  const day = date.parts?.map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-');
  const fields: Field[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', item.type === 'article-newspaper' ? 'newspaperArticle' : 'webpage'],
    ['rft.title', item.title],
    ['rft.source', item['container-title']],
    ...(item.author ?? []).flatMap(namedFields),
    ...(item.contributor ?? []).map((name) => ['rft.contributor', nameTurned(name)] as const),
    // of an interval what its ends share: readers take a longer form for a day, and the note has it in words
    ['rft.date', day],
    ['rft.pages', item.page],
    ['rft.language', item.language],
    ['rft.description', item.note],
    ['rft_id', item.URL],
  ];
  // readers take an encoded plus sign for a blank
  if (fields.some(([, value]) => value?.includes('+'))) return null;
  return fields
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value.trim())}`] : []))
    .join('&');
}
