/**
 * `npm run add -- [--reason <why>] [--force] <file or folder>…`: takes in new sources. Copies them
 * byte for byte, never over another; a file whose name is taken becomes a new version of that
 * article, for which it wants the reason. Says what each text states of itself, and writes a card
 * for what it does not. Texts, cards and manifest are put in place together.
 */
import { realpathSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { readHead, type ArticleHead } from '../../archive/article.ts';
import { guarded } from '../../archive/stages.ts';
import { recogniseCapture } from '../../intake/formats/captures/index.ts';
import { read, type RawSource } from '../../intake/read.ts';
import { hasRules } from '../../languages/known.ts';
import { sharedWords } from '../../ledger/index.ts';
import { languageInWords } from '../../model/language-names.ts';
import { complain } from '../../model/messages.ts';
import { isReservedName, slugOf } from '../../model/names.ts';
import { decoded } from '../../text/decoding.ts';
import { largestFile, root } from '../archive-files/content.ts';
import { SOURCES } from '../archive-files/ledger-files.ts';
import { bytesAt } from '../archive-files/reading.ts';
import { alone } from '../putting-in-place/put-in-place.ts';
import { archiveSettings } from '../settings.ts';
import { describe } from '../terminal/errors.ts';
import { Holdings, isSourceFolder } from './holdings.ts';
import { quoted, readOptions, type Options } from './options.ts';
import { Report } from './report.ts';
import { otherKind, textsUnder, type Named } from './texts-under.ts';

/** Below this share of common words two texts are hardly captures of one article. */
const HARDLY = 0.1;

/** A text that was read, before it is known whether it is taken in. */
interface Incoming extends Named {
  file: VFile;
  bytes: Uint8Array;
  raw: RawSource;
  head: ArticleHead;
  /** The article it would be. */
  id: string;
}

/** File names that a scraper makes up say nothing; the title makes a better address. */
function articleOf(path: string, title: string | null): string {
  const stem = slugOf(basename(path, extname(path)));
  const byTitle = slugOf(title ?? '');
  const says =
    !/^[0-9a-f-]*$|^\d+-[0-9a-f]{8,}$|^(?:untitled|document|text|article|file)-?\d*$/.test(stem);
  if (says || byTitle === '') return stem || 'article';
  return isReservedName(byTitle) ? `${byTitle}-article` : byTitle;
}

/** Reads a text of at most `most` bytes and its head; null where that cannot be done, which is said. */
function incomingOf(
  { path, named }: Named,
  format: Options['format'],
  most: number,
  report: Report,
): Incoming | null {
  const file = new VFile({ path });
  const bytes = bytesAt(realpathSync(path), most);
  if (!(bytes instanceof Uint8Array)) {
    if (bytes) complain(file, null, bytes);
    report.refuse(bytes ? reporter(file, { color: false }) : `There is no file \`${path}\`.`);
    return null;
  }
  file.value = bytes;
  const raw = guarded(file, 'read', () => read(file, format));
  const head = raw && guarded(file, 'metadata', () => readHead(raw, file));
  if (!raw || !head) {
    const kind = recogniseCapture(bytes, format ? null : decoded(bytes));
    report.refuse(kind ? otherKind(path, kind) : reporter(file, { verbose: true, color: false }));
    return null;
  }
  return { path, named, file, bytes, raw, head, id: articleOf(path, head.meta.title) };
}

/**
 * Notes the reason or says where the bytes are, where the archive has them; false where it has not,
 * or where they are to be taken in all the same.
 */
function isHeld(
  { path, named, raw, id }: Incoming,
  reason: string | null,
  holdings: Holdings,
  report: Report,
): boolean {
  const same = holdings.withHash(raw.sha256);
  if (same.length === 0) return false;
  const own = isSourceFolder(dirname(resolve(path)));
  const open = same.find(
    (one) =>
      (own ? one.name === basename(path) : one.version > 1) && holdings.reasonOf(one) === null,
  );
  if (open && named && reason !== null) {
    holdings.noteReason(open, reason);
    report.say(`${SOURCES}/${open.name}: the reason is noted`);
    return true;
  }
  const newest = holdings.newestOf(id);
  // A publisher may go back to what was there before.
  const wentBack =
    !own &&
    newest !== undefined &&
    newest.sha256 !== raw.sha256 &&
    same.some(({ article }) => article === id);
  if (wentBack && named && reason !== null) return false;
  const names = same.map(({ name }) => name).join(', ');
  const again = `npm run add -- --reason "WHY" ${quoted(path)}`;
  report.say(`${path}: the archive holds these bytes already, as ${names}`);
  if (open && open.version > 1)
    report.say(`  why they were taken in is not noted; to note it: ${again}`);
  else if (wentBack) report.say(`  if the article went back to them, say so: ${again}`);
  return true;
}

/** Why a text cannot become the next version of an article; null where it can. */
function versionRefused(
  { path, raw, id }: Incoming,
  version: number,
  { reason, force }: Options,
  holdings: Holdings,
): string | null {
  const former = holdings.versionOf(id, version - 1);
  const strange =
    former !== undefined &&
    sharedWords(raw.text, new TextDecoder().decode(former.bytes())) < HARDLY;
  const why = reason === null ? '"WHY"' : quoted(reason);
  const again = `npm run add -- ${strange ? '--force ' : ''}--reason ${why} ${quoted(path)}`;
  const another = '  Another article: give the file another name.';
  if (strange && !force)
    return [
      `${path} was not taken in: it has hardly any words in common with ` +
        `${SOURCES}/${former.name}, which has its name.`,
      another,
      `  The same article in a new text: ${again}`,
    ].join('\n');
  if (reason === null)
    return [
      `${path} was not taken in: ${former ? `${SOURCES}/${former.name}` : id} has its name, ` +
        'and a new version of an article needs the reason why it was captured again.',
      `  ${again}`,
      another,
    ].join('\n');
  return null;
}

/** What a text states of itself, and what is not understood of it. */
function factsOf({ file, head }: Incoming): string[] {
  const { meta, language } = head;
  const facts = [
    `title: ${meta.title ?? 'not found'}`,
    `byline: ${meta.byline.map(({ name }) => name).join(', ') || 'none'}`,
    `outlet: ${meta.outlets[0] ?? 'unknown'}`,
    `published: ${meta.published?.edtf ?? 'not stated'}`,
  ];
  return [
    `  ${facts.join('; ')}`,
    ...file.messages.flatMap(({ reason, note }) => [`  ${reason}.`, `    ${note ?? ''}`]),
    ...(!hasRules(language.tag)
      ? [`  language: ${languageInWords(language.tag)}; claims are not looked for in it`]
      : []),
  ];
}

/** Takes in one text, or says why not. */
function takeInOne(
  one: Named,
  most: number,
  options: Options,
  holdings: Holdings,
  report: Report,
): void {
  const { reason, format } = options;
  const { path } = one;
  const incoming = incomingOf(one, format, most, report);
  if (!incoming) return;
  const { bytes, raw, head, id } = incoming;
  const back = holdings.putBack(bytes, raw.sha256);
  if (back !== null) {
    report.say(`${path} → ${back}, where it is missing`);
    return;
  }
  if (isReservedName(id)) {
    report.refuse(
      `${path} was not taken in: Windows keeps the name \`${id}\` for a device, ` +
        'so that the archive could not be copied there.\n  Give the file another name.',
    );
    return;
  }
  if (isHeld(incoming, reason, holdings, report)) return;
  const version = holdings.nextVersionOf(id);
  const refused = version > 1 ? versionRefused(incoming, version, options, holdings) : null;
  if (refused !== null) {
    report.refuse(refused);
    return;
  }
  const place = holdings.take({
    article: id,
    version,
    extension: extensionOf(path, raw),
    bytes,
    sha256: raw.sha256,
    reason,
  });
  const carried = ` (version ${version} of ${id}; claims are carried over at the next build)`;
  report.say(`${path} → ${place}${version > 1 ? carried : ''}`, ...factsOf(incoming));
  const card = holdings.addCard(id, cardOf(head.meta.title, format));
  if (card !== null) report.say(`  card: ${card}`);
}

/** A web page keeps its kind in its name; what is written in Markdown is read as such by its name alone. */
function extensionOf(path: string, { format }: RawSource): 'md' | 'html' | 'txt' {
  if (format.name === 'html') return 'html';
  return extname(path).toLowerCase() === '.md' ? 'md' : 'txt';
}

/** A card that is still to be filled in. */
const cardOf = (title: string | null, format: Options['format']): string =>
  [
    '---',
    ...(title ? [] : ['# title: THE TITLE, IF YOU KNOW IT']),
    ...(format ? [`format: ${format}`] : []),
    '---',
    '',
  ].join('\n');

function add(options: Options): void {
  const report = new Report();
  const holdings = new Holdings();
  const most = largestFile();
  for (const one of options.paths.flatMap((path) => textsUnder(path, report)))
    takeInOne(one, most, options, holdings, report);
  holdings.commit();
  report.finish(holdings.taken);
}

/** Takes in what the arguments name; says what is wrong and sets the exit code. */
export async function takeIn(args: string[]): Promise<void> {
  try {
    archiveSettings({ begins: true });
    const options = readOptions(args);
    await alone(root, () => add(options));
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 1;
  }
}
