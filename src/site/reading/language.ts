import type { ArticleRecord } from '../../model/records.ts';

/** The apparatus of the pages is English; a text in another language says which. For the attribute `lang`. */
export const foreignLanguage = ({ language }: ArticleRecord): string | undefined =>
  language === 'en' ? undefined : language;
