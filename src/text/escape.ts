/** Words as a part of something that reads some characters in its own way. */

/** As a part of a regular expression, where they mean themselves. */
export const inPattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As text or as the value of an attribute (in double quotation marks) of HTML and XML. */
export const inMarkup = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
