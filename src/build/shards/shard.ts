/**
 * `npm run build -- --shard 3/16`: reads and extracts one share of an archive's articles, and writes what was
 * found into a folder of its own. No ledger and no site is touched, so that many can run at once on one archive.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../putting-in-place/put-in-place.ts';
import { z } from 'zod';
import { beginArchive, type Content } from '../../archive/build.ts';
import { draftsOf } from '../archive-files/drafts.ts';
import { briefOn } from '../archive-files/records.ts';
import { softwareDigest } from '../archive-files/software.ts';
import { count } from '../terminal/progress.ts';
import { Refusal } from '../terminal/errors.ts';
import { inWords, isIn, type Share } from './share.ts';

/** What stands beside the drafts of a share. */
export const ShardCard = z.strictObject({
  part: z.int().min(1),
  of: z.int().min(1),
  articles: z.int().min(0),
  /** Digest of the program that made the drafts; another program does not read them. */
  software: z.string(),
});
export type ShardCard = z.infer<typeof ShardCard>;

export const SHARD_CARD = 'shard.json';
export const DRAFTS = 'drafts';

/** Where a share goes unless the command names a folder, from the archive's folder. */
export const shardFolder = ({ part, of }: Share): string =>
  join('.verbatim/shards', `${part}-of-${of}`);

/** Makes the drafts of one share; a `Refusal` where an article cannot be read, and then nothing is left in `folder`. */
export async function makeShard(content: Content, share: Share, folder: string): Promise<void> {
  const begun = beginArchive(content);
  const tasks = begun.tasks.filter(({ article }) => isIn(share, article));
  rmSync(folder, { recursive: true, force: true });
  makeFolder(folder);
  const drafting = { folder: join(folder, DRAFTS) };
  let done = 0;
  for await (const draft of draftsOf({ ...begun, tasks }, drafting)) if (draft) done++;
  const { brief, errors } = briefOn(content);
  if (brief) console.error(brief);
  if (errors > 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Refusal(`${count(errors, 'error')}: share ${inWords(share)} was not written.`);
  }
  const card: ShardCard = { ...share, articles: done, software: softwareDigest() };
  writeFileSync(join(folder, SHARD_CARD), `${JSON.stringify(card, null, 1)}\n`);
  console.log(`share ${inWords(share)}: ${count(done, 'article')} in ${folder}`);
}
