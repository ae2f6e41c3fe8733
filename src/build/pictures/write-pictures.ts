/**
 * The pictures for sharing into a site's folder. A picture that was drawn before is taken from where it was kept; the
 * others are drawn, by several workers where they are many.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Archive } from '../../archive/query.ts';
import { pictureOfArticlePath, pictureOfClaimPath, pictureOfTopicPath } from '../../model/urls.ts';
import { SUBSETS, WEIGHTS } from '../../publish/share/fonts.ts';
import type { Picture } from '../../publish/share/picture.ts';
import { picturesMade } from '../../publish/share/settings.ts';
import { articlePicture, claimPicture, topicPicture } from '../../site/data/share.ts';
import { fontPath } from '../../site/data/share-fonts.ts';
import { project } from '../settings.ts';
import { siteAddress } from '../site-address.ts';
import { digestOfFiles, filesOfRooms } from '../software.ts';
import { keptPicture, placePicture, sweepKept, type Job } from './kept.ts';

export interface PictureOptions {
  /** Folder in which drawn pictures are kept for the next build: `.verbatim/pictures` of the archive. */
  cache: string;
  /** Threads that draw; as many as the machine has processors where it is left out. */
  workers?: number;
}

/** What a thread is worth starting for: it takes as long until it draws as these pictures. */
const MANY = 200;

/**
 * Writes `share/articles/<id>.png`, `share/topics/<id>.png` and `share/claims/<id>.png` into `folder`: one for each
 * article, each question with answers, and each claim that has one of its own. The files are the same however many
 * workers draw them. Nothing is written, and what was kept stays, where `SHARE_IMAGES` or the site card wants none.
 *
 * Gives how many pictures were drawn, and how many were there from a build before.
 */
export async function writePictures(
  archive: Archive,
  folder: string,
  { cache, workers = availableParallelism() }: PictureOptions,
): Promise<{ made: number; kept: number }> {
  if (!picturesMade || archive.site.pictures === 'none') return { made: 0, kept: 0 };
  mkdirSync(cache, { recursive: true });
  const folders = new Set<string>();
  const version = versionOfDrawing();
  const used = new Set<string>();
  const jobs: Job[] = [];
  let kept = 0;
  for (const [path, picture] of picturesOf(archive)) {
    const job = { kept: keyOf(version, picture), target: join(folder, path), picture };
    const within = dirname(job.target);
    if (!folders.has(within)) mkdirSync(within, { recursive: true });
    folders.add(within);
    used.add(job.kept);
    const bytes = keptPicture(cache, job.kept);
    if (bytes) {
      placePicture(job.target, bytes);
      kept++;
    } else jobs.push(job);
  }
  await draw(jobs, cache, workers);
  sweepKept(cache, used);
  return { made: jobs.length, kept };
}

/** Puts files with nothing in them where pictures would be: for a check of which pictures there are. */
export function placeEmptyPictures(archive: Archive, folder: string): void {
  if (!picturesMade || archive.site.pictures === 'none') return;
  for (const [path] of picturesOf(archive)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    placePicture(join(folder, path), new Uint8Array());
  }
}

/** Each picture with its path in the site. */
function* picturesOf(archive: Archive): Iterable<[path: string, picture: Picture]> {
  const { root } = siteAddress(archive.site.address);
  for (const article of archive.articles) {
    const picture = articlePicture(article, archive, root);
    if (picture) yield [pictureOfArticlePath(article.id), picture];
  }
  for (const topic of archive.topics) {
    const picture = topicPicture(topic, archive, root);
    if (picture) yield [pictureOfTopicPath(topic.id), picture];
  }
  for (const claim of archive.claims) {
    const picture = claimPicture(claim, archive, root);
    if (picture) yield [pictureOfClaimPath(claim.id), picture];
  }
}

/** Draws pictures and puts each in its place and among the kept ones. */
async function draw(jobs: readonly Job[], cache: string, workers: number): Promise<void> {
  if (jobs.length === 0) return;
  const threads = Math.min(workers, Math.floor(jobs.length / MANY));
  if (threads <= 1) {
    const { drawAll } = await import('./draw-all.ts');
    drawAll(jobs, cache);
    return;
  }
  const shares = Array.from({ length: threads }, (_, share) =>
    jobs.filter((_, i) => i % threads === share),
  );
  // Each is let finish: Node may crash where a thread is ended while it loads its modules.
  const ends = await Promise.allSettled(shares.map((share) => inWorker(share, cache)));
  const failed = ends.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

const inWorker = (jobs: readonly Job[], cache: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { jobs, cache },
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A thread that draws ended with ${code}`)),
    );
  });

/** A digest of all that a drawing depends on beside the picture: the code, the fonts and what sets them. */
function versionOfDrawing(): string {
  const fonts = (['Serif', 'Sans'] as const).flatMap((face) =>
    WEIGHTS.flatMap((weight) => SUBSETS.map((subset) => fontPath(face, weight, subset))),
  );
  const require = createRequire(join(project, 'package.json'));
  const installed = [...fonts, require.resolve('harfbuzzjs/dist/harfbuzz.wasm')];
  return digestOfFiles([
    ...filesOfRooms(['publish/share']),
    ...installed.map((path) => relative(project, path)),
  ]);
}

const keyOf = (version: string, picture: Picture): string =>
  createHash('sha256').update(version).update(JSON.stringify(picture)).digest('hex').slice(0, 32);
