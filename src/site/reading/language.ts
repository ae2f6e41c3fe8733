import type { ArticleRecord } from '../../model/records.ts';

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand']);

/** Attributes of an element that holds words of a text. */
export interface Written {
  lang?: string;
  dir?: 'rtl';
}

const ENGLISH: Written = {};
const known = new Map<string, Written>();

/** A language and the script that it is most likely written in, as Unicode names them; null for what is no tag. */
function maximized(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language).maximize();
  } catch {
    return null;
  }
}

function asAttributes(language: string): Written {
  const locale = maximized(language);
  if (locale?.language === 'en') return ENGLISH;
  return RIGHT_TO_LEFT.has(locale?.script ?? '')
    ? { lang: language, dir: 'rtl' }
    : { lang: language };
}

/**
 * What an element that holds words of a text says of them: `lang`, and `dir` where they are written from right to
 * left. Nothing for a text in English, as which a page is marked.
 */
export function writtenIn({ language }: Pick<ArticleRecord, 'language'>): Written {
  const before = known.get(language);
  if (before) return before;
  const attributes = asAttributes(language);
  known.set(language, attributes);
  return attributes;
}
