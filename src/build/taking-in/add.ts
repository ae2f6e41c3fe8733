/**
 * `npm run add -- <files, folders, patterns, or - for standard input>`: takes in new sources. A text is
 * copied byte for byte, never over another; of a capture that is no text, the texts in it are taken, and
 * its own digest stands beside each. A text whose name is taken becomes a new version of that article, for
 * which it wants the reason. Says what each text states of itself, and writes a card with that and with
 * what may be filled in. Texts, captures, cards and manifest are put in place together.
 */
import { basename, dirname, extname, resolve } from 'node:path';
import { hasRules } from '../../languages/known.ts';
import { sharedWords } from '../../ledger/index.ts';
import { languageInWords } from '../../model/language-names.ts';
import { isReservedName } from '../../model/names.ts';
import { root, sizeLimits } from '../archive-files/content.ts';
import { SOURCES } from '../archive-files/ledger-files.ts';
import { alone } from '../putting-in-place/put-in-place.ts';
import { archiveSettings } from '../settings.ts';
import { describe } from '../terminal/errors.ts';
import { articleCard } from './article-card.ts';
import { FactList } from './fact-list.ts';
import { filesNamed } from './files-named.ts';
import { Holdings, isSourceFolder, type Held } from './holdings.ts';
import { incomingOf, type Incoming } from './incoming.ts';
import { NearCopies } from './near-copies.ts';
import { quoted, readOptions, type Options } from './options.ts';
import { Outlets } from './outlets.ts';
import { Report } from './report.ts';
import type { Facts } from '../../intake/formats/captures/facts.ts';

/** Below this share of common words two texts are hardly captures of one article. */
const HARDLY = 0.1;

/**
 * The sources with the words of a text. None of them counts where it was published elsewhere: an agency's report in
 * another paper.
 */
function sameWords(
  { raw, taken, facts }: Incoming,
  before: readonly string[],
  holdings: Holdings,
): Held[] {
  const all = holdings.withHash(raw.sha256);
  const isElsewhere = ({ article }: Held) => isOtherPage(facts, holdings.originalOf(article));
  const isCopy = taken !== null && before.length === 0 && all.every(isElsewhere);
  return isCopy ? [] : all;
}

/** Notes why a source that stands there was taken in, or the day of one that was put there by hand. */
function isNoted(
  open: Held,
  { reason, path, own }: { reason: string | null; path: string; own: boolean },
  holdings: Holdings,
  report: Report,
): boolean {
  if (reason !== null) {
    holdings.noteReason(open, reason);
    report.say(`${SOURCES}/${open.name}: the reason is noted`);
    return true;
  }
  if (!own || !holdings.noteDay(open)) return false;
  report.note('noted', path, 'the day on which it was found there');
  report.say(`${SOURCES}/${open.name}: it is noted that the archive has it from today`);
  return true;
}

/**
 * Notes the reason or says where the bytes are, where the archive has them; false where it has not,
 * or where they are to be taken in all the same.
 */
function isHeld(
  incoming: Incoming,
  reason: string | null,
  holdings: Holdings,
  report: Report,
): boolean {
  const { path, from, named, raw, id, taken } = incoming;
  const before = taken ? holdings.fromCapture(taken.capture) : [];
  const same = sameWords(incoming, before, holdings);
  if (same.length === 0 && before.length === 0) return false;
  if (same.length === 0) {
    const names = before.join(', ');
    report.note('duplicate', path, `its text is ${names}`);
    report.say(`${path}: the archive holds the text of this capture already, as ${names}`);
    return true;
  }
  const own = isSourceFolder(dirname(resolve(path)));
  const open = same.find(
    (one) =>
      (own ? one.name === basename(path) : one.version > 1) && holdings.reasonOf(one) === null,
  );
  if (open && named && isNoted(open, { reason, path, own }, holdings, report)) return true;
  const newest = holdings.newestOf(id);
  // A publisher may go back to what was there before.
  const wentBack =
    !own &&
    newest !== undefined &&
    newest.sha256 !== raw.sha256 &&
    same.some(({ article }) => article === id);
  if (wentBack && named && reason !== null) return false;
  const names = same.map(({ name }) => name).join(', ');
  const again = `npm run add -- --reason "WHY" ${quoted(from)}`;
  report.note('duplicate', path, `the same ${taken ? 'text' : 'bytes'} as ${names}`);
  report.say(
    `${path}: the archive holds ${taken ? 'this text' : 'these bytes'} already, as ${names}`,
  );
  if (open && open.version > 1)
    report.say(`  why they were taken in is not noted; to note it: ${again}`);
  else if (wentBack) report.say(`  if the article went back to them, say so: ${again}`);
  return true;
}

/** Whether a text states that it was published at another address than a known one. */
const isOtherPage = ({ original }: Facts, held: string | null): boolean =>
  original !== undefined && held !== null && !sameAddress(original.value, held);

const sameAddress = (one: string, other: string): boolean =>
  one.replace(/#.*$|\/$/g, '') === other.replace(/#.*$|\/$/g, '');

/**
 * The name of a text: another one where an article of that name has hardly a word in common and came from a file with
 * another ending (`ferry.odt`, `ferry.vtt`); of a part of a capture, such as a row of an export, which has no name of
 * its own, also where that article was published at another address.
 */
function freeName(
  { id, facts, raw, taken, from }: Incoming,
  holdings: Holdings,
  { reason }: Options,
): string {
  const isPart = taken?.capture.part !== undefined;
  if (!isPart && reason !== null) return id;
  for (let next = 1; ; next++) {
    const name = next === 1 ? id : `${id}-${next}`;
    const held = holdings.newestOf(name);
    if (!held || (!isPart && extname(holdings.fileOf(held)) === extname(from))) return name;
    const isAnother =
      (isPart && isOtherPage(facts, holdings.originalOf(name))) ||
      sharedWords(raw.text, new TextDecoder().decode(held.bytes())) < HARDLY;
    if (!isAnother) return name;
  }
}

/** Why a text cannot become the next version of an article; null where it can. */
function versionRefused(
  { path, from, raw, id }: Incoming,
  version: number,
  { reason, force }: Options,
  holdings: Holdings,
): string | null {
  const former = holdings.versionOf(id, version - 1);
  const strange =
    former !== undefined &&
    sharedWords(raw.text, new TextDecoder().decode(former.bytes())) < HARDLY;
  const why = reason === null ? '"WHY"' : quoted(reason);
  const again = `npm run add -- ${strange ? '--force ' : ''}--reason ${why} ${quoted(from)}`;
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

/** What is said of a day that is not known. */
const openly = (open: Incoming['head']['meta']['openDay']): string =>
  open === undefined
    ? 'not stated'
    : `“${open.printed}”, which ${open.readings.length > 0 ? `is ${open.readings.join(' or ')}` : 'counts from a moment that is not stated'}`;

/** What a text or its capture states of itself, and what is not understood of it. */
function factsOf({ file, head, facts, taken }: Incoming): string[] {
  const { meta, language } = head;
  const sure = <T>(fact: { value: T; isDoubtful?: boolean } | undefined): T | undefined =>
    fact?.isDoubtful ? undefined : fact?.value;
  const names = sure(facts.authors) ?? meta.byline.map(({ name }) => name);
  const said = [
    `title: ${sure(facts.title) ?? meta.title ?? 'not found'}`,
    `byline: ${names.join(', ') || 'none'}`,
    `outlet: ${sure(facts.outlet) ?? meta.outlets[0] ?? 'unknown'}`,
    `published: ${sure(facts.published) ?? meta.published?.edtf ?? openly(meta.openDay)}`,
  ];
  return [
    `  ${said.join('; ')}`,
    ...(taken?.notes ?? []).map((note) => `  ${note}`),
    ...file.messages.flatMap(({ reason, note }) => [`  ${reason}.`, `    ${note ?? ''}`]),
    ...(!hasRules(language.tag)
      ? [`  language: ${languageInWords(language.tag)}; claims are not looked for in it`]
      : []),
  ];
}

const withFacts = (incoming: Incoming, list: FactList): Incoming => ({
  ...incoming,
  facts: list.of(incoming.from, incoming.facts, incoming.head.meta.original ?? null),
});

const MOST_NAMED = 3;

/** Some names, and how many more there are. */
function shortList(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED);
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** What one run of the command works with. */
class Run {
  readonly options: Options;
  readonly report = new Report();
  readonly holdings = new Holdings();
  /** Read when a capture first names one. */
  #outlets: Outlets | null = null;
  readonly #near = new NearCopies();
  readonly #limits = sizeLimits();
  #list: FactList | null = null;

  constructor(options: Options) {
    this.options = options;
  }

  /** Takes in all that the arguments name. */
  async all(): Promise<void> {
    const { largestFile } = this.#limits;
    const { metadata, mapping } = this.options;
    if (metadata !== null) this.#list = await FactList.read(metadata, mapping);
    for (const path of this.options.paths)
      for (const one of filesNamed(path, this.report))
        for (const incoming of await incomingOf(one, this.options, largestFile, this.report))
          this.#takeIn(this.#list ? withFacts(incoming, this.#list) : incoming);
    this.#sayOfList();
    this.holdings.commit();
    this.report.finish(this.holdings.taken);
  }

  #sayOfList(): void {
    const { metadata } = this.options;
    if (!this.#list || metadata === null) return;
    this.report.say(`${metadata}: read as --map ${this.#list.readAs}`);
    const { unused } = this.#list;
    if (unused.length > 0)
      this.report.refuse(
        metadata,
        `${metadata} tells of files that were not named, or not found: ${unused.slice(0, 20).join(', ')}${unused.length > 20 ? ` and ${unused.length - 20} more` : ''}.`,
        `${unused.length} of its rows tell of no file of this call`,
      );
  }

  /** Takes in one text, or says why not. */
  #takeIn(given: Incoming): void {
    const { holdings, options, report } = this;
    const incoming = { ...given, id: freeName(given, holdings, options) };
    const { path, bytes, raw, id } = incoming;
    const back = holdings.putBack(bytes, raw.sha256);
    if (back !== null) {
      report.note('taken', path, `${back}, where it was missing`);
      report.say(`${path} → ${back}, where it is missing`);
      return;
    }
    if (isReservedName(id)) {
      report.refuse(
        path,
        `${path} was not taken in: Windows keeps the name \`${id}\` for a device, ` +
          'so that the archive could not be copied there.\n  Give the file another name.',
        `Windows keeps the name \`${id}\` for a device`,
      );
      return;
    }
    if (isHeld(incoming, options.reason, holdings, report)) return;
    const version = holdings.nextVersionOf(id);
    const refused = version > 1 ? versionRefused(incoming, version, options, holdings) : null;
    if (refused === null) this.#take(incoming, version);
    else report.refuse(path, refused, `the archive has an article ${id}`);
  }

  #take({ taken, ...incoming }: Incoming, version: number): void {
    const { holdings, options, report } = this;
    const { path, bytes, raw, head, id, facts, format } = incoming;
    for (const held of holdings.sources) this.#near.add(held);
    const near = this.#near.of(id, raw.text);
    const isKept = taken !== null && taken.keep.bytes.byteLength <= this.#limits.keptCapture;
    const place = holdings.take({
      ...{ article: id, version, extension: incoming.extension, bytes, sha256: raw.sha256 },
      reason: options.reason,
      ...(taken && { capture: taken.capture, keep: isKept ? taken.keep : undefined }),
    });
    const carried = ` (version ${version} of ${id}; claims are carried over at the next build)`;
    report.note('taken', path, place);
    report.say(
      `${path} → ${place}${version > 1 ? carried : ''}`,
      ...factsOf({ ...incoming, taken }),
    );
    if (taken && !isKept)
      report.say(
        `  the capture has more bytes than \`keepCaptures:\` in content/site.md allows and is not kept; its digest is noted`,
      );
    if (near.length > 0) {
      const [{ share } = { share: 0 }] = near;
      const names = shortList(near.map(({ article }) => article));
      report.note('near copy', path, `${Math.round(100 * share)} % of it is in ${names}`);
      report.say(`  nearly the same text as ${names}; they are linked as copies`);
    }
    const card = holdings.addCard(id, () =>
      articleCard({
        ...{ facts, head, format },
        outlet:
          facts.outlet && !facts.outlet.isDoubtful ? this.#outletOf(facts.outlet.value) : null,
        copies: near.map(({ article }) => article),
      }),
    );
    if (card !== null) report.say(`  card: ${card}`);
    else if (near.length > 0)
      report.say(
        `  its card says nothing of that; write \`copies: [${near.map((one) => one.article).join(', ')}]\``,
      );
  }

  #outletOf(name: string): string | null {
    this.#outlets ??= new Outlets();
    return this.#outlets.idOf(name, this.holdings);
  }
}

/** Takes in what the arguments name; says what is wrong and sets the exit code. */
export async function takeIn(args: string[]): Promise<void> {
  try {
    archiveSettings({ begins: true });
    const options = readOptions(args);
    await alone(root, () => new Run(options).all());
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 1;
  }
}
