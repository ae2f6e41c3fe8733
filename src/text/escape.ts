/** Words as a part of something that reads some characters in its own way. */

/** As a part of a regular expression, where they mean themselves. */
export const inPattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As HTML, where they stand as text or in an attribute between double quotation marks. */
export const inHtml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// Characters that XML 1.0 cannot hold, even escaped.
const UNHELD = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** What is written otherwise, or may be. */
const DOUBTFUL = /[&<>\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** As text of an XML element, or in an attribute where they have no quotation marks; what XML cannot hold is `�`. */
export const inXml = (words: string): string =>
  DOUBTFUL.test(words)
    ? words.replace(UNHELD, '�').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : words;

/** As text of an XML element or in an attribute between double quotation marks. */
export const inXmlAttribute = (words: string): string => inXml(words).replace(/"/g, '&quot;');
