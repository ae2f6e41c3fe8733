/**
 * `oembed.json` beside pages: what programs that show a page within another ask for (oEmbed 1.0). A plain file host
 * answers no queries, so that each page's head names its own file.
 */
import {
  absolute,
  articlePath,
  claimInContextPath,
  claimPath,
  oembedPath,
} from '../../model/urls.ts';
import { embedArticleHtml, embedHtml } from '../embed.ts';
import { claimInLine } from './describe.ts';
import type { Exporter } from './exporter.ts';

/** The format wants measures; a quotation grows with its words. */
const [WIDTH, LINE, LINE_LENGTH, FRAME] = [600, 24, 70, 60];
const heightOf = (words: string) => FRAME + LINE * Math.ceil(words.length / LINE_LENGTH);

/** Longer titles are cut by those who show them. */
const TITLE = 140;

export const oembed: Exporter = {
  name: 'oembed',
  begin({ root, site, claimFiles }, files) {
    const write = (page: string, title: string, words: string, html: string) =>
      files.write(
        oembedPath(page),
        `${JSON.stringify({
          type: 'rich',
          version: '1.0',
          title,
          provider_name: site.name,
          provider_url: absolute(root, ''),
          html,
          width: WIDTH,
          height: heightOf(words),
        })}\n`,
      );
    return {
      article({ article }) {
        const path = articlePath(article.id);
        write(path, article.title, article.title, embedArticleHtml(article, absolute(root, path)));
        if (!claimFiles) return;
        for (const claim of article.claims) {
          const own = claimPath(claim.id);
          const inContext = absolute(root, claimInContextPath(article.id, claim.id));
          const html = embedHtml(claim, article, { page: absolute(root, own), inContext });
          write(own, claimInLine(claim, article, TITLE), claim.text, html);
        }
      },
    };
  },
};
