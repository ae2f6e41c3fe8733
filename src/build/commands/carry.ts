/**
 * `npm run export -- <kind> <site> <out>`: a built site in a form that other programs and repositories take. These
 * hold every word a second time, so that no build makes them by itself.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../putting-in-place/put-in-place.ts';
import { ArticleRecord, SiteCard, SpeakerRecord } from '../../model/records.ts';
import { dataPath } from '../../model/urls.ts';
import { BULK_TEMPLATE, bulkLines, partOf } from '../../publish/carried/bulk.ts';
import { articleTei, corpusHead, CORPUS_END } from '../../publish/carried/tei.ts';
import { PublicClaim } from '../../publish/exports/schema.ts';
import { RECORDS_FILE } from '../../publish/exports/records.ts';
import { byText } from '../../text/order.ts';
import { siteAddress } from '../site-address.ts';
import { Refusal } from '../terminal/errors.ts';
import { count } from '../terminal/progress.ts';
import { linesOf } from '../verify/lines.ts';

type Carry = (site: string, out: string) => Promise<string>;

/** Kinds, each with what it writes. */
export const KINDS: Readonly<Record<string, { does: string; carry: Carry }>> = {
  tei: { does: 'all articles as one TEI corpus, corpus.xml', carry: carryTei },
  ndjson: {
    does: 'claims for OpenSearch, a file a year, with the template of the indexes',
    carry: carryBulk,
  },
  bag: { does: 'the site as a BagIt bag (RFC 8493) for a repository', carry: carryBag },
};

/** Carries a site off into a folder that is empty or not there yet; says in a line what was written. */
export async function carry(kind: string, site: string, out: string): Promise<string> {
  const chosen = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!chosen)
    throw new Refusal(
      `\`${kind}\` is no kind of export, expected ${Object.keys(KINDS).join(', ')}.`,
    );
  if (!existsSync(join(site, RECORDS_FILE)))
    throw new Refusal(
      `${site} holds no built site: there is no ${RECORDS_FILE}. Build it first (\`npm run build\`).`,
    );
  if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
    throw new Refusal(`${out} is there already and not empty. Name a new folder.`);
  makeFolder(out);
  return chosen.carry(site, out);
}

/** A file that grows. */
function growing(path: string) {
  const file = openSync(path, 'w');
  return {
    add: (text: string) => void writeSync(file, text),
    close: () => closeSync(file),
  };
}

/** The records that pages are made of, by their kind. */
async function* recordsOf(site: string) {
  for await (const line of linesOf(join(site, RECORDS_FILE)))
    if (line !== '') yield JSON.parse(line) as { kind: string; record: unknown };
}

async function carryTei(site: string, out: string): Promise<string> {
  const speakers: SpeakerRecord[] = [];
  let card: SiteCard | null = null;
  for await (const { kind, record } of recordsOf(site)) {
    if (kind === 'site') card = SiteCard.parse(record);
    if (kind === 'speakers') speakers.push(SpeakerRecord.parse(record));
  }
  if (!card) throw new Refusal(`${RECORDS_FILE} has no site card.`);
  const { root } = siteAddress(card.address);
  const file = growing(join(out, 'corpus.xml'));
  let articles = 0;
  file.add(corpusHead(card, speakers, root));
  for await (const { kind, record } of recordsOf(site)) {
    if (kind !== 'article') continue;
    file.add(articleTei(ArticleRecord.parse(record), card, root));
    articles++;
  }
  file.add(CORPUS_END);
  file.close();
  return `corpus.xml: ${count(articles, 'article')}, ${count(speakers.length, 'speaker')}`;
}

async function carryBulk(site: string, out: string): Promise<string> {
  const files = new Map<string, ReturnType<typeof growing>>();
  let claims = 0;
  for await (const line of linesOf(join(site, dataPath('claims.jsonl')))) {
    if (line === '') continue;
    const claim = PublicClaim.parse(JSON.parse(line));
    const name = `claims-${partOf(claim)}.ndjson`;
    const file = files.get(name) ?? growing(join(out, name));
    files.set(name, file);
    file.add(bulkLines(claim, line));
    claims++;
  }
  for (const file of files.values()) file.close();
  writeFileSync(join(out, 'template.json'), `${JSON.stringify(BULK_TEMPLATE, null, 2)}\n`);
  return `${count(claims, 'claim')} in ${count(files.size, 'file')}, and template.json`;
}

async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const piece of createReadStream(path)) sum.update(piece as Uint8Array);
  return sum.digest('hex');
}

/** As RFC 8493 has it: what would end or begin an escape within a manifest. */
const inManifest = (path: string): string =>
  path.replace(
    /[%\r\n]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** A line of bag-info.txt holds no line break. */
const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function carryBag(site: string, out: string): Promise<string> {
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(site, path)).isFile())
    .sort(byText);
  const lines: string[] = [];
  let bytes = 0;
  for (const path of paths) {
    const to = join(out, 'data', path);
    makeFolder(dirname(to));
    copyFileSync(join(site, path), to);
    bytes += statSync(to).size;
    lines.push(`${await sumOf(to)}  data/${inManifest(path)}\n`);
  }
  const info: [string, string][] = [['Payload-Oxum', `${bytes}.${paths.length}`]];
  for await (const { kind, record } of recordsOf(site))
    if (kind === 'site') {
      const { name, curator, address, description } = SiteCard.parse(record);
      info.push(
        ['Source-Organization', curator],
        ['External-Identifier', siteAddress(address).root],
        ['External-Description', description ?? name],
      );
      break;
    }
  const tags: Record<string, string> = {
    'bag-info.txt': info.map(([key, value]) => `${key}: ${inLine(value)}\n`).join(''),
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha256.txt': lines.join(''),
  };
  const sums: string[] = [];
  for (const [name, text] of Object.entries(tags)) {
    writeFileSync(join(out, name), text);
    sums.push(`${await sumOf(join(out, name))}  ${name}\n`);
  }
  writeFileSync(join(out, 'tagmanifest-sha256.txt'), sums.join(''));
  return `a bag of ${count(paths.length, 'file')}`;
}
