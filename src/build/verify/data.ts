/** The data files are of one piece: each line has its shape, and lists name what others have. */
import type { ZodType } from 'zod';
import { PUBLIC_SCHEMAS, type PublicTombstone } from '../../publish/exports/schema.ts';
import { speakerName } from '../../model/wording.ts';
import { difference, recordsOf } from './lines.ts';
import type { Where } from './owner.ts';
import { type Site, reasonOf, DATA_FILES } from './site.ts';

type Speakers = Map<string, { name: string; ids: string[] }>;

/** Takes in the data files; gives the tombstones. */
export async function readData(site: Site): Promise<PublicTombstone[]> {
  await readArticles(site);
  await readVersions(site);
  await checkSpeakers(site, await readClaims(site));
  await checkOutlets(site);
  const tombstones = await readTombstones(site);
  await checkTopics(site);
  return tombstones;
}

const complainOfTwo = (site: Site, name: keyof typeof DATA_FILES, id: string, where: Where) =>
  site.complain('data', `${id} stands twice in ${DATA_FILES[name]}`, where);

async function readArticles(site: Site): Promise<void> {
  for await (const article of data(site, 'articles', PUBLIC_SCHEMAS.article)) {
    const { id } = article;
    site.count('articles');
    if (site.articles.has(id)) complainOfTwo(site, 'articles', `article ${id}`, { article: id });
    site.articles.set(id, article);
  }
}

async function readVersions(site: Site): Promise<void> {
  for await (const row of data(site, 'versions', PUBLIC_SCHEMAS.version)) {
    const { article, version } = row;
    site.count('versions');
    const key = `${article}/${version}`;
    if (site.versions.has(key))
      complainOfTwo(site, 'versions', `version ${version} of ${article}`, { article });
    site.versions.set(key, row);
  }
}

/** Takes in the claims; gives whose they are, by the speaker's id. */
async function readClaims(site: Site): Promise<Speakers> {
  const bySpeaker: Speakers = new Map();
  for await (const claim of data(site, 'claims', PUBLIC_SCHEMAS.claim)) {
    const { id, article, text, speaker } = claim;
    site.count('claims');
    if (site.claims.has(id)) complainOfTwo(site, 'claims', `claim ${id}`, { article, claim: id });
    site.claims.set(id, { article, words: text, speaker: speakerName(claim), live: true });
    if (!speaker) continue;
    const group = bySpeaker.get(speaker.id);
    if (group) group.ids.push(id);
    else bySpeaker.set(speaker.id, { name: speaker.name, ids: [id] });
  }
  return bySpeaker;
}

/** Each speaker's line lists the claims that name the speaker, and each speaker named has a line. */
async function checkSpeakers(site: Site, claimed: Speakers): Promise<void> {
  const left = new Set(claimed.keys());
  for await (const speaker of data(site, 'speakers', PUBLIC_SCHEMAS.speaker)) {
    const group = left.delete(speaker.id) ? claimed.get(speaker.id) : undefined;
    const unlike = difference(
      { name: speaker.name, claims: speaker.claims },
      { name: group?.name ?? speaker.name, claims: group?.ids ?? [] },
    );
    if (unlike)
      site.complain(
        'data',
        `${DATA_FILES.speakers}, ${speaker.id}: ${unlike} as in ${DATA_FILES.claims}`,
      );
  }
  for (const id of left)
    site.complain(
      'data',
      `${DATA_FILES.speakers}: speaker ${id}, whom ${DATA_FILES.claims} names, has no line`,
    );
}

async function checkOutlets(site: Site): Promise<void> {
  for await (const outlet of data(site, 'outlets', PUBLIC_SCHEMAS.outlet))
    for (const id of outlet.articles)
      if (site.articles.get(id)?.outlet?.id !== outlet.id)
        site.complain(
          'data',
          `${DATA_FILES.outlets}, ${outlet.id}: ` +
            `article ${id} is not of that outlet in ${DATA_FILES.articles}`,
          { article: id },
        );
}

async function readTombstones(site: Site): Promise<PublicTombstone[]> {
  const tombstones: PublicTombstone[] = [];
  for await (const tombstone of data(site, 'tombstones', PUBLIC_SCHEMAS.tombstone)) {
    const { claim, article, words, speaker } = tombstone;
    tombstones.push(tombstone);
    if (!claim) continue;
    if (site.claims.has(claim))
      site.complain(
        'data',
        `claim ${claim} stands both in ${DATA_FILES.claims} and in ${DATA_FILES.tombstones}`,
        { claim },
      );
    else site.claims.set(claim, { article, words, speaker: speaker ?? 'not named', live: false });
  }
  return tombstones;
}

/** An answer stays under the id that the curator wrote, also when another claim took its place. */
async function checkTopics(site: Site): Promise<void> {
  for await (const topic of data(site, 'topics', PUBLIC_SCHEMAS.topic))
    for (const { claim } of topic.answers)
      if (!site.claims.has(claim))
        site.complain(
          'data',
          `${DATA_FILES.topics}, ${topic.id}: answer ${claim} stands neither in ` +
            `${DATA_FILES.claims} nor in ${DATA_FILES.tombstones}`,
          { claim },
        );
}

/** The lines of a data file that have their shape; of others, and of a file that is not there, the site complains. */
async function* data<T>(
  site: Site,
  name: keyof typeof DATA_FILES,
  schema: ZodType<T>,
): AsyncGenerator<T> {
  const file = DATA_FILES[name];
  if (!site.files.has(file)) {
    site.complain('file', `${file} is missing`);
    return;
  }
  try {
    yield* recordsOf(site.folder, file, schema, (message, line) => {
      site.complain('data', message);
      if (name === 'claims') site.unusableClaims.add(line);
    });
  } catch (error) {
    site.complain('file', `${file} cannot be read: ${reasonOf(error)}`);
  }
}
