/** Languages by name, and which of them the rules read. */

/** The language that the rules and the model are made for. */
export const LANGUAGE_OF_RULES = 'en';

/** Whether the rules can read a text in this language (BCP 47). */
export const hasRules = (language: string): boolean => /^en(?:-|$)/i.test(language);

const names = new Intl.DisplayNames('en', { type: 'language' });

/** `German` for `de`; what has no name is given as it is written. */
export function languageInWords(tag: string): string {
  if (tag === 'und') return 'not known';
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
