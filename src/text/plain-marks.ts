/** Quotation marks and apostrophes as a keyboard has them, sign for sign: `’` is `'`, `“` and `«` are `"`. */
export const plainMarks = (text: string): string =>
  text.replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‛`´]/g, "'");
