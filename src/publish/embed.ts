/** HTML with which another page quotes a claim or names an article. */
import { framedWords } from '../archive/frame.ts';
import type { ArticleRecord, ClaimRecord } from '../model/records.ts';
import { sourceLine, speakerAndVia } from '../model/wording.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The claim with its speaker and its article; `page` and `inContext` are whole addresses. */
export const embedHtml = (
  claim: ClaimRecord,
  article: ArticleRecord,
  { page, inContext }: { page: string; inContext: string },
): string =>
  [
    `<blockquote cite="${escaped(page)}">`,
    `<p>${escaped(framedWords(article, claim))}</p>`,
    `<footer>${escaped(speakerAndVia(claim))}, in <cite>` +
      `<a href="${escaped(inContext)}">${escaped(article.title)}</a></cite>, ` +
      `${escaped(sourceLine(article))}</footer>`,
    '</blockquote>',
  ].join('\n');

/** The article's title, leading to its page, with outlet and date. */
export const embedArticleHtml = (article: ArticleRecord, page: string): string =>
  `<p><cite><a href="${escaped(page)}">${escaped(article.title)}</a></cite>, ${escaped(sourceLine(article))}</p>`;
