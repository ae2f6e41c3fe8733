/** Saved pages made of a body and a head, read as `npm run add` reads them. */
import { VFile } from 'vfile';
import { readHead } from '../../src/archive/article.ts';
import { read } from '../../src/intake/read.ts';
import { certain } from '../../src/text/certain.ts';

export const TITLE = 'Council votes to keep night ferry';
export const H1 = `<h1>${TITLE}</h1>`;

/** Lines of an article, of the length that running text has. */
export const P = [
  'The town council of Sandhaven voted on Tuesday night to keep the last ferry across the Harl estuary.',
  '“We will not leave the east bank in the dark,” said Tomas Reyne, the council leader, after the vote.',
  'Ines Okafor, who chairs the transport committee, said that the fare would rise to four crowns in June.',
  'The motion passed by 14 votes to nine, and two members of the Harbour List abstained from the vote.',
];
export const paragraphs = (from = 0, to = P.length) =>
  P.slice(from, to)
    .map((line) => `<p>${line}</p>`)
    .join('');

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
