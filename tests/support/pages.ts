/** Saved pages made of a body and a head, read as `npm run add` reads them. */
import { VFile } from 'vfile';
import { readHead } from '../../src/archive/article.ts';
import { read } from '../../src/intake/read.ts';
import { certain } from '../../src/text/certain.ts';

export const TITLE = 'Council votes to keep night ferry';
export const H1 = `<h1>${TITLE}</h1>`;

/** What is read of a page; `lang` is the language that it states. */
export function readPage(body: string, head = `<title>${TITLE}</title>`, lang = 'en') {
  const source = `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;
  const file = new VFile({ path: 'a.html', value: new TextEncoder().encode(source) });
  const raw = certain(read(file), file.messages.map(String).join('\n'));
  const { text, meta, language } = certain(readHead(raw, file), 'a page has a head');
  const lines = (wanted: (role: string) => boolean) =>
    meta.blocks
      .filter(({ role }) => wanted(role))
      .map(({ start, end }) => text.text.slice(start, end));
  return {
    ...{ meta, language, outlet: meta.outlets[0] ?? null },
    authors: meta.byline.map(({ name }) => name),
    article: lines((role) => role === 'paragraph' || role === 'heading' || role === 'quote'),
    out: lines((role) => role === 'boilerplate'),
    captions: lines((role) => role === 'caption'),
    all: text.text,
    messages: file.messages.map(({ reason }) => reason),
  };
}
