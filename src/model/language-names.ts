/** Languages by name. */
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
