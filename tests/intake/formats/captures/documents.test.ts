/** Texts of word processors: what is kept as Markdown, what is left out and said so. */
import { expect, test } from 'vitest';
import { clean } from '../../../../src/intake/clean.ts';
import { read } from '../../../../src/intake/read.ts';
import { VFile } from 'vfile';
import { refusalOf, takenFrom, zipOf } from '../../../support/captures.ts';

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (inner: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inner}</w:p>`;
const xml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${inner}`;
const docx = (body: string, more: Record<string, string> = {}) =>
  zipOf({
    '[Content_Types].xml': xml('<Types/>'),
    'word/document.xml': xml(`<w:document><w:body>${body}</w:body></w:document>`),
    ...more,
  });
const odt = (body: string, more: Record<string, string> = {}) =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': xml(
      `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...more,
  });
const textOf = async (name: string, content: Uint8Array) =>
  (await takenFrom(name, content)).texts[0]?.text;

test('DOCX: headings by the name of their style, runs as they join, breaks, tabs, footnotes', async () => {
  const { texts } = await takenFrom(
    'ferry.docx',
    docx(
      [
        paragraph(run('The night ferry stays'), 'Titel'),
        paragraph(run('What the board said'), 'berschrift1'),
        paragraph(
          run('“We will keep the ') +
            run('night') +
            '<w:r><w:br/></w:r>' +
            run('ferry,” said Mara Obi.') +
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
        ),
        paragraph(
          `<w:hyperlink>${run('It sails')}</w:hyperlink><w:r><w:tab/></w:r><w:ins>${run('at ten')}</w:ins><w:del>${run('never')}</w:del>.`,
        ),
        '<w:tbl><w:tr><w:tc>' + paragraph(run('A cell')) + '</w:tc></w:tr></w:tbl>',
        paragraph(
          `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('In a box'))}</w:txbxContent></mc:Choice><mc:Fallback>${paragraph(run('In a box'))}</mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      ].join(''),
      {
        'word/styles.xml': xml(
          '<w:styles><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>',
        ),
        'word/footnotes.xml': xml(
          `<w:footnotes><w:footnote w:id="2">${paragraph(run('In a letter.'))}</w:footnote></w:footnotes>`,
        ),
        'word/comments.xml': xml(
          `<w:comments><w:comment w:id="0">${paragraph(run('Check this'))}</w:comment></w:comments>`,
        ),
        'docProps/core.xml': xml(
          '<cp:coreProperties><dc:title>The night ferry stays</dc:title><dc:creator>user1</dc:creator><dcterms:created>2021-05-03T10:00:00Z</dcterms:created></cp:coreProperties>',
        ),
      },
    ),
  );
  expect(texts[0]?.text).toBe(
    '# The night ferry stays\n\n## What the board said\n\n“We will keep the night\nferry,” said Mara Obi.[1]\n\nIt sails at ten\n\nA cell\n\nIn a box\n\n[1] In a letter.\n',
  );
  expect(texts[0]?.notes).toEqual([
    'Left out: 1 passage that is struck out, 1 comment.',
    '1 footnote stands below the text.',
  ]);
  expect(texts[0]?.facts).toMatchObject({
    title: { value: 'The night ferry stays', by: 'the title of the document, and printed in it' },
    authors: { value: ['user1'], isDoubtful: true },
    published: { value: '2021-05-03', isDoubtful: true },
  });
});

test('ODT: the same, with its blanks', async () => {
  const { texts } = await takenFrom(
    'ferry.odt',
    odt(
      [
        '<text:h text:outline-level="1">What the board said</text:h>',
        '<text:p>“We will keep the<text:s text:c="2"/>night\n  <text:span>ferry</text:span>,”<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In a letter.</text:p></text:note-body></text:note> said Mara Obi.<office:annotation><dc:creator>Bo</dc:creator><text:p>Check this</text:p></office:annotation></text:p>',
        '<text:list><text:list-item><text:p>At ten</text:p></text:list-item></text:list>',
      ].join(''),
    ),
  );
  expect(texts[0]?.text).toBe(
    '## What the board said\n\n“We will keep the  night ferry,”[1] said Mara Obi.\n\nAt ten\n\n[1] In a letter.\n',
  );
  expect(texts[0]?.notes[0]).toBe('Left out: 1 comment.');
});

test('characters that would be Markdown are read as what they are', async () => {
  const words = [
    '# 1 of the harbour',
    '1. May',
    '- he said',
    '> 20 boats',
    '*not* _so_ snake_case',
    '<b>1 &lt; 2',
    'AT&amp;T; &amp;amp; [a](b) `c` \\d',
    '=====',
  ];
  const shown = words.map((one) => one.replaceAll('<b>', '&lt;b&gt;'));
  const source = await textOf('ferry.docx', docx(shown.map((one) => paragraph(run(one))).join('')));
  const file = new VFile({ path: 'ferry.md', value: new TextEncoder().encode(source) });
  const raw = read(file, 'markdown');
  const expected = words.map((one) =>
    one.replaceAll('&lt;', '<').replace('AT&amp;T; &amp;amp;', 'AT&T; &amp;'),
  );
  expect(raw && clean(raw, 0).text.split('\n\n')).toEqual(expected);
});

test('what is empty, damaged, encrypted or too deep is refused', async () => {
  expect(await refusalOf('a.docx', docx(paragraph('')))).toBe('and holds no text');
  expect(await refusalOf('a.docx', docx('<w:p><w:r>'))).toMatch(/and is damaged|holds no text/);
  expect(
    await refusalOf('a.docx', docx(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`)),
  ).toMatch(/too deep within one another|its XML is broken/);
  expect(
    await refusalOf(
      'a.odt',
      odt('<text:p>x</text:p>', {
        'META-INF/manifest.xml': xml(
          '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
        ),
      }),
    ),
  ).toBe('and is encrypted');
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  const text = await textOf(
    'a.docx',
    zipOf({
      'word/document.xml': `${bomb}<w:document><w:body>${paragraph(run('We keep it. &b;'))}</w:body></w:document>`,
    }),
  ).catch((error: Error) => error.message);
  expect(text?.length).toBeLessThan(400);
});
