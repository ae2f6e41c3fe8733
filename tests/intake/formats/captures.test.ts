/** Files that are no text of an article are told by their content; texts that look a little like them stay texts. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { recogniseCapture } from '../../../src/intake/formats/captures/index.ts';
import { isWebPage } from '../../../src/intake/formats/captures/markup.ts';
import { read } from '../../../src/intake/read.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const kindOf = (content: string | Uint8Array) => {
  const bytes = bytesOf(content);
  let text: string | null;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    text = null;
  }
  return recogniseCapture(bytes, text)?.id ?? (text !== null && isWebPage(text) ? 'html' : null);
};
const latin = (words: string) => Uint8Array.from(Buffer.from(words, 'latin1'));
const zip = (...names: string[]) =>
  latin(names.map((name) => `PK\x03\x04\x14\0\0\0\x08\0${name}\xff\x00\x9c`).join(''));
const PROSE =
  '“We will keep the night ferry,” said Mara Obi, who chairs the board.\n\nIt sails at ten.\n';

const CAPTURES: [kind: string, what: string, content: string | Uint8Array][] = [
  ['html', 'a page', '<!DOCTYPE html>\n<html><body><p>We will.</p></body></html>'],
  [
    'html',
    'a page in small letters with a BOM',
    '\uFEFF<!doctype html><title>A</title><p>We will.',
  ],
  [
    'html',
    'a page as a browser saves it',
    '<!-- saved from url=(0024)https://a.example/ -->\n<html lang="en">\n<head></head><body>We will.</body></html>',
  ],
  [
    'html',
    'XHTML',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">\n<html xmlns="http://www.w3.org/1999/xhtml"><p>We will.</p></html>',
  ],
  [
    'html',
    'a head without its page',
    '<meta charset="utf-8"><title>Ferry</title>\n<p>We will.</p>',
  ],
  [
    'html',
    'a piece of a page',
    '<div class="story">\n<p>“We will keep it,” said Mara Obi.</p>\n<p>It sails at ten.</p>\n</div>\n',
  ],
  ['html', 'one paragraph of a page', '<p>We will keep it.</p>'],
  [
    'mht',
    'MHTML',
    'From: <Saved by Blink>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n--x\n',
  ],
  [
    'eml',
    'a mail',
    'Received: from a.example\n\tby b.example; Mon, 3 May 2021 10:00:00 +0000\nFrom: Ann <ann@a.example>\nTo: b@b.example\nSubject: Ferry\n\nWe will.\n',
  ],
  [
    'eml',
    'a mail without what servers add',
    'From: Ann Lee <ann@a.example>\nTo: b@b.example\nSubject: Ferry\nDate: Mon, 3 May 2021 10:00:00 +0000\n\nWe will.\n',
  ],
  [
    'mbox',
    'a mailbox',
    'From ann@a.example Mon May  3 10:00:00 2021\nFrom: ann@a.example\nSubject: Ferry\n\nWe will.\n',
  ],
  ['warc', 'WARC', latin('WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\ncaf\xe9')],
  ['http', 'an answer of a server', 'HTTP/1.1 200 OK\nContent-Type: text/plain\n\nWe will.'],
  ['gzip', 'gzip', gzipSync(PROSE)],
  ['zip', 'ZIP', zip('ferry.txt')],
  ['wacz', 'WACZ', zip('datapackage.json', 'archive/data.warc.gz')],
  ['docx', 'DOCX', zip('[Content_Types].xml', 'word/document.xml')],
  ['odt', 'ODT', zip('mimetypeapplication/vnd.oasis.opendocument.text', 'content.xml')],
  ['epub', 'EPUB', zip('mimetypeapplication/epub+zip', 'META-INF/container.xml')],
  ['spreadsheet', 'XLSX', zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['pdf', 'PDF', latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj')],
  ['pdf', 'PDF in plain letters', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n'],
  ['rtf', 'RTF', '{\\rtf1\\ansi We will.\\par}'],
  ['office', 'DOC', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
  ['picture', 'PNG', latin('\x89PNG\r\n\x1a\n\0\0')],
  ['picture', 'JPEG', latin('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['picture', 'WEBP', latin('RIFF\x10\0\0\0WEBPVP8 ')],
  ['recording', 'MP3', latin('ID3\x04\0\0')],
  ['recording', 'MP4', latin('\0\0\0\x18ftypmp42')],
  ['utf-16', 'UTF-16', Uint8Array.from(Buffer.from('\uFEFFWe will keep it.', 'utf16le'))],
  ['utf-32', 'UTF-32', latin('\xff\xfe\0\0W\0\0\0e\0\0\0')],
  ['json', 'an object', '{"title": "Ferry", "text": "We will."}'],
  ['json', 'a list', '[\n  {"title": "Ferry"}\n]\n'],
  ['json', 'an object that is cut short', '{"title": "Ferry", "text": "We wi'],
  ['json', 'CSL-JSON', '[{"id": "a", "type": "article-newspaper"}]'],
  ['jsonl', 'JSON Lines', '{"id": 1, "text": "We will."}\n{"id": 2, "text": "It sails."}\n'],
  [
    'csv',
    'a table',
    'title,date,text\nFerry,2021-05-03,"We will, she said."\nBridge,2021-05-04,It sails.\n',
  ],
  ['csv', 'a table with one row', 'url,headline\nhttps://a.example/,Ferry\n'],
  ['csv', 'semicolons', 'Title;Author;Published\nFerry;Ann Lee;2021\n'],
  ['csv', 'tabs', 'id\ttext\n1\tWe will.\n2\tIt sails.\n'],
  ['csv', 'two columns of three rows', 'port,depth\nHull,9\nDover,8\n'],
  ['csv', 'two columns with semicolons', 'port;depth\nHull;9\nDover;8\n'],
  ['csv', 'names in camel case', 'articleTitle,publishDate,bodyText\nFerry,2021,We will.\n'],
  [
    'csv',
    'columns of another kind',
    'port,depth,berths\nHull,9,12\nDover,8,7\nYork,2,1\nLeith,7,3\n',
  ],
  [
    'feed',
    'RSS',
    '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>A</title></channel></rss>',
  ],
  [
    'feed',
    'Atom without a declaration',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title></feed>',
  ],
  ['xml', 'XML', '<?xml version="1.0"?><nitf><body>We will.</body></nitf>'],
  ['xml', 'XML without a declaration', '<article-set>\n<item>We will.</item>\n</article-set>\n'],
  ['ris', 'RIS', 'TY  - NEWS\nTI  - Ferry\nAU  - Lee, Ann\nER  - \n'],
  ['bibtex', 'BibTeX', '@article{lee2021,\n  title = {Ferry},\n}\n'],
  ['bibtex', 'BibTeX with a remark', '% from a catalogue\n@online{lee, title="Ferry"}'],
  ['citation', 'PubMed', 'PMID- 123\nTI  - Ferry\n'],
  [
    'srt',
    'SRT',
    '1\n00:00:01,000 --> 00:00:04,000\nWe will keep it.\n\n2\n00:00:04,500 --> 00:00:06,000\nIt sails.\n',
  ],
  ['srt', 'SRT with line ends of Windows', '1\r\n00:00:01,000 --> 00:00:04,000\r\nWe will.\r\n'],
  ['vtt', 'WebVTT', 'WEBVTT\n\n00:01.000 --> 00:04.000\nWe will keep it.\n'],
  ['subtitles', 'ASS', '[Script Info]\nTitle: Ferry\n'],
  ['shortcut', 'a shortcut', '[InternetShortcut]\r\nURL=https://a.example/\r\n'],
  ['lfs', 'a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 3\n'],
  [
    'latex',
    'LaTeX',
    '% a draft\n\\documentclass{article}\n\\begin{document}We will.\\end{document}',
  ],
  ['csv', 'a table of Excel', 'sep=;\nport;depth\nHull;9\n'],
  ['csv', 'German names', 'Titel;Text;Datum\nFähre bleibt;Wir werden sie behalten.;2021-05-03\n'],
  [
    'csv',
    'German names with commas',
    'Titel,Text,Datum\nFähre bleibt,"„Wir bleiben“, sagte sie.",2021-05-03\nBrücke,Sie fährt.,2021-05-04\n',
  ],
  [
    'csv',
    'cells with commas that are not quoted',
    'title,date,text\nFerry,2021-05-03,We will, she said.\nBridge,2021-05-04,It sails.\n',
  ],
  [
    'csv',
    'rows that are cut short',
    'title,date,text\nFerry,2021-05-03\nBridge,2021-05-04,It sails.\n',
  ],
  [
    'csv',
    'a table without a head',
    '1,Ferry to stay,2021-05-03,"We will, she said."\n2,Bridge,2021-05-04,It sails.\n',
  ],
  [
    'csv',
    'a table without a head whose cells hold commas',
    '1,Ferry,2021-05-03,We will, she said.\n2,Bridge,2021-05-04,It sails.\n',
  ],
  [
    'csv',
    'tabs without a head',
    'https://a.example/1\tFerry\tWe will.\nhttps://a.example/2\tBridge\tIt sails.\n',
  ],
  [
    'csv',
    'blanks after commas',
    'title, date, text\nFerry, 2021-05-03, "We will, she said."\nBridge, 2021-05-04, It sails.\n',
  ],
  [
    'csv',
    'blanks after commas and one comma more',
    'title, date, text\nFerry, 2021-05-03, We will, she said.\nBridge, 2021-05-04, It sails.\n',
  ],
  [
    'eml',
    'a mail of Outlook',
    'From: Ann Lee\nSent: Monday, 3 May 2021 10:00\nTo: Desk\nSubject: Ferry\n\nWe will.\n',
  ],
  [
    'eml',
    'a mail of Outlook in German',
    'Von: Ann Lee\nGesendet: Montag, 3. Mai 2021 10:00\nAn: Desk\nBetreff: Ferry\n\nWe will.\n',
  ],
  [
    'eml',
    'a mail that is passed on',
    '-----Original Message-----\nFrom: Ann Lee\nSent: Monday, 3 May 2021 10:00\nTo: Desk\nSubject: Ferry\n\nWe will.\n',
  ],
  [
    'eml',
    'a mail without a subject',
    'Date: Mon, 3 May 2021 10:00:00 +0000\nFrom: Ann Lee <ann@a.example>\nTo: b@b.example\n\nWe will.\n',
  ],
  [
    'mht',
    'MHTML without its head',
    '------MultipartBoundary--x----\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://a.example/\n\n<p>We will.</p>\n',
  ],
  [
    'mht',
    'a part of MHTML',
    'Content-Type: text/html\nContent-Location: https://a.example/\n\n<p>We will.</p>\n',
  ],
  ['warc', 'WARC after a mark of byte order', '\uFEFFWARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n'],
  [
    'arc',
    'ARC',
    'filedesc://a.arc 0.0.0.0 20210503100000 text/plain 76\n1 0 Example\n\nhttps://a.example/ 192.0.2.1 20210503100000 text/html 12\n',
  ],
  [
    'cdx',
    'CDX',
    ' CDX N b a m s k r M S V g\nexample,a)/ 20210503100000 https://a.example/ text/html 200\n',
  ],
  [
    'cdx',
    'CDX without its head',
    'example,a)/ferry 20210503100000 https://a.example/ferry text/html 200 AAAA - - 12 0 a.warc.gz\n',
  ],
  ['cdx', 'CDXJ', 'example,a)/ferry 20210503100000 {"url": "https://a.example/ferry"}\n'],
  ['rtf', 'RTF after a mark of byte order', '\uFEFF{\\rtf1\\ansi We will.\\par}'],
  ['rtf', 'RTF after a blank line', '\n\n{\\rtf1\\ansi We will.\\par}'],
  ['pdf', 'PDF after a line of something else', 'Saved by a browser\n%PDF-1.4\n1 0 obj\n<< >>\n'],
  [
    'ris',
    'RIS of JSTOR',
    'Provider: JSTOR http://www.jstor.org\nDatabase: JSTOR\nContent: text/plain\n\n\nTY  - JOUR\nTI  - Ferry\nER  - \n',
  ],
  [
    'bibtex',
    'BibTeX of JabRef',
    '% This file was made with JabRef.\n% Encoding: UTF8\n\n@Comment{jabref-meta: databaseType:bibtex;}\n\n@Article{lee,\n  title = {Ferry},\n}\n',
  ],
  [
    'bibtex',
    'BibTeX of JabRef, its remark without a sign',
    'This file was made with JabRef 2.10.\nEncoding: UTF8\n\n@ARTICLE{lee,\n  title = {Ferry},\n}\n\n@comment{jabref-meta: x;}\n',
  ],
  [
    'citation',
    'Web of Science',
    'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Lee, A\nTI Ferry\nER\n\nEF\n',
  ],
  ['jsonl', 'JSON Lines of lists', '["id", "text"]\n["1", "We will."]\n'],
  ['json', 'JSONP', 'callback({"title": "Ferry", "text": "We will."});\n'],
  ['json', 'JSONP with a list', '/**/ jQuery1.cb([{"title": "Ferry"}])'],
  ['json', 'JSON under a remark', '// an export\n{"title": "Ferry", "text": "We will."}\n'],
  ['json', 'JSON under a remark of lines', '/* an export\n * of May */\n[{"title": "Ferry"}]\n'],
  ['json', 'JSON that cannot be run', ')]}\',\n{"title": "Ferry"}\n'],
  ['json', 'JSON with a name', 'window.__DATA__ = {"title": "Ferry"};\n'],
  ['json', 'an object of JavaScript', "const ferry = {title: 'Ferry', text: 'We will.'};\n"],
  ['json', 'a dictionary of Python', "{'title': 'Ferry', 'text': 'We will.'}\n"],
  ['json', 'dictionaries of Python', "[{'id': 1, 'text': \"We will.\"}]\n"],
  ['json', 'a list of Python', "['Ferry', 'Bridge']\n"],
  ['jsonl', 'JSON behind marks of records', '\x1e{"id": 1}\n\x1e{"id": 2}\n'],
  ['json', 'JSON behind one mark of a record', '\x1e{"text": "We will."}\n'],
  [
    'xml',
    'NewsML',
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a">\n<itemMeta/>\n</newsItem>\n',
  ],
  ['xml', 'NewsML that is cut short', '<newsItem guid="urn:a">\n<itemMeta><title>Ferry</title>'],
  ['xml', 'KML', '<kml>\n<Document><name>Ferry</name></Document>\n</kml>\n<!-- made by hand -->\n'],
  ['xml', 'GPX', '<gpx/>'],
  ['xml', 'an empty element', '<FictionBook/>\n'],
  ['xml', 'OPF', '<package version="3.0"><metadata>\n'],
  [
    'xml',
    'ENEX',
    '<en-export export-date="20210503T100000Z" application="Evernote">\n<note><title>Ferry</title>',
  ],
  [
    'html',
    'paragraphs of a page under a title',
    'Ferry to stay\n\n<p>“We will keep it,” said Mara Obi.</p>\n<p>It sails at ten.</p>\n',
  ],
  [
    'html',
    'one paragraph of a page under a title',
    'Ferry\n<p>“We will keep it,” said Mara Obi.</p>\n',
  ],
  [
    'messages',
    'messages on a phone',
    '\u200E[03/05/2021, 10:00:01] Mara Obi: The pier is shut\n[03/05/2021, 10:02:40] Bo Berg: Since when?\n\u200E[03/05/2021, 10:03:00] Mara Obi: \u200Eimage omitted\n',
  ],
  [
    'messages',
    'messages, a line of two',
    '5/3/21, 10:00 AM - Messages are kept for a year.\n5/3/21, 10:02 AM - Mara Obi: The pier is shut\nand the kiosk too\n',
  ],
  [
    'messages',
    'messages of a channel',
    '{\n "name": "Pier news",\n "type": "public_channel",\n "id": 7,\n "messages": [{"id": 1, "date": "2021-05-03T10:00:00", "text": ["The pier is ", {"type": "bold", "text": "shut"}]}]}',
  ],
  [
    'messages',
    'messages as a page',
    '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="message default clearfix"><div class="text">The pier is shut.</div></div></body></html>',
  ],
  ['posts', 'posts', 'window.YTD.tweets.part0 = [ {"tweet": {"full_text": "The pier is shut."}} ]'],
  [
    'posts',
    'posts of an outbox',
    '{"@context": "https://www.w3.org/ns/activitystreams", "type": "OrderedCollection", "orderedItems": []}',
  ],
  [
    'links',
    'bookmarks',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p><DT><A HREF="https://a.example/">Pier</A></DL>',
  ],
  ['links', 'OPML', '<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>'],
  [
    'view-source',
    'the source of a page',
    '<html><head><title>https://a.example/</title></head><body id="viewsource"><pre>&lt;p&gt;We will.&lt;/p&gt;</pre></body></html>',
  ],
  ['har', 'HAR', '{"log": {"version": "1.2", "entries": []}}'],
  [
    'annotations',
    'annotations',
    '[{"uri": "https://a.example/", "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "We will"}]}]}]',
  ],
  [
    'segments',
    'a transcript by a program',
    '{"text": "We will.", "segments": [{"id": 0, "start": 0.0, "end": 2.5, "text": " We will."}], "language": "en"}',
  ],
  [
    'subtitles',
    'captions as JSON',
    '{"wireMagic": "pb3", "events": [{"tStartMs": 0, "segs": []}]}',
  ],
  ['turns', 'a transcript', 'Pier\n\n0:00\nthe pier is shut\n0:04\nsince when\n0:09\nsince May\n'],
  [
    'turns',
    'a transcript with speakers',
    'Speaker 1 (00:02):\nThe pier is shut.\n\nMara Obi [00:09]\nSince when?\n\nSpeaker 1 (01:00:02):\nSince May.\n',
  ],
  ['xml', 'TTML', '<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>'],
  [
    'xml',
    'an article of a journal',
    '<?xml version="1.0"?><article article-type="news"><front/><body><p>We will.</p></body></article>',
  ],
  [
    'xml',
    'an article of a journal, with its type',
    '<!DOCTYPE article PUBLIC "-//A//DTD B//EN" "b.dtd">\n<article><body><p>We will.</p></body></article>',
  ],
  [
    'html',
    'a part of XHTML',
    '<?xml version="1.0"?><div xmlns="http://www.w3.org/1999/xhtml"><p>We will.</p></div>',
  ],
  ['org', 'Org mode', '#+TITLE: Ferry\n#+AUTHOR: Ann Lee\n\nWe will.\n'],
  ['iwork', 'Pages', zip('Index/Document.iwa', 'Metadata/Properties.plist')],
  ['columns', 'Parquet', latin('PAR1\x15\x04\0\0')],
  ['pickle', 'an object of Python', latin('\x80\x04\x95\x10\0\0')],
  ['mobi', 'MOBI', latin(`${'\0'.repeat(60)}BOOKMOBI\0`)],
  ['subtitles', 'LRC', '[ti:Ferry]\n[ar:Obi]\n[00:12.00]We will keep it.\n'],
  ['subtitles', 'LRC without tags', '[00:12.00]We will keep it.\n[00:17.20]It sails at ten.\n'],
  [
    'conflict',
    'two versions of a line',
    `Ferry to stay\n\n<<<<<<< HEAD\n${PROSE}=======\n“It goes,” said Mara Obi.\n>>>>>>> other\n`,
  ],
];

const TEXTS: [what: string, text: string][] = [
  ['prose', PROSE],
  [
    'prose with tags in it',
    `Write <a href="page.html">here</a>\n\n${PROSE}\n<p>A paragraph</p> is marked so.\n`,
  ],
  ['prose that begins with a tag', `<p> is the tag for a paragraph, said Mara Obi.\n\n${PROSE}`],
  ['prose that begins with inline markup', `<b>Ferry to stay</b>\n\n${PROSE}`],
  [
    'Markdown with a block of HTML at its head',
    `<div align="center"><img src="a.png"></div>\n\n# Ferry\n\n${PROSE.repeat(4)}`,
  ],
  ['prose that begins with a brace', `{Ferry} is a word in braces, said Mara Obi.\n\n${PROSE}`],
  ['prose that begins with a bracket', `[Editor’s note: the ferry stays.]\n\n${PROSE}`],
  ['a single quotation in straight marks', '"We will keep the night ferry."'],
  ['a figure alone', '1234'],
  [
    'prose with commas',
    'Ferry, bridge, tunnel\nMara Obi, who chairs the board, said that it stays.\nNina Hult, her deputy, said no, never, not now.\n',
  ],
  ['a list of names with commas', 'Who spoke\n\nMara Obi, chair, Hull\nNina Hult, deputy, Leith\n'],
  [
    'verse with commas',
    'The ferry, the sea, the night.\nThe bridge, the town, the light.\nThe harbour, the bell, the tide.\nThe lamp, the quay, the bride.\nThe sail, the wind, the rope.\n',
  ],
  ['a head like a mail’s', 'By: Ann Lee\nDate: 3 May 2021\n\n“We will,” said Mara Obi.\n'],
  ['an interview', 'Q: Will it stay?\nA: It will stay, and it will run at night.\nFrom: nobody\n'],
  ['front matter', `---\ntitle: Ferry\ndate: 2021-05-03\n---\n\n${PROSE}`],
  [
    'prose about a format',
    `The file began with %PDF-1.4, and {\\rtf1 stood in another, said Mara Obi.\n\n${PROSE}`,
  ],
  [
    'prose that begins with a sign',
    `@harbour, said Mara Obi, is the name of the account.\n\n${PROSE}`,
  ],
  [
    'a transcript with times',
    `00:12 Mara Obi: We will keep it.\n00:31 Ann Lee: Will it run at night?\n\n${PROSE}`,
  ],
  [
    'a plan of a day',
    'Harbour day\n\n9:00\nThe pier opens.\n10:30\nMara Obi speaks.\n12:00\nThe ferry leaves.\n',
  ],
  [
    'times of a race',
    'Results\n\nMara Obi 0:58\nBo Berg 1:02\nAnn Lee 1:07\n\n“I was lucky,” said Obi.\n',
  ],
  [
    'a diary with days and times',
    '[03/05/2021] The pier was shut.\n[04/05/2021] It was open, said Mara Obi.\n',
  ],
  ['a hashtag at its head', `#harbour is what people write, said Mara Obi.\n\n${PROSE}`],
  ['an arrow', `From here --> there, said Mara Obi.\n\n${PROSE}`],
  [
    'a table within an article',
    `Ferry to stay\n\nBy Ann Lee\n\n| port | depth |\n|---|---|\n| Hull | 9 |\n\n${PROSE}`,
  ],
  ['a title with a bar', 'Ferry to stay | Harbour Post\n“We will,” said Mara Obi | file photo\n'],
  [
    'a title with close commas',
    'Hull,Leith,York: three ports, one ferry\n\n“We will,” said Mara Obi.\n',
  ],
  [
    'a heading in capitals and a rule',
    `FERRY TO STAY\n=======\n\n${PROSE}>>>>>>> is how a mail quotes.\n`,
  ],
  [
    'a memo',
    'Date: 3 May 2021\nFrom: The harbour board\nTo: All editors\n\n“We will,” said Mara Obi.\n',
  ],
  [
    'a transcript with hundredths',
    '[00:12.00] Mara Obi: We will keep it.\n[00:17.20] Ann Lee: And at night?\n',
  ],
  ['a transcript with tabs', '00:12\tMara Obi\tWe will keep it.\n00:17\tAnn Lee\tAnd at night?\n'],
  ['a note in brackets', '[1]\n[2]\n\n“We will,” said Mara Obi.\n'],
  ['prose with a tag of a format', `<package> is a word in marks, said Mara Obi.\n\n${PROSE}`],
  ['prose that begins with a call', `Keep it (the ferry), said Mara Obi.\n\n${PROSE}`],
  ['a name with an equals sign', `Ferry = bridge, said Mara Obi.\n\n${PROSE}`],
  ['prose with an address at its head', `https://a.example/ferry on 3 May\n\n${PROSE}`],
  ['prose that tells of a conflict', `<<<<<<< is the mark of a merge, said Mara Obi.\n\n${PROSE}`],
  [
    'lines of three dates',
    'In 2020, 2021, and 2022 it sailed.\nIn 2023, 2024, and 2025 it did not.\n',
  ],
  [
    'a title and one paragraph in a tag',
    `Ferry to stay\n\n${PROSE}\n<p>A word of the editor</p>\n`,
  ],
];

describe('a file that is no text', () => {
  test.each(CAPTURES)('%s: %s', (kind, _, content) => {
    expect(kindOf(content)).toBe(kind);
  });

  test('is refused as a source with what it is and what to do', () => {
    for (const [kind, , content] of CAPTURES) {
      if (kind === 'html' || kind === 'turns') continue;
      const file = new VFile({ path: 'content/sources/a.txt', value: bytesOf(content) });
      expect(read(file)).toBeNull();
      expect(file.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
        ['other-format', true],
      ]);
      expect(file.messages[0]?.reason).toMatch(
        /^Unexpected content: this is (?:an? \S|data|subtitles|text )/,
      );
      expect(file.messages[0]?.note).toMatch(/\S/);
    }
  });

  test('is read where it is a text that only `add` sets in order', () => {
    const text = 'Pier\n\n0:00\nthe pier is shut\n0:04\nsince when\n0:09\nsince May\n';
    expect(read(new VFile({ path: 'a.txt', value: bytesOf(text) }))?.text).toBe(text);
  });

  test('is read where its card says that it is a text all the same', () => {
    const value = bytesOf('title,date\nFerry,2021\n');
    expect(read(new VFile({ path: 'a.txt', value }), 'plain-text')?.text).toMatch(/^title,date/);
    const pdf = bytesOf('%PDF-1.4\n1 0 obj\n');
    expect(read(new VFile({ path: 'a.txt', value: pdf }), 'plain-text')).toBeNull();
  });
});

describe('a text stays a text', () => {
  test.each(TEXTS)('%s', (_, text) => {
    expect(kindOf(text)).toBeNull();
    expect(read(new VFile({ path: 'a.txt', value: bytesOf(text) }))?.text).toBe(text);
  });
});

test('what is made to take long takes no longer', () => {
  for (const text of [
    `<!DOCTYPE a ${'[x]'.repeat(20_000)}`,
    `<!-- ${'-'.repeat(50_000)}`,
    `${'% '.repeat(20_000)}@`,
    `${'<a '.repeat(20_000)}`,
    `"${','.repeat(100_000)}`,
    `${'a:\n'.repeat(20_000)}`,
    `{"${'\\'.repeat(50_000)}`,
  ])
    expect(kindOf(text)).toBeNull();
});
