/** What the front matter of a source says of its article, each key read by itself. */
import type { VFile } from 'vfile';
import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { PageReader } from '../languages/index.ts';
import { edtfBounds, edtfOf } from '../model/dates.ts';
import { complain, unusedFrontMatter } from '../model/messages.ts';

/** The keys that are read; others are the source's own affair. */
export interface FrontMatter {
  title?: string;
  author?: readonly string[];
  date?: string;
  outlet?: string;
  description?: string;
  language?: string;
}

type Key = keyof FrontMatter;
const KEYS: readonly Key[] = ['title', 'author', 'date', 'outlet', 'description', 'language'];

type Place = (path: readonly PropertyKey[]) => { line: number; column: number };

/**
 * Values as they are written: `title: 2018` is the title `2018`. A key without a value says nothing; one that cannot
 * be used is a warning on the file, and the others are read.
 */
export function frontMatterOf(
  { document, place }: { document: Document; place: Place },
  file: VFile,
): FrontMatter {
  const data: FrontMatter = {};
  for (const key of KEYS) {
    const node = document.get(key, true) as Node | undefined;
    const words = written(node);
    if (words === null || (words.length !== 1 && key !== 'author'))
      complain(
        file,
        place([key]),
        unusedFrontMatter(
          key,
          String(node).trim(),
          key === 'author' ? 'a name, or a list of names' : 'a single value',
          key === 'author' ? 'author: Ann Lee' : `${key}: ${EXAMPLES[key]}`,
        ),
      );
    else if (key === 'author') data.author = words.filter((name) => name !== '');
    else if (words[0]) data[key] = words[0];
  }
  return data;
}

const EXAMPLES: Record<Exclude<Key, 'author'>, string> = {
  title: 'Night ferry to stay',
  date: '2018-05-12',
  outlet: 'Harbour Post',
  description: 'The ferry sails on.',
  language: 'en',
};

/** The words of a value, or of each in a list; `['']` for none; null for what holds more than words. */
function written(node: Node | undefined): string[] | null {
  if (node === undefined) return [''];
  if (isSeq(node)) {
    const items = node.items.map((item) => written(item as Node));
    return items.every((item) => item?.length === 1)
      ? items.flatMap((item) => item ?? []).filter((item) => item !== '')
      : null;
  }
  if (isMap(node) || !isScalar(node)) return null;
  if (node.value === null) return [''];
  return [typeof node.value === 'string' ? node.value : (node.source ?? '')];
}

/** The date that front matter states, in EDTF, as it is or as the language prints dates; null for what is no date. */
export function dateOf(written: string, page: PageReader): string | null {
  const value = written.trim();
  if (edtfBounds(value)) return value;
  const printed = page.fullDate(value);
  return printed?.start === 0 && printed.end === value.length && !printed.range
    ? edtfOf(printed)
    : null;
}
