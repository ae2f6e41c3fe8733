/** The pages of articles and claims as plain `.json`, `.txt` and `.md` files beside them. */
import { remark } from 'remark';
import type { BlockContent, PhrasingContent } from 'mdast';
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
import type { Exporter } from './exporter.ts';
import { articleLine, claimLines, claimOfAddress, tombstoneLine } from './lines.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const link = (url: string): PhrasingContent => ({ type: 'link', url, children: [text(url)] });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({
  type: 'paragraph',
  children,
});
const heading = (depth: 1 | 2 | 3, value: string): BlockContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
// Through the syntax tree, so that an asterisk in a source stays an asterisk.
const markdown = remark().data('settings', { bullet: '-', emphasis: '_' });
const toMarkdown = (children: BlockContent[]): string =>
  markdown.stringify({ type: 'root', children });

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
  const blocks = article.blocks.map((block): BlockContent => {
    const words = article.text.slice(block.start, block.end);
    if (block.role === 'title') return heading(1, words);
    if (block.role === 'heading') return heading(2, words);
    return paragraph(text(words));
  });
  const claims: BlockContent = {
    type: 'list',
    ordered: true,
    start: 1,
    spread: false,
    children: article.claims.map((claim) => ({
      type: 'listItem',
      children: [
        paragraph(
          text(`${speakerAndVia(claim)}: ${wordsInLine(claim)} `),
          link(absolute(root, claimPath(claim.id))),
        ),
      ],
    })),
  };
  return toMarkdown([
    ...(article.blocks.some((block) => block.role === 'title') ? [] : [heading(1, article.title)]),
    ...blocks,
    { type: 'thematicBreak' },
    ...(article.claims.length > 0
      ? [heading(2, 'Claims'), claims, { type: 'thematicBreak' } as const]
      : []),
    ...head(article).map((line) => paragraph(text(line))),
    paragraph(link(absolute(root, articlePath(article.id)))),
  ]);
}

export const claimText = (claim: ClaimRecord, article: ArticleRecord, root: string): string =>
  `${claimInLine(claim, article)}\n${absolute(root, claimPath(claim.id))}\n`;

export const claimMarkdown = (claim: ClaimRecord, article: ArticleRecord, root: string): string =>
  toMarkdown([
    paragraph(text(`${speakerAndVia(claim)}, ${whereFound(claim, article)}:`)),
    { type: 'blockquote', children: [paragraph(text(claim.text))] },
    paragraph(link(absolute(root, claimPath(claim.id)))),
  ]);

const json = (value: object) => [`${JSON.stringify(value, null, 1)}\n`];

export const plain: Exporter = {
  name: 'plain',
  *files({ root, articles, source, claimFiles, addresses }) {
    for (const article of articles) {
      const original = source(article);
      const claims = claimLines(article, original, root);
      // The line has its claims' ids; here each is whole.
      yield {
        path: articleFilePath(article.id, 'article.json'),
        chunks: json({ ...articleLine(article, original, root), text: article.text, claims }),
      };
      yield {
        path: articleFilePath(article.id, 'article.txt'),
        chunks: [articleText(article, root)],
      };
      yield {
        path: articleFilePath(article.id, 'article.md'),
        chunks: [articleMarkdown(article, root)],
      };
      if (!claimFiles) continue;
      for (const line of claims)
        yield { path: claimFilePath(line.id, 'claim.json'), chunks: json(line) };
      for (const claim of article.claims) {
        yield {
          path: claimFilePath(claim.id, 'claim.txt'),
          chunks: [claimText(claim, article, root)],
        };
        yield {
          path: claimFilePath(claim.id, 'claim.md'),
          chunks: [claimMarkdown(claim, article, root)],
        };
      }
    }
    if (claimFiles)
      for (const address of addresses) {
        const id = claimOfAddress(address.path);
        if (id)
          yield {
            path: claimFilePath(id, 'claim.json'),
            chunks: json(tombstoneLine(address, root)),
          };
      }
  },
};
