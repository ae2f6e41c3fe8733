/** Curators' Markdown as safe HTML: remark and rehype, sanitised last; no pictures, no raw HTML. */
import type { Root } from 'hast';
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const schema: Options = {
  tagNames: ['p', 'em', 'strong', 'code', 'a', 'ul', 'ol', 'li', 'blockquote', 'br'],
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
};
const processor = unified()
  .use(remarkParse)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** The safe tree of a text, for a page that draws it node by node. */
export const noteTree = (markdown: string): Root => processor.runSync(processor.parse(markdown));

export const noteHtml = (markdown: string): string => String(processor.processSync(markdown));

/** One line of Markdown without a paragraph around it. */
export const lineHtml = (markdown: string): string =>
  noteHtml(markdown.replace(/\s+/g, ' ').trim())
    .replace(/^<p>([\s\S]*)<\/p>$/, '$1')
    .replaceAll('</p>\n<p>', ' ');

const pageSchema: Options = {
  ...schema,
  tagNames: [...(schema.tagNames ?? []), 'h2', 'h3', 'h4', 'hr', 'pre'],
};

const rankOf = (tag: string): number | null => {
  const rank = /^h([1-6])$/.exec(tag)?.[1];
  return rank === undefined ? null : Number(rank);
};

/**
 * A page of an archive's own. Its title stands above it, so that its headings begin with the second rank; an
 * address that begins with `/` is one of the archive, which `link` writes as the site is served.
 */
export function pageHtml(markdown: string, link: (path: string) => string): string {
  const inPlace = () => (tree: Root) => {
    let highest = 6;
    visit(tree, 'element', ({ tagName }) => {
      highest = Math.min(highest, rankOf(tagName) ?? highest);
    });
    visit(tree, 'element', (element) => {
      const rank = rankOf(element.tagName);
      if (rank) Object.assign(element, { tagName: `h${Math.min(4, rank - highest + 2)}` });
      const { href } = element.properties;
      if (typeof href === 'string' && /^\/(?!\/)/.test(href))
        Object.assign(element.properties, { href: link(href.slice(1)) });
    });
  };
  return String(
    unified()
      .use(remarkParse)
      .use(remarkRehype)
      .use(inPlace)
      .use(rehypeSanitize, pageSchema)
      .use(rehypeStringify)
      .processSync(markdown),
  );
}
