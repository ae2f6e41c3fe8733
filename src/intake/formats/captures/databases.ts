/** What databases of the press save: articles as text, each with its facts on lines of their own. */
import { textKind, type CaptureKind } from './kind.ts';

const EACH = 'Save the text of each article as a `.txt` file of its own.';

/** The line with which Factiva ends each article. */
export const FACTIVA_END = /^(?:AN[ \t]+)?Document [A-Z][A-Z0-9]{2,9}\d{8}[a-z0-9]{6,14}[ \t]*$/m;
/** The line with which LexisNexis begins each article, and the one with which Nexis Uni ends it. */
export const LEXIS_BEGIN = /^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$/m;
export const NEXIS_END = /^[ \t]*End of Document[ \t]*$/m;
/** The line with which ProQuest begins each article. */
export const PROQUEST_BEGIN = /^[ \t]*Document \d+ of \d+[ \t]*$/m;

export const databaseKinds: readonly CaptureKind[] = [
  textKind(
    'factiva',
    'an export of articles (Factiva)',
    (text) => FACTIVA_END.test(text) && /^(?:WC[ \t]+)?\d[\d,.]* words[ \t]*$/m.test(text),
    EACH,
  ),
  textKind(
    'lexisnexis',
    'an export of articles (LexisNexis)',
    (text) =>
      (LEXIS_BEGIN.test(text) || NEXIS_END.test(text)) &&
      /^(?:LENGTH|LOAD-DATE):[ \t]/im.test(text),
    EACH,
  ),
  textKind(
    'proquest',
    'an export of articles (ProQuest)',
    (text) => PROQUEST_BEGIN.test(text) && /^(?:Full text|ProQuest document ID):[ \t]/m.test(text),
    EACH,
  ),
];
