/** Languages by name. */
let names: Intl.DisplayNames | undefined;

/** `German` for `de`; what has no name is given as it is written. */
export function languageInWords(tag: string): string {
  if (tag === 'und') return 'not known';
  try {
    // Made when a name is first asked for: it takes longer than to start a small command.
    names ??= new Intl.DisplayNames('en', { type: 'language' });
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
