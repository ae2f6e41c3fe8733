/** The data files are of one piece: each line has its shape, and lists name what others have. */
import type { ZodType } from 'zod';
import { PUBLIC_SCHEMAS, type PublicTombstone } from '../../publish/exports/schema.ts';
import { speakerName } from '../../model/wording.ts';
import { difference, recordsOf } from './lines.ts';
import { type Where, type Site, reasonOf, DATA_FILES } from './site.ts';

/** Takes in the data files; gives the tombstones. */
export async function readData(site: Site): Promise<PublicTombstone[]> {
  const { articles, versions, claims, complain } = site;
  const twice = (name: string, id: string, where: Where) =>
    complain('data', `${id} stands twice in ${name}`, where);
  for await (const article of data(site, 'articles', PUBLIC_SCHEMAS.article)) {
    site.counts.articles++;
    if (articles.has(article.id))
      twice(DATA_FILES.articles, `article ${article.id}`, { article: article.id });
    articles.set(article.id, article);
  }
  for await (const version of data(site, 'versions', PUBLIC_SCHEMAS.version)) {
    site.counts.versions++;
    const key = `${version.article}/${version.version}`;
    if (versions.has(key))
      twice(DATA_FILES.versions, `version ${version.version} of ${version.article}`, {
        article: version.article,
      });
    versions.set(key, version);
  }
  const bySpeaker = new Map<string, { name: string; ids: string[] }>();
  for await (const claim of data(site, 'claims', PUBLIC_SCHEMAS.claim)) {
    site.counts.claims++;
    if (claims.has(claim.id))
      twice(DATA_FILES.claims, `claim ${claim.id}`, { article: claim.article, claim: claim.id });
    claims.set(claim.id, {
      article: claim.article,
      words: claim.text,
      speaker: speakerName(claim),
      live: true,
    });
    if (!claim.speaker) continue;
    const group = bySpeaker.get(claim.speaker.id);
    if (group) group.ids.push(claim.id);
    else bySpeaker.set(claim.speaker.id, { name: claim.speaker.name, ids: [claim.id] });
  }
  for await (const speaker of data(site, 'speakers', PUBLIC_SCHEMAS.speaker)) {
    const group = bySpeaker.get(speaker.id);
    bySpeaker.delete(speaker.id);
    const unlike = difference(
      { name: speaker.name, claims: speaker.claims },
      { name: group?.name ?? speaker.name, claims: group?.ids ?? [] },
    );
    if (unlike)
      complain(
        'data',
        `${DATA_FILES.speakers}, ${speaker.id}: ${unlike} as in ${DATA_FILES.claims}`,
      );
  }
  for (const id of bySpeaker.keys())
    complain(
      'data',
      `${DATA_FILES.speakers}: speaker ${id}, whom ${DATA_FILES.claims} names, has no line`,
    );
  for await (const outlet of data(site, 'outlets', PUBLIC_SCHEMAS.outlet))
    for (const id of outlet.articles)
      if (articles.get(id)?.outlet?.id !== outlet.id)
        complain(
          'data',
          `${DATA_FILES.outlets}, ${outlet.id}: article ${id} is not of that outlet in ${DATA_FILES.articles}`,
          { article: id },
        );
  const tombstones: PublicTombstone[] = [];
  for await (const tombstone of data(site, 'tombstones', PUBLIC_SCHEMAS.tombstone)) {
    const { claim, article, words, speaker } = tombstone;
    tombstones.push(tombstone);
    if (!claim) continue;
    if (claims.has(claim))
      complain(
        'data',
        `claim ${claim} stands both in ${DATA_FILES.claims} and in ${DATA_FILES.tombstones}`,
        { claim },
      );
    else claims.set(claim, { article, words, speaker: speaker ?? 'not named', live: false });
  }
  // An answer stays under the id that the curator wrote, also when another claim took its place.
  for await (const topic of data(site, 'topics', PUBLIC_SCHEMAS.topic))
    for (const { claim } of topic.answers)
      if (!claims.has(claim))
        complain(
          'data',
          `${DATA_FILES.topics}, ${topic.id}: answer ${claim} stands neither in ${DATA_FILES.claims} nor in ${DATA_FILES.tombstones}`,
          { claim },
        );
  return tombstones;
}

export async function* data<T>(
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
    yield* recordsOf(site.folder, file, schema, (message) => site.complain('data', message));
  } catch (error) {
    site.complain('file', `${file} cannot be read: ${reasonOf(error)}`);
  }
}
