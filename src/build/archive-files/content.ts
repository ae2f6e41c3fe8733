/** Reads the content folder into memory; understands nothing of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { readCard } from '../../intake/cards/read.ts';
import { bytesOf, KEPT_CAPTURE, LARGEST_FILE, SiteFrontMatter } from '../../intake/cards/schema.ts';
import { parseSourceName } from '../../ledger/index.ts';
import { complain, symbolicLink } from '../../model/messages.ts';
import type { Content } from '../../archive/build.ts';
import { CARD_FOLDERS, type CardFolder } from '../../archive/content.ts';
import { Refusal } from '../terminal/errors.ts';
import { keptCaptures } from './kept-captures.ts';
import { readLedgerFiles } from './ledger-files.ts';
import { entriesUnder, namesIn, readFile } from './reading.ts';
import { passedOver } from './passed-over.ts';
import { settings } from '../settings.ts';

/** Folder of the archive, as the settings say when this module is loaded. */
const { root: archiveRoot, content: contentFolder, records: recordsFolder } = settings();
export { archiveRoot as root, contentFolder, recordsFolder };

/** Captures that are no text, kept beside the sources that were taken from them. */
export const CAPTURES = 'content/captures';

/** What the archive learned from its own people. */
const CALIBRATION = 'content/calibration.json';

/** In capitals too, so that such a name is reported and not passed over. */
const TEXT = /\.(?:txt|md|html)$/i;
const CARD = /\.md$/i;

/**
 * Everything in the content folder of an archive, by default the one that the settings name. What cannot be read (a folder, a link, a file that is too large)
 * stands there without a value, with the reason as a message. Throws a `Refusal` where there is no such folder.
 */
export function readContent(root: string = archiveRoot): Content {
  const contentFolder = join(root, 'content');
  if (!existsSync(contentFolder))
    throw new Refusal([
      `There is no folder ${contentFolder}.`,
      'Name the folder that holds `content/` with VERBATIM_ROOT, or put texts into `content/sources/`.',
    ]);
  const entries = entriesUnder(root, 'content');
  const links = entries.flatMap(({ path, kind }) => (kind === 'link' ? [path] : []));
  // Of a folder that is not read, nothing can be said that is true of its files.
  const folders = links.filter((path) => path.split('/').length <= 2 && !path.includes('.'));
  if (folders.length > 0)
    throw new Refusal(
      folders.map((path) => `${path}: ${symbolicLink().reason}. ${symbolicLink().note}`),
    );
  const site = readFile(root, 'content/site.md', LARGEST_FILE);
  const said = saidBy(site);
  const { largestFile: most } = limitsIn(said);
  const about = readFile(root, 'content/about.md', most);
  const logo =
    said?.logo === undefined ? null : readFile(root, `content/${said.logo}`, LARGEST_FILE);
  const learned = readFile(root, CALIBRATION, LARGEST_FILE);
  const calibration = learned.value === undefined && learned.messages.length === 0 ? null : learned;
  const cards = Object.fromEntries(
    CARD_FOLDERS.map((folder) => [
      folder,
      namesIn(root, `content/${folder}`)
        .filter((name) => CARD.test(name))
        .map((name) => ({
          id: name.slice(0, -'.md'.length),
          file: readFile(root, `content/${folder}/${name}`, most),
        })),
    ]),
  ) as Record<CardFolder, { id: string; file: VFile }[]>;
  const sources = readSources(root, most);
  const ledger = readLedgerFiles(root);
  const read = new Set(
    [
      site,
      about,
      ...(logo ? [logo] : []),
      ...(calibration ? [calibration] : []),
      ...ledger.files,
      ...Object.values(cards).flatMap((list) => list.map(({ file }) => file)),
      ...sources.flatMap(({ versions }) => versions.map(({ file }) => file)),
    ].map(({ path }) => path),
  );
  const refused = links
    .filter((path) => !read.has(path))
    .map((path) => {
      const file = new VFile({ path, cwd: root });
      complain(file, null, symbolicLink());
      return file;
    });
  for (const { capture } of ledger.manifest) if (capture?.kept) read.add(capture.kept);
  const unread = passedOver(root, entries, read);
  return {
    sources,
    cards,
    site,
    about,
    ...(logo && { logo }),
    ...(calibration && { calibration }),
    ...ledger,
    files: [
      ...ledger.files,
      about,
      ...(logo ? [logo] : []),
      ...(calibration ? [calibration] : []),
      ...refused,
      ...unread,
      ...keptCaptures(root, ledger.manifest),
    ],
  };
}

/** What the site card limits, in bytes. */
interface SizeLimits {
  /** The largest file that is read. */
  largestFile: number;
  /** The largest capture that is kept beside the text taken from it. */
  keptCapture: number;
}

/** The limits that the site card sets, as far as it can be understood. */
export const sizeLimits = (): SizeLimits =>
  limitsIn(saidBy(readFile(archiveRoot, 'content/site.md', LARGEST_FILE)));

const limitsIn = (said: ReturnType<typeof saidBy>): SizeLimits => ({
  largestFile: said?.largestFile === undefined ? LARGEST_FILE : bytesOf(said.largestFile),
  keptCapture: said?.keepCaptures === undefined ? KEPT_CAPTURE : bytesOf(said.keepCaptures),
});

/** What the site card says, as far as it is in order. */
function saidBy(site: VFile) {
  if (site.value === undefined) return null;
  // On a copy, since the pipeline says what is wrong with the card.
  const copy = new VFile({ path: site.path, value: site.value });
  try {
    return readCard(copy, SiteFrontMatter)?.data ?? null;
  } catch {
    return null; // as above
  }
}

/** `harbour-post-ferry.txt` is the first version of its article, `harbour-post-ferry.2.txt` the second. */
function readSources(root: string, most: number): Content['sources'] {
  const versions = new Map<string, { version: number; path: string; file: VFile }[]>();
  for (const name of namesIn(root, 'content/sources').filter((one) => TEXT.test(one))) {
    // A name that is none is an article of that name, which is reported.
    const { article, version } = parseSourceName(name) ?? {
      article: name.replace(TEXT, ''),
      version: 1,
    };
    const source = readFile(root, `content/sources/${name}`, most);
    // two files for one version (`a.txt`, `a.md`) are two articles of one id, which is reported
    const key = versions.get(article)?.some((v) => v.version === version)
      ? `${article}\0${name}`
      : article;
    versions.set(key, [...(versions.get(key) ?? []), { version, path: source.path, file: source }]);
  }
  return [...versions]
    .map(([key, all]) => ({
      article: key.replace(/\0.*$/s, ''),
      versions: all.sort((a, b) => a.version - b.version),
    }))
    .sort((a, b) => (a.article < b.article ? -1 : 1));
}
