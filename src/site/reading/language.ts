import type { ArticleRecord } from '../../model/records.ts';

/** The apparatus of the pages is English; a text in another language says which. For the attribute `lang`. */
export const foreignLanguage = ({ language }: ArticleRecord): string | undefined =>
  language === 'en' ? undefined : language;

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand']);

/** The script that a language is most likely written in, as Unicode names it; undefined for what is no language tag. */
function scriptOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}

/** For the attribute `dir`, where a text is written from right to left. */
export const directionOf = ({ language }: Pick<ArticleRecord, 'language'>): 'rtl' | undefined =>
  RIGHT_TO_LEFT.has(scriptOf(language) ?? '') ? 'rtl' : undefined;
