/** What quotation marks ask of English: words that begin with an apostrophe, and how an attribution breaks off a quotation. */

/** Words that begin with an apostrophe. */
export const CLIPPED =
  /^(?:em|til|till|tis|twas|cause|bout|round|n|kay|sup|cuz|nuff|neath|gainst|im|er|ere|e)(?![\p{L}\p{N}])/iu;
const SAID =
  '(?:said|says|added|adds|asked|told|wrote|explained|explains|replied|noted|notes|continued|recalled|insisted|argued|warned|stated|tweeted|joked|concluded|declared|remarked|responded|announced|claimed|observed|complained|acknowledged|predicted|suggested|testified|exclaimed|recounted|tells|writes|argues|insists|admits|admitted|concedes|conceded|confessed|boasted|quipped|asserted|maintained|stressed|emphasized|emphasised|lamented|mused|shouted|yelled|cried|retorted|countered|assured|commented|posted)';
const SOMEBODY =
  "(?:he|she|they|it|(?:[A-Z]\\w{0,3}\\. )?[A-Z][\\w’'-]{1,30}(?: [A-Z][\\w.’'-]{0,30}){0,3}|(?:the|a|an|one|his|her|their|another) [\\w’'-]{2,20}(?: [\\w’'-]{2,20}){0,3})";
/** A name with what it is said to be between commas, before the verb: `Mara Obi, who keeps the harbour, said`. */
const APPOSED =
  "(?:[A-Z]\\w{0,3}\\. )?[A-Z][\\w’'-]{1,30}(?: [A-Z][\\w.’'-]{0,30}){0,3}, [^.!?“”\"]{3,120}, ";
/** Where an attribution such as `, she said` or `. Obi said` starts inside an unclosed quotation, bounded. */
export const BREAK_OFF = new RegExp(
  `[,?!][’']?(?= (?:${SOMEBODY} ${SAID}|${APPOSED}${SAID}|${SAID} ${SOMEBODY}|according to)\\b)|[.!?](?= (?:He|She|They|(?!I\\b)[A-Z][\\w’'-]{1,30}(?: [A-Z][\\w.’'-]{0,30}){0,3}|The [\\w’'-]{2,20}(?: [\\w’'-]{2,20})?) (?:also |then |later )?${SAID}\\b)`,
);
/** Who says what, inside the words before a mark that closes: a quotation begins behind it, or not in this sentence. */
export const TOLD = new RegExp(
  `(?:\\b${SOMEBODY},? (?:[\\w’'-]+ ){0,3}?${SAID}|\\b${SAID} ${SOMEBODY})\\b`,
);
/** The same, at its end, with the mark that introduces words: `she said, `, `Obi told us: `. */
export const INTRODUCES = new RegExp(
  `\\b(?:${SAID}|saying|adding|asking|writing)\\b[^.!?;:“”"]{0,60}[,:] (?=[A-Z])`,
  'g',
);
/** Behind a quotation: who says it, within a sentence that goes on with more of it: ` she said, and`. */
export const BROKEN_OFF = new RegExp(
  `^\\s?(?:${SOMEBODY} ${SAID}|${SAID} ${SOMEBODY})(?: [^.!?“”",]{1,60})?, (?=\\p{Ll})`,
  'u',
);
