/** From a file that was named to the texts in it that may be taken in. */
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { readHead, type ArticleHead } from '../../archive/article.ts';
import { guarded } from '../../archive/stages.ts';
import type { CaptureKind } from '../../intake/formats/captures/index.ts';
import {
  LIMITS,
  type Asked,
  type Reading,
  type Refused,
  type TakenText,
} from '../../intake/formats/captures/reader.ts';
import { readCapture } from '../../intake/formats/captures/reading/index.ts';
import { instead } from '../../intake/no-article.ts';
import { read, type RawSource } from '../../intake/read.ts';
import { complain, sourceTooLarge } from '../../model/messages.ts';
import { explained, hideTraces, Refusal } from '../terminal/errors.ts';
import { isReservedName, slugOf } from '../../model/names.ts';
import type { Named } from './files-named.ts';
import { quoted, type Options } from './options.ts';
import type { Report } from './report.ts';
import type { Facts } from '../../intake/formats/captures/facts.ts';

/** A text that was read, before it is known whether it is taken in. */
export interface Incoming {
  /** The file, and the part of it, as they are called in messages. */
  path: string;
  /** The file as it was named. */
  from: string;
  /** Whether it was named itself, and not a folder around it. */
  named: boolean;
  file: VFile;
  bytes: Uint8Array;
  raw: RawSource;
  head: ArticleHead;
  /** The article it would be. */
  id: string;
  extension: TakenText['extension'];
  facts: Facts;
  format: Options['format'];
  /** The capture that it was taken from, if it is no file of its own. */
  taken: TakenText | null;
}

/** File names that a scraper makes up say nothing; the title makes a better address. */
function articleOf(name: string, title: string | null): string {
  const stem = slugOf(name);
  const byTitle = slugOf(title ?? '');
  const says =
    !/^[0-9a-f-]*$|^\d+-[0-9a-f]{8,}$|^(?:untitled|document|text|article|file|index|standard-input)-?\d*$/.test(
      stem,
    );
  if (says || byTitle === '') return stem || 'article';
  return isReservedName(byTitle) ? `${byTitle}-article` : byTitle;
}

/** Why a file of a known kind that is read by no format is not taken in, and what to do instead. */
function otherKind(path: string, { name, advice, isText }: CaptureKind): string {
  const again = `npm run add -- --format plain-text ${quoted(path)}`;
  return [
    `${path} was not taken in: it is ${name}.`,
    `  ${advice}`,
    ...(isText ? [`  If it is the text of an article all the same: ${again}`] : []),
  ].join('\n');
}

/** What a file is, and what is wrong with it, as half a sentence. */
const whatItIs = ({ name }: CaptureKind, refused: string): string =>
  `${name}${/^(?:and|but|which) /.test(refused) ? ' ' : ', '}${refused}`;

function notTaken(path: string, kind: CaptureKind, { refused, remedy, holds }: Refused): string {
  const again = `npm run add -- --format plain-text ${quoted(path)}`;
  return [
    `${path} was not taken in: it is ${whatItIs(kind, refused)}.`,
    ...(holds ?? []).map((line) => `    ${line}`),
    ...remedy.split('\n').map((line) => `  ${line}`),
    ...(kind.isText ? [`  If it is the text of an article all the same: ${again}`] : []),
  ].join('\n');
}

/** What belongs to a saved page and is no text of its own. */
const BESIDE = new Set(['picture', 'recording', 'font', 'program', 'svg']);
const hasTextName = (path: string) => /\.(?:txt|md|html?|xhtml)$/i.test(path);

/** A browser that saves `ferry.html` puts frames and the like into `ferry_files/` beside it. */
function isPartOfPage(path: string): boolean {
  const [, page] = /^(.*)_files[/\\][^/\\]*\.(?:html?|xhtml)$/i.exec(path) ?? [];
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((end) => existsSync(page + end));
}

const first = (words: string): string => words.split('\n')[0] ?? words;

/**
 * The texts that a file holds; what cannot be read is said, and so is what our own code throws. `most`: bytes of a
 * text.
 */
export async function incomingOf(
  one: Named,
  options: Options,
  most: number,
  report: Report,
): Promise<Incoming[]> {
  try {
    return await textsIn(one, options, most, report);
  } catch (error) {
    if (explained(error) instanceof Refusal) throw error;
    const file = new VFile({ path: one.path });
    guarded(file, 'capture', () => {
      throw error;
    });
    refuseSaid(one.path, file, report);
    return [];
  }
}

/** Refuses a file for what is said on it. */
function refuseSaid(path: string, file: VFile, report: Report): void {
  hideTraces(file.messages);
  const why = file.messages[0]?.reason ?? 'it cannot be read';
  report.refuse(path, reporter(file, { verbose: true, color: false }), first(why));
}

async function textsIn(
  one: Named,
  options: Options,
  most: number,
  report: Report,
): Promise<Incoming[]> {
  const { path, named } = one;
  const { format } = options;
  if (!named && isPartOfPage(path)) {
    report.lookPast(path, 'a part of the saved page beside its folder');
    return [];
  }
  const bytes = one.read(LIMITS.capture);
  const file = new VFile({ path });
  if (!(bytes instanceof Uint8Array)) {
    if (bytes) complain(file, null, bytes);
    const why = bytes ? reporter(file, { color: false }) : `There is no file \`${path}\`.`;
    report.refuse(path, why, bytes?.reason ?? 'not found');
    return [];
  }
  const asked: Asked = options;
  const capture = await readCapture({ name: basename(path), bytes }, asked, format !== undefined);
  if (!capture && !named && !hasTextName(path)) {
    report.lookPast(
      path,
      'its name ends neither in .txt nor in .md or .html; name the file itself to take it in',
    );
    return [];
  }
  if (!capture) {
    file.value = bytes;
    return headed(
      { path, from: path, named, file, bytes, format, taken: null, facts: {} },
      { name: basename(path, extname(path)), extension: /\.md$/i.test(path) ? 'md' : 'txt', most },
      report,
    );
  }
  const { kind, reading } = capture;
  if (!reading && !named && BESIDE.has(kind.id)) report.lookPast(path, kind.name);
  else if (!reading) report.refuse(path, otherKind(path, kind), kind.name);
  else if ('refused' in reading)
    report.refuse(path, notTaken(path, kind, reading), whatItIs(kind, reading.refused));
  else return textsOf({ path, named, format }, reading, most, report);
  return [];
}

/** The texts that were found in a capture, read as sources are. */
function textsOf(
  { path, named, format }: Pick<Incoming, 'path' | 'named' | 'format'>,
  { texts, notes, left }: Extract<Reading, { texts: unknown }>,
  most: number,
  report: Report,
): Incoming[] {
  for (const { part, why } of left)
    report.refuse(`${path}, ${part}`, `${path}, ${part}, was not taken in: ${why}.`, why);
  if (notes.length > 0) report.say(`${path}:`, ...notes.map((note) => `  ${note}`));
  const ids = new Set<string>();
  return texts.flatMap((text) => {
    const { part } = text.capture;
    const where = part ? `${path}, ${part.name}` : path;
    // The name says how it is read; the file is none of its own.
    const file = new VFile({ path: `${where} → .${text.extension}`, value: text.bytes });
    const formats = {
      txt: 'plain-text',
      md: 'markdown',
      html: format === 'html' ? format : undefined,
    } as const;
    const found = headed(
      {
        ...{ path: where, from: path, named, file, bytes: text.bytes },
        ...{ format: formats[text.extension], taken: text, facts: text.facts },
      },
      { name: text.stem, extension: text.extension, most },
      report,
    );
    return found.map((one) => {
      let { id } = one;
      for (let next = 2; ids.has(id); next++) id = `${one.id}-${next}`;
      ids.add(id);
      return { ...one, id };
    });
  });
}

const ANOTHER =
  'Save the page once more from a browser that shows the article (as it stands then, with SingleFile or as MHTML); of a page in frames, save the frame.';

function headed(
  incoming: Omit<Incoming, 'raw' | 'head' | 'id' | 'extension'>,
  { name, extension, most }: { name: string; extension: Incoming['extension']; most: number },
  report: Report,
): Incoming[] {
  const { path, file, bytes, format, facts } = incoming;
  if (bytes.byteLength > most) complain(file, null, sourceTooLarge(bytes.byteLength, most));
  const raw = bytes.byteLength > most ? null : guarded(file, 'read', () => read(file, format));
  const head =
    raw && guarded(file, 'metadata', () => readHead(raw, file, { title: facts.title?.value }));
  if (!raw || !head) {
    refuseSaid(path, file, report);
    return [];
  }
  const isPage = raw.format.name === 'html';
  const other =
    isPage && format !== 'html'
      ? instead(
          head.meta,
          head.text.text,
          languageTold(head),
          () => raw.format.heldByScripts?.(raw.text) ?? null,
        )
      : null;
  if (other !== null) {
    const again = `npm run add -- --format html ${quoted(incoming.from)}`;
    const what = `${path} was not taken in: it ${other}.`;
    report.refuse(
      path,
      `${what}\n  ${ANOTHER}\n  If it is an article all the same: ${again}`,
      other,
    );
    return [];
  }
  const id = articleOf(name, facts.title?.value ?? head.meta.title);
  // A web page keeps its kind in its name.
  return [{ ...incoming, raw, head, id, extension: isPage ? 'html' : extension }];
}

/** The language that a text is known to be in; null where it is only taken to be in that of the site. */
const languageTold = ({ language: { tag, basis } }: ArticleHead): string | null =>
  basis === 'default' ? null : tag;
