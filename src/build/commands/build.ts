/**
 * `npm run build`: the whole site, or a share of its articles. `--frozen` (implied by `CI=true`) refuses to
 * change the ledger. A site that a build would make again as it is stays where it is.
 */
import { resolve } from 'node:path';
import { Refusal } from '../terminal/errors.ts';
import { settle } from '../putting-in-place/put-in-place.ts';
import { archiveSettings, inWorkflow, siteFromEnvironment } from '../settings.ts';
import { inputsOf, upToDate, type Run } from '../stamp.ts';
import { progress, type Progress } from '../terminal/progress.ts';
import { readShare, type Share } from '../shards/share.ts';
import { refuseForeign } from './out-folder.ts';

export interface BuildOptions {
  /** Null where none is named. */
  out: string | null;
  frozen: boolean;
  /** Only this share of the articles is read. */
  shard: Share | null;
}

const USAGE = 'Usage: npm run build -- [--frozen] [--out <folder>] [--shard <number>/<of>]';

/**
 * What the arguments of `npm run build` say, or of another command that builds and is used otherwise; a `Refusal` for
 * what they cannot mean.
 */
export function readOptions(args: readonly string[], usage = USAGE): BuildOptions {
  const options: BuildOptions = { out: null, frozen: inWorkflow(), shard: null };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--frozen') options.frozen = true;
    else if (arg === '--no-frozen') options.frozen = false;
    else if (arg === '--shard') options.shard = readShare(rest.shift() ?? '');
    else if (arg.startsWith('--shard=')) options.shard = readShare(arg.slice('--shard='.length));
    else if (arg === '--out' && rest[0]) options.out = rest.shift() ?? '';
    else if (arg.startsWith('--out=')) options.out = arg.slice('--out='.length);
    else throw new Refusal([`Unknown option \`${arg}\`.`, usage]);
  }
  return options;
}

/**
 * What the command makes; throws a `Refusal` with everything that is wrong. With `upgrades` an archive that another
 * version of the software wrote is changed as this one has it.
 */
export async function build(
  args: readonly string[],
  { steps = progress(), upgrades = false }: { steps?: Progress; upgrades?: boolean } = {},
): Promise<void> {
  const options = readOptions(args);
  const { root, named } = archiveSettings();
  siteFromEnvironment();
  if (options.shard) {
    await buildShare(root, options.shard, options.out);
    return;
  }
  const out = resolve(root, options.out ?? 'dist');
  refuseForeign(root, out);
  const shown = named ? out : (options.out ?? 'dist');
  const began = performance.now();
  settle(root);
  const run: Run = { root, dist: out, args };
  const inputs = inputsOf(root);
  const known = upToDate(run, inputs);
  if (known) {
    for (const line of known) console.log(line);
    console.log(`${shown} is up to date.`);
    return;
  }
  const { buildSite } = await import('./build-site.ts');
  const task = { inputs, frozen: options.frozen, upgrades, steps };
  for (const line of await buildSite(run, task)) console.log(line);
  console.log(`${shown} is ready (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}

async function buildShare(root: string, share: Share, out: string | null): Promise<void> {
  // Read here, since this module looks at the environment when it is loaded.
  const { readContent } = await import('../archive-files/content.ts');
  const { makeShard, SHARD_CARD, shardFolder } = await import('../shards/shard.ts');
  const folder = resolve(root, out ?? shardFolder(share));
  refuseForeign(root, folder, SHARD_CARD);
  await makeShard(readContent(), share, folder);
}
