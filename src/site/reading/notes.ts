/** Curators' Markdown as safe HTML: remark and rehype, sanitised last; no pictures, no raw HTML. */
import rehypeSanitize, { type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

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

export const noteHtml = (markdown: string): string => String(processor.processSync(markdown));
