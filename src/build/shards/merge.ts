/**
 * `npm run merge -- <folders> [--out dist]`: joins shares into one site, without extracting any article again. What
 * was found is put where a build keeps it, and the build goes on from there; so the site is the one that a
 * single build makes.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from '../putting-in-place/put-in-place.ts';
import { build } from '../commands/build.ts';
import { draftsFolder } from '../archive-files/drafts.ts';
import { softwareDigest } from '../archive-files/software.ts';
import { archiveSettings } from '../settings.ts';
import { Refusal } from '../terminal/errors.ts';
import { count } from '../terminal/progress.ts';
import { DRAFTS, SHARD_CARD, ShardCard } from './shard.ts';

const USAGE = 'Usage: npm run merge -- <folder of a share>… [--frozen] [--out <folder>]';

/** Builds the site of an archive from its shares; a `Refusal` names every share that is missing or of no use. */
export async function merge(args: readonly string[]): Promise<void> {
  const { root } = archiveSettings();
  const { folders, rest } = readArguments(args);
  if (folders.length === 0) throw new Refusal(['No folder of a share is named.', USAGE]);
  const cards = folders.map((folder) => ({ folder, ...readShard(folder) }));
  const problems = cards.flatMap(({ problem }) => problem ?? []);
  const shards = cards.flatMap(({ card }) => card ?? []);
  problems.push(...missing(shards));
  if (problems.length > 0) throw new Refusal(problems);
  const kept = draftsFolder(root);
  makeFolder(kept);
  for (const folder of folders) {
    const drafts = join(folder, DRAFTS);
    for (const name of existsSync(drafts) ? readdirSync(drafts) : [])
      if (name.endsWith('.json')) copyFileSync(join(drafts, name), join(kept, name));
  }
  const articles = shards.reduce((sum, card) => sum + card.articles, 0);
  console.log(`shares     ${count(shards.length, 'share')}, ${count(articles, 'article')}`);
  await build(rest);
}

/** Options go on to the build. */
function readArguments(args: readonly string[]): { folders: string[]; rest: string[] } {
  const folders: string[] = [];
  const rest: string[] = [];
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (!arg.startsWith('--')) folders.push(resolve(arg));
    else rest.push(arg, ...(arg === '--out' ? left.splice(0, 1) : []));
  }
  return { folders, rest };
}

function readShard(folder: string): { card?: ShardCard; problem?: string } {
  const path = join(folder, SHARD_CARD);
  if (!existsSync(path))
    return {
      problem: `${folder} is no share that was made to its end, expected ${SHARD_CARD} in it. Make it with \`npm run build -- --shard\`.`,
    };
  let card: ShardCard;
  try {
    card = ShardCard.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {
      problem: `${path} is not as \`npm run build -- --shard\` writes it. Make the share again.`,
    };
  }
  return card.software === softwareDigest()
    ? { card }
    : {
        problem: `${folder} was made by another version of the program. Make the share again with this one, or merge with that one.`,
      };
}

/** What of the whole the shares lack. */
function missing(cards: readonly ShardCard[]): string[] {
  const sizes = [...new Set(cards.map(({ of }) => of))].sort((a, b) => a - b);
  if (sizes.length > 1)
    return [
      `The shares are of different wholes (${sizes.join(', ')}), expected all of one. Make them with the same number.`,
    ];
  const there = new Set(cards.map(({ part }) => part));
  const lacking = Array.from({ length: sizes[0] ?? 0 }, (_, i) => i + 1).filter(
    (part) => !there.has(part),
  );
  return lacking.length === 0
    ? []
    : [
        `Of ${sizes[0]} shares ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} missing. Make them with \`npm run build -- --shard ${lacking[0]}/${sizes[0]}\`, or name their folders.`,
      ];
}
