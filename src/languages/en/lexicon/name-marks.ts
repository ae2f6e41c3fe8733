/** What marks inside names ask of English: articles before them, and words that begin a quotation instead. */

/** An Arabic article, or "O", "D", "Mc" and their like, before the mark. */
export const BEFORE =
  /(?<![\p{L}\p{N}])(?:(?:al|el|as|ash|ad|an|ar|at|az|ul|bin|ibn|abu)[-\u2011]|\p{L}{1,2})$/iu;
/** Words that begin a quotation rather than a name, and clipped ones. */
export const NO_NAME =
  /^(?:a|i|u|o|e|an?d?|all|also|although|always|am|america\p{L}*|among|another|any\p{L}*|are|as|asked|at|after|again|about|absolutely|actually|agree\p{L}*|ask|away|i[fnst]|it['’]?s|into|instead|indeed|i['’]\p{L}+|imagine|inside|is|isn|our|out|on|of|off|or|one|only|once|over|obvious\p{L}*|oh|ok|okay|open|other\p{L}*|old|outside|un\p{L}*|up|us|use\p{L}*|usually|ugly|each|early|earlier|easy|either|else|end|enough|enter|entire\p{L}*|even|ever\p{L}*|exact\p{L}*|except|excellent|excuse|europe\p{L}*|english|essential\p{L}*|em|til|till|tis|twas|cause|bout|round|gainst|im|er)(?:[’']\p{L}+)?$/iu;
