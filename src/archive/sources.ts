/** The sources as files: whether each name, version and card is in order, before anything is read. */
import { nearest, type Card } from '../intake/cards/read.ts';
import type { ArticleCard } from '../intake/cards/schema.ts';
import {
  checkManifest,
  MANIFEST,
  parseSourceName,
  versionKey,
  type VersionRow,
} from '../ledger/index.ts';
import {
  badSourceName,
  badVersion,
  cardWithoutSource,
  complain,
  duplicateId,
  duplicateSource,
  ledgerProblem,
  reservedName,
  versionWithoutReason,
} from '../model/messages.ts';
import { isReservedName } from '../model/names.ts';
import { Slug } from '../model/records.ts';
import { sha256 } from '../text/digest.ts';
import { last } from '../text/certain.ts';
import { bytesOf, type Content } from './content.ts';
import { withdrawnArticles } from './withdrawn.ts';

/** Names of sources, sources with the same bytes, and article cards without one. */
export function checkSources(
  content: Content,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): void {
  const ids = content.sources.map(({ article }) => article);
  const present = new Set(ids);
  const bySum = new Map<string, { path: string; article: string }>();
  const seen = new Map<string, string>();
  for (const { article, versions } of content.sources) {
    const { file, path } = last(versions);
    if (!parseSourceName(file.basename ?? article)) {
      const counted = /^(.+?)\.\d+$/.exec(article)?.[1];
      complain(
        file,
        null,
        counted !== undefined && Slug.safeParse(counted).success
          ? badVersion(file.basename ?? article, counted)
          : badSourceName(file.basename ?? article),
      );
    }
    if (isReservedName(article)) complain(file, null, reservedName(file.basename ?? article));
    const folded = article.toLowerCase();
    const earlier = seen.get(folded);
    if (earlier !== undefined) complain(file, null, duplicateId(article, earlier));
    else seen.set(folded, path);
    if (file.value === undefined) continue;
    const sum = sha256(file.value);
    const same = bySum.get(sum);
    const areCopies = same && areNamedCopies(article, same.article, cards);
    if (same && !areCopies) complain(file, null, duplicateSource(same.path));
    else if (!same) bySum.set(sum, { path, article });
  }
  for (const [id, card] of cards)
    if (!present.has(id))
      complain(
        card.file,
        null,
        cardWithoutSource(
          id,
          [nearest(id, ids), ...ids]
            .filter((x): x is string => x !== null)
            .filter((x, i, all) => all.indexOf(x) === i),
        ),
      );
}

/**
 * Compares every version of every source with the manifest; what is new is added to it.
 * `unread`: articles whose sources are not what they were, of which nothing else can be said.
 */
export function checkVersions(
  content: Content,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): { rows: VersionRow[]; unread: ReadonlySet<string> } {
  const renamed = new Map(
    [...cards].flatMap(([id, { data }]) => (data.formerly ?? []).map((old) => [old, id] as const)),
  );
  const all = content.sources.flatMap(({ versions }) => versions.map(({ file }) => file));
  const files = all.filter((file) => file.value !== undefined);
  // Why a file was not read is said already.
  const refused = new Set(
    content.sources
      .filter(({ versions }) => versions.some(({ file }) => file.value === undefined))
      .map(({ article }) => article),
  );
  const manifest = content.files.find(({ path }) => path.endsWith(MANIFEST)) ?? content.site;
  const readable = manifest.messages.length === 0;
  const published = new Set(
    [...(readable ? content.ledger : [])].flatMap(([article, rows]) =>
      rows.flatMap((row) =>
        [row, ...row.was].map(({ version, source }) =>
          versionKey(renamed.get(article) ?? article, version, source),
        ),
      ),
    ),
  );
  const checked = checkManifest(
    content.manifest,
    files.map((file) => ({ name: file.basename ?? '', bytes: bytesOf(file) })),
    renamed,
    withdrawnArticles(content),
    published,
  );
  const problems = checked.problems.filter(
    // Two files of one article are told of where the sources are looked at.
    ({ article, kind }) => !refused.has(article) && kind !== 'version-twice',
  );
  for (const { file, kind, message, mend } of problems)
    complain(
      files.find(({ path }) => path === file) ?? manifest,
      null,
      ledgerProblem(kind, message, mend),
    );
  if (readable && problems.length === 0)
    for (const { article, version, file, reason } of checked.rows) {
      const own =
        version > 1 && reason === null
          ? files.find(({ basename }) => basename === file)
          : undefined;
      if (own) complain(own, null, versionWithoutReason(own.path, version, article));
    }
  const unread = new Set([
    ...refused,
    ...problems
      .filter(({ kind }) => kind === 'source-altered' || kind === 'source-missing')
      .map(({ article }) => article),
  ]);
  return {
    rows: checked.rows,
    unread: new Set(
      content.sources.map(({ article }) => article).filter((article) => unread.has(article)),
    ),
  };
}

/** Whether the card of one of two articles says that they are copies of one another, as of an agency's report. */
const areNamedCopies = (
  one: string,
  other: string,
  cards: ReadonlyMap<string, Card<ArticleCard>>,
): boolean =>
  cards.get(one)?.data.copies?.includes(other) === true ||
  cards.get(other)?.data.copies?.includes(one) === true;
