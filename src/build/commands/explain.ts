/**
 * `npm run explain -- <article>`: what each stage found in one article, and why, in words.
 * `npm run explain -- --rules`: every rule by which claims are found, with an example and its precision.
 */
import { LANGUAGES } from '../../languages/index.ts';
import { nearest } from '../../intake/cards/read.ts';
import type { ArticleDraft } from '../../archive/article.ts';
import { readContent, root } from '../archive-files/content.ts';
import { describe } from '../terminal/errors.ts';
import { findingsInWords } from '../terminal/findings.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import { runPipeline } from '../archive-files/pipeline.ts';
import { enter } from '../settings.ts';

/** Prints what each stage found in the article that the arguments name. */
export function explain(args: readonly string[]): void {
  enter();
  const [id, ...rest] = args;
  if (id === '--rules' && rest.length === 0) {
    console.log(LANGUAGES.map((language) => language.rulesInWords()).join('\n\n'));
    return;
  }
  settle(root);
  const content = attempt(readContent);
  const known = content.sources.map(({ article }) => article);
  if (!id || rest.length > 0 || !known.includes(id)) {
    console.error(askForArticle(id, known));
    process.exit(1);
  }

  let draft: ArticleDraft | undefined;
  const { archive, report } = attempt(() =>
    runPipeline(content, (one) => (draft = one.id === id ? one : draft)),
  );
  const article = archive.articles.find((candidate) => candidate.id === id);
  if (!draft || !article) {
    console.error(`${report}\n\`${id}\` cannot be read.`);
    process.exit(1);
  }

  console.log(findingsInWords(draft, article));
}

/** What a step gives; where it cannot be done, that is said and the command ends. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    console.error(describe(error));
    process.exit(1);
  }
}

/** What to say to somebody who named no article of the archive. */
function askForArticle(asked: string | undefined, known: readonly string[]): string {
  const guess = asked ? nearest(asked, known) : null;
  const problem = asked
    ? `There is no article \`${asked}\`.`
    : 'Name one article: `npm run explain -- <article>`.';
  const meant = guess ? ` Did you mean \`${guess}\`?` : '';
  return `${problem}${meant}\nThe archive holds: ${known.join(', ')}`;
}
