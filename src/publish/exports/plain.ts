/** The pages of articles and claims as plain `.json`, `.txt` and `.md` files beside them. */
import type { ArticleRecord, ClaimRecord } from '../../model/records.ts';
import {
  absolute,
  articleFilePath,
  articlePath,
  claimFilePath,
  claimPath,
} from '../../model/urls.ts';
import { dateInLine, listed, speakerAndVia } from '../../model/wording.ts';
import { claimInLine, whereFound, wordsInLine } from './describe.ts';
import type { ExportedArticle, Exporter } from './exporter.ts';
import { claimOfAddress, tombstoneLine } from './lines.ts';
import { address, document, heading, numbered, paragraph, quotation, RULE } from './markdown.ts';

const head = (article: ArticleRecord): string[] =>
  [
    article.byline.length > 0 ? `By ${listed(article.byline.map(({ name }) => name))}` : null,
    article.outlet?.name ?? null,
    `Published: ${dateInLine(article.published)}`,
    article.rights.holder ? `Rights: ${article.rights.holder}` : null,
    `Source: SHA-256 ${article.source.sha256}`,
  ].filter((line) => line !== null);

/** The article's reading text below its facts and address. */
export const articleText = (article: ArticleRecord, root: string): string =>
  `${[article.title, ...head(article), absolute(root, articlePath(article.id))].join('\n')}\n\n${article.text}\n`;

/** The article as Markdown, its claims listed below the text. */
function articleMarkdown(article: ArticleRecord, root: string): string {
  const blocks = article.blocks.map((block) => {
    const words = article.text.slice(block.start, block.end);
    if (block.role === 'title') return heading(1, words);
    if (block.role === 'heading') return heading(2, words);
    return paragraph(words);
  });
  const claims = article.claims.map((claim) => ({
    words: `${speakerAndVia(claim)}: ${wordsInLine(claim)}`,
    url: absolute(root, claimPath(claim.id)),
  }));
  return document([
    ...(article.blocks.some((block) => block.role === 'title') ? [] : [heading(1, article.title)]),
    ...blocks,
    RULE,
    ...(claims.length > 0 ? [heading(2, 'Claims'), numbered(claims), RULE] : []),
    ...head(article).map(paragraph),
    address(absolute(root, articlePath(article.id))),
  ]);
}

export const claimText = (claim: ClaimRecord, article: ArticleRecord, root: string): string =>
  `${claimInLine(claim, article)}\n${absolute(root, claimPath(claim.id))}\n`;

export const claimMarkdown = (claim: ClaimRecord, article: ArticleRecord, root: string): string =>
  document([
    paragraph(`${speakerAndVia(claim)}, ${whereFound(claim, article)}:`),
    quotation(claim.text),
    address(absolute(root, claimPath(claim.id))),
  ]);

/** The article's line with its text and its claims, each of which is a line of the file. */
function articleJson({ article, line, claimsJson }: ExportedArticle): string[] {
  const { claims: _, ...facts } = line;
  const opening = JSON.stringify({ ...facts, text: article.text }).slice(0, -1);
  const claims = claimsJson.flatMap((json, i) => (i === 0 ? [json] : [',\n', json]));
  return [opening, ',"claims":[\n', ...claims, '\n]}\n'];
}

const json = (value: object) => `${JSON.stringify(value, null, 1)}\n`;

export const plain: Exporter = {
  name: 'plain',
  begin: ({ root, claimFiles, addresses }, files) => ({
    article(one) {
      const { article } = one;
      const beside = (file: string, text: string | readonly string[]) =>
        files.write(articleFilePath(article.id, file), text);
      files.together(article.id, one.digest, () => {
        beside('article.json', articleJson(one));
        beside('article.txt', articleText(article, root));
        beside('article.md', articleMarkdown(article, root));
        if (!claimFiles) return;
        for (const line of one.claims)
          files.write(claimFilePath(line.id, 'claim.json'), json(line));
        for (const claim of article.claims) {
          files.write(claimFilePath(claim.id, 'claim.txt'), claimText(claim, article, root));
          files.write(claimFilePath(claim.id, 'claim.md'), claimMarkdown(claim, article, root));
        }
      });
    },
    end() {
      if (!claimFiles) return;
      for (const gone of addresses) {
        const id = claimOfAddress(gone.path);
        if (id) files.write(claimFilePath(id, 'claim.json'), json(tombstoneLine(gone, root)));
      }
    },
  }),
};
