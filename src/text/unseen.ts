/**
 * Characters of which a reader sees nothing and which part no words: control characters, soft hyphens, joiners, marks
 * of direction, invisible operators. For the inside of a class of a regular expression.
 */
const CONTROLS = '\\0-\\x08\\x0E-\\x1F\\x7F-\\x9F\\uFFF9-\\uFFFB\\uFFFE\\uFFFF';
const DIRECTIONS = '\\u202A-\\u202E\\u2066-\\u2069';
export const UNSEEN = `${CONTROLS}\\u00AD\\u061C\\u200B-\\u200F${DIRECTIONS}\\u2060-\\u2064\\uFEFF`;

const MISLEADING = new RegExp(`[${CONTROLS}${DIRECTIONS}]`, 'g');
/** A line of words without what only programs obey, and without halves of characters, which no file can hold. */
export const withoutControls = (words: string): string =>
  words.toWellFormed().replace(MISLEADING, '').replace(/ {2,}/g, ' ');

/** Where the first such character stands; -1 where there is none. */
export const indexOfControl = (words: string): number => {
  const control = words.search(MISLEADING);
  return control < 0 && !words.isWellFormed() ? words.search(/\p{Cs}/u) : control;
};

const OVERRIDING = new RegExp(`[${CONTROLS}\\u202D\\u202E]`, 'g');
/** A captured text for a page: what XML and HTML cannot hold, or what turns letters round, is a sign that is seen. */
export const controlsShown = (text: string): string =>
  text.replace(OVERRIDING, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
