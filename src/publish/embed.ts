/** HTML with which another page quotes a claim or names an article. */
import { framedWords } from '../archive/frame.ts';
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';
import { sourceLine, speakerAndVia } from '../model/wording.ts';
import { inHtml } from '../text/escape.ts';

/** The claim with its speaker and its article; `page` and `inContext` are whole addresses. */
export const embedHtml = (
  claim: ClaimRecord,
  article: ArticleRecord,
  { page, inContext }: { page: string; inContext: string },
): string =>
  [
    `<blockquote cite="${inHtml(page)}">`,
    `<p>${inHtml(framedWords(article, claim))}</p>`,
    `<footer>${inHtml(speakerAndVia(claim))}, in <cite>` +
      `<a href="${inHtml(inContext)}">${inHtml(article.title)}</a></cite>, ` +
      `${inHtml(sourceLine(article))}</footer>`,
    '</blockquote>',
  ].join('\n');

/** The article's title, leading to its page, with outlet and date. */
export const embedArticleHtml = (article: ArticleRecord, page: string): string =>
  `<p><cite><a href="${inHtml(page)}">${inHtml(article.title)}</a></cite>, ${inHtml(sourceLine(article))}</p>`;
