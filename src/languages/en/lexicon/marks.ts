/** What quotation marks ask of English: words that begin with an apostrophe, and how an attribution breaks off a quotation. */

/** Words that begin with an apostrophe. */
export const CLIPPED =
  /^(?:em|til|till|tis|twas|cause|bout|round|n|kay|sup|cuz|nuff|neath|gainst|im|er|ere|e)(?![\p{L}\p{N}])/iu;
/** Where an attribution such as `, she said` starts inside an unclosed quotation, bounded. */
export const BREAK_OFF =
  /[,?!](?= (?:(?:he|she|they|[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,3}) (?:said|says|added|asked|told|wrote|explained|replied)|(?:said|says|added|asked) (?:he|she|they|[A-Z][\w’'-]{1,30}))\b)/;
