/**
 * The whole site: records, pages, data files and search bundles, built aside, checked, and put in
 * place together with the ledger.
 */
import { join } from 'node:path';
import type { BuiltArchive, Content } from '../../archive/build.ts';
import { checkAddresses, formatAddresses } from '../../ledger/index.ts';
import { countsOf, speakersInWords } from '../../model/counts.ts';
import { CLAIM_TYPES } from '../../model/records.ts';
import { sourcePath, versionSourcePath } from '../../model/urls.ts';
import { Refusal } from '../terminal/errors.ts';
import { ADDRESSES, LEDGER } from '../archive-files/ledger-files.ts';
import {
  formatSoftware,
  otherVersion,
  thisSoftware,
  WRITTEN_BY,
  writtenBy,
  type Software,
} from '../archive-files/written-by.ts';
import { count, size, type Progress } from '../terminal/progress.ts';
import { publish } from '../putting-in-place/put-in-place.ts';
import { project, siteFromEnvironment, useRecords } from '../settings.ts';
import { SUMS, sumsText, verifySite, type Made } from '../verify/index.ts';
import { formerSite, SiteFolder, type FormerSite } from '../making/site-folder.ts';
import { programDigest } from '../software.ts';
import { noteBuilt, type Inputs, type Run } from '../stamp.ts';
import {
  changesInWords,
  changesOf,
  cutShort,
  ledgerFiles,
  otherSpeakers,
  putInOrder,
  textAt,
  wouldChange,
} from './ledger-changes.ts';

/** What a build starts from. */
interface BuildTask {
  /** Everything it reads, as it was when the command began. */
  inputs: Inputs;
  /** Whether the ledger may not change. */
  frozen: boolean;
  /** Whether an archive that another version of the software wrote may be changed as this one has it. */
  upgrades: boolean;
  steps: Progress;
}

/** Builds a site; gives the lines that sum it up. Throws a `Refusal` with everything that is wrong. */
export async function buildSite(
  run: Run,
  { inputs, frozen, upgrades, steps }: BuildTask,
): Promise<readonly string[]> {
  const { root } = run;
  const note = textAt(root, WRITTEN_BY);
  const stands = formerSite(root, run.dist);
  const made = await publish(root, run.dist, async (folder) => {
    const records = join(root, '.verbatim/records');
    useRecords(records);
    const site = new SiteFolder(folder, stands);

    const { archive, content, warnings, files } = await recordsAndLedger(root, records, {
      frozen,
      upgrades,
      steps,
    });
    const { getArchive } = await import('../../site/data/archive.ts');
    const whole = getArchive();
    await steps.stage(
      'pages',
      async () => (await import('../making/site-files.ts')).renderPages(site, root),
      (pages) => count(pages, 'page'),
    );

    await steps.stage(
      'sources',
      () => copySources(archive, content, site),
      (n) => `${count(n, 'file')}, byte for byte`,
    );

    await steps.stage(
      'data',
      async () => {
        const { writeData } = await import('../making/site-files.ts');
        return writeData(whole, records, site);
      },
      (written) =>
        count(
          written.reduce((n, w) => n + w.files, 0),
          'file',
        ),
    );

    await steps.stage(
      'pictures',
      async () => {
        const { writePictures } = await import('../pictures/write-pictures.ts');
        return writePictures(whole, folder, { cache: join(root, '.verbatim/pictures') });
      },
      ({ made, kept }) => `${count(made, 'picture')} drawn, ${kept.toLocaleString('en')} kept`,
    );

    (await import('../making/site-files.ts')).copySideFiles(archive.addresses, site);

    const bundles = await steps.stage(
      'search',
      async (tell) => {
        const { writeSearchBundles } = await import('../making/search-bundles.ts');
        return writeSearchBundles({ archive: whole, dist: folder, site, log: tell });
      },
      (written) =>
        written
          .map(
            ({ path, records: n, bytes }) => `${path} ${n.toLocaleString('en')} in ${size(bytes)}`,
          )
          .join(', '),
    );

    const proof = await steps.stage(
      'checks',
      async () => {
        const {
          problems,
          counts,
          files: made,
          sums,
          checked,
        } = await verifySite(folder, {
          built: { sums: site.sums, before: provedBefore(site, stands) },
        });
        site.settle(sums);
        site.write(SUMS, sumsText(sums));
        const addresses = checkAddresses(content.published, made, archive.addresses);
        const lines = [
          ...problems.map(({ kind, message }) => `${kind}: ${message}`),
          ...vanished(addresses.vanished),
        ];
        if (lines.length > 0)
          throw new Refusal([
            ...lines.slice(0, 100),
            ...(lines.length > 100 ? [`… and ${lines.length - 100} more`] : []),
            `${count(problems.length + addresses.vanished.length, 'problem')} in the built site: it was not put in place.`,
          ]);
        if (frozen && addresses.added.length > 0)
          throw new Refusal([
            ...addresses.added.map((a) => `New address ${a}`),
            `The list of addresses (${ADDRESSES}) would change, which \`--frozen\` forbids. Run \`npm run build\` without it and commit ${LEDGER}.`,
          ]);
        files.set(ADDRESSES, formatAddresses(addresses.addresses));
        return { ...counts, added: addresses.added, sums, checked };
      },
      (n) =>
        `${count(n.parts, 'part')} read back, ${count(n.links, 'link')} of ${count(n.pages, 'page')} resolve, ` +
        `${n['read whole'].toLocaleString('en')} of them read whole`,
    );
    const added = frozen ? [] : newAddresses(proof.added);
    const tidied = frozen ? [] : putInOrder(files, root);
    for (const line of [...added, ...tidied]) console.log(line);

    const found = new Map(content.files.map((file) => [file.path, String(file.value)]));
    if (note !== null) found.set(WRITTEN_BY, note);
    return {
      files: frozen ? new Map<string, string | null>() : files,
      found,
      archive,
      bundles,
      proof,
      warnings,
      site,
    };
  });
  const states = made.site.note(root, run.dist, {
    sums: new Map([...made.proof.sums, ...made.site.sums]),
    checked: made.proof.checked,
  });
  if (root !== project && frozen) sayLocalAddress(made.archive);
  const lines = summary(made.archive, made.bundles, made.proof.pages, made.warnings);
  noteBuilt(run, inputs, new Set(made.files.keys()), { summary: lines, site: states });
  return lines;
}

/** What of the records a build goes on with: what was found in each text, and the former ledger, are done with. */
type Recorded = Pick<BuiltArchive, 'articles' | 'addresses' | 'speakers' | 'site'>;
/** What of the folder: its cards and the rows of its ledger are done with. */
type Taken = Pick<Content, 'sources' | 'published' | 'files'>;

interface Begun<Archive> {
  archive: Archive;
  content: Taken;
  warnings: number;
  /** What the files of the ledger will hold. */
  files: Map<string, string | null>;
}

/** Makes the records and the files of the ledger. */
async function recordsAndLedger(
  root: string,
  records: string,
  task: Omit<BuildTask, 'inputs'>,
): Promise<Begun<Recorded>> {
  const begun = await written(root, records, task);
  const { forgetArchive, getArchive } = await import('../../site/data/archive.ts');
  const { forgetVersions } = await import('../../site/data/versions.ts');
  forgetArchive();
  forgetVersions();
  return { ...begun, archive: { ...begun.archive, articles: getArchive().articles } };
}

/**
 * Makes the records and writes them to their folder. They are read from there for the pages, so that neither they nor
 * what was found in each text are held twice: nothing that is given here leads to them.
 */
async function written(
  root: string,
  records: string,
  { frozen, upgrades, steps }: Omit<BuildTask, 'inputs'>,
): Promise<Begun<Omit<Recorded, 'articles'>>> {
  // Read here, since this module looks at the environment when it is loaded.
  const { readContent } = await import('../archive-files/content.ts');
  const { archive, content, warnings } = await steps.stage(
    'records',
    async (tell) => {
      const { draftsFolder } = await import('../archive-files/drafts.ts');
      const { runOnThreads, writeRecords } = await import('../archive-files/records.ts');
      const result = await runOnThreads(readContent(), {
        folder: draftsFolder(root),
        progress: (stage, done, of) => tell(`${stage}: ${done} of ${of}`),
      });
      if (result.brief) console.error(result.brief);
      if (result.errors > 0)
        throw new Refusal(`${count(result.errors, 'error')}: nothing was built or changed.`);
      writeRecords(result, records);
      return result;
    },
    ({ archive, warnings }) =>
      `${count(countsOf(archive).articles, 'article')}, ${count(countsOf(archive).claims, 'claim')}, ${count(warnings, 'warning')}`,
  );

  const files = await steps.stage(
    'ledger',
    () => ledgerFiles(archive, root),
    () => ledgerSummary(archive),
  );
  for (const line of frozen ? [] : otherSpeakers(archive)) console.log(line);
  if (frozen) refuseChanges(archive, files, root);
  else if (root !== project) {
    if (!upgrades) refuseOtherVersion(writtenBy(root), archive, files, root);
    files.set(WRITTEN_BY, formatSoftware(thisSoftware()));
  }

  const { addresses, speakers, site } = archive;
  const { sources, published, files: found } = content;
  return {
    archive: { addresses, speakers, site },
    content: { sources, published, files: found },
    warnings,
    files,
  };
}

function ledgerSummary(archive: BuiltArchive): string {
  const changes = changesOf(archive);
  const kinds = [...new Set(changes.map(({ kind }) => kind))].map(
    (kind) => `${changes.filter((c) => c.kind === kind).length.toLocaleString('en')} ${kind}`,
  );
  const orphans = [...archive.ledger.values()].reduce((n, { orphans }) => n + orphans.length, 0);
  return [
    kinds.length > 0 ? kinds.join(', ') : 'unchanged',
    ...(orphans > 0 ? [`${count(orphans, 'claim')} without a place, for a person to decide`] : []),
  ].join('; ');
}

/** Addresses that the list gains, some of them by name. */
function newAddresses(added: readonly string[]): string[] {
  if (added.length === 0) return [];
  const few = added.slice(0, 5).join(', ');
  return [
    `addresses  ${added.length.toLocaleString('en')} new in ${ADDRESSES}: ${few}${added.length > 5 ? ', …' : ''}`,
  ];
}

function refuseChanges(
  archive: BuiltArchive,
  files: ReadonlyMap<string, string | null>,
  root: string,
): void {
  const named = changesInWords(archive);
  const changed = wouldChange(files, root);
  if (named.length === 0 && changed.length === 0) return;
  throw new Refusal([
    ...named,
    ...changed.map((path) => `${path} would change`),
    'The ledger would change, which `--frozen` forbids (`CI=true` implies it). Run `npm run build` without it and commit the content folder.',
  ]);
}

/** A `Refusal` where another version of the software wrote the archive, and this one would change its ledger. */
function refuseOtherVersion(
  noted: Software | null,
  archive: BuiltArchive,
  files: ReadonlyMap<string, string | null>,
  root: string,
): void {
  const other = otherVersion(noted);
  if (noted === null || other === null) return;
  const named = changesInWords(archive);
  const changed = wouldChange(files, root);
  if (named.length === 0 && changed.length === 0) return;
  throw new Refusal([
    other,
    'It would change:',
    ...cutShort([...named, ...changed.map((path) => `${path} would change`)]).map(
      (line) => `  ${line}`,
    ),
    'Nothing was built. `npm run upgrade -- --archive <folder>` shows all of it and does it when told so;' +
      ` with the version ${noted.version} of the software the archive goes on as it was.`,
  ]);
}

/** The newest version at the article's address, and each at its own. */
function copySources(archive: Recorded, content: Taken, site: SiteFolder): number {
  let written = 0;
  const write = (path: string, bytes: Uint8Array) => {
    site.write(path, bytes);
    written++;
  };
  const published = new Set(archive.articles.map(({ id }) => id));
  const former = new Map(
    archive.articles.map(({ id, formerly }) => [id, formerly.filter((old) => !published.has(old))]),
  );
  for (const { article, versions } of content.sources) {
    if (!published.has(article)) continue;
    const newest = versions.at(-1);
    if (!newest) continue;
    // A file cannot lead on to another address, so former names of an article keep theirs.
    for (const id of [article, ...(former.get(article) ?? [])]) {
      write(sourcePath(id), newest.file.value as Uint8Array);
      for (const { version, file } of versions)
        write(versionSourcePath(id, version), file.value as Uint8Array);
    }
  }
  return written;
}

/** What the check of a site need not prove again: what stands, where this very program proved it. */
const provedBefore = (site: SiteFolder, stands: FormerSite | null): Made['before'] =>
  stands?.program === programDigest()
    ? {
        folder: stands.folder,
        files: stands.files.keys(),
        has: (name) => site.isKept(name),
        checked: stands.checked,
      }
    : null;

/** A site that is to be published, with links to the machine it was built on. */
function sayLocalAddress({ site }: Recorded): void {
  if (siteFromEnvironment() === null && site && new URL(site.address).hostname === 'localhost')
    console.log(
      `address    ${site.address}: citations and feeds lead there. Set \`address:\` in content/site.md before the site is published.`,
    );
}

/** One remedy for all addresses that would vanish. */
const vanished = (addresses: readonly string[]): string[] =>
  addresses.length === 0
    ? []
    : [
        ...addresses.map((address) => `address: ${address} was published and would vanish`),
        'Where a thing has another name, write the old one under `formerly:` in its card. Otherwise decide in ' +
          `${LEDGER}/decisions.yaml: \`- address: <path>\` with \`redirect: <path>\` or \`withdrawn: <reason>\`. What never went out: take its line out of ${ADDRESSES}.`,
      ];

function summary(
  archive: Recorded,
  bundles: readonly { path: string; bytes: number; records: number }[],
  pages: number,
  warnings: number,
): string[] {
  const claims = archive.articles.flatMap((article) => article.claims);
  const counts = countsOf(archive);
  const types = CLAIM_TYPES.map(
    (type) => `${claims.filter((c) => c.type === type).length.toLocaleString('en')} ${type}`,
  ).join(', ');
  return [
    '',
    `articles   ${counts.articles.toLocaleString('en')}`,
    `claims     ${counts.claims === 0 ? 'none' : `${counts.claims.toLocaleString('en')} (${types})`}`,
    `speakers   ${counts.speakers === 0 ? 'none' : speakersInWords(counts).replace(/ speakers?/, '')}`,
    `messages   ${count(warnings, 'warning')}`,
    `pages      ${pages.toLocaleString('en')}`,
    `search     ${bundles.map(({ path, bytes }) => `${path} ${size(bytes)}`).join(', ')}`,
    '',
  ];
}
