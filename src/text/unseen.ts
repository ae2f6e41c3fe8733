/**
 * Characters of which a reader sees nothing and which part no words: soft hyphens, joiners, marks of
 * direction, invisible operators. For the inside of a class of a regular expression.
 */
export const UNSEEN =
  '\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF';
