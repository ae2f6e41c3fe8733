/** The card of an article that was taken in: every key one may fill in, commented, with what was found for it. */
import { stringify } from 'yaml';
import type { ArticleHead } from '../../archive/article.ts';
import { ARTICLE_KINDS } from '../../model/records.ts';
import { slugOf } from '../../model/names.ts';

/** A value as YAML writes it on one line. */
const value = (found: unknown): string =>
  stringify(found, { lineWidth: 0, collectionStyle: 'flow' })
    .trimEnd()
    .replaceAll(/\s*\n\s*/g, ' ');

/** A key that was found in the text, or an example of what goes there. */
function line(key: string, found: unknown, example: string): string {
  const isFound =
    found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0);
  return isFound ? `# ${key}: ${value(found)} # found in the text` : `# ${key}: ${example}`;
}

/**
 * The text of `content/articles/<article>.md`. All of it is remarks but for `format`, where somebody said it; so
 * it changes nothing until a person takes a `#` away.
 */
export function newCard({ meta, language }: ArticleHead, format: string | undefined): string {
  const { title, dek, byline, outlets, published } = meta;
  const [outlet] = outlets;
  const authors = byline.map(({ name, role }) => ({ name, role }));
  return `---
${format ? `format: ${format}\n` : ''}# What the text does not state, or what was read wrongly. Take the # away to say it yourself.
${line('title', title, 'THE TITLE, IF YOU KNOW IT')}
${line('dek', dek, 'THE LINE BELOW THE TITLE')}
${line('byline', authors, '[{name: ANN LEE, role: author}] # or interviewer, interviewee, desk')}
${
  outlet
    ? `# outlet: ${slugOf(outlet) || 'ID'} # ${value(outlet)} in the text; the id is that of content/outlets/<id>.md`
    : '# outlet: ID # of content/outlets/<id>.md, which holds `name: …` between two lines ---'
}
${
  published
    ? `# published: {edtf: ${value(published.edtf)}, basis: stated} # found in the text`
    : '# published: {edtf: 2021-03/2021-05, basis: inferred, note: WHAT IN THE TEXT SAYS SO}'
}
# captured: {edtf: 2021-05-04, basis: stated} # when this copy was made
# spoken: {edtf: 2021-03-12, basis: stated} # when the words of an interview were spoken
# kind: report # or ${ARTICLE_KINDS.filter((kind) => kind !== 'report').join(', ')}
# form: narrative # or dialogue
# language: ${language.tag}${language.basis === 'default' ? '' : ` # ${language.basis}`}
# rights: {holder: WHO HOLDS THEM, statement: AS THE TEXT STATES THEM}
# original: https://example.org/ # the address it was published at
# format: plain-text # or markdown, where it was taken for the other
# undo: [] # what is undone before it is read
# formerly: [ID] # what this file was called before
# labels: {Q: ID, A: ID} # whose turns a label of an interview heads
# claims:
#   - {words: THE WORDS OF A CLAIM, speaker: ID, why: HOW ONE KNOWS}
# accept:
#   - {message: unknown-outlet, line: 1, why: WHY THE WARNING MAY STAND}
---
`;
}
