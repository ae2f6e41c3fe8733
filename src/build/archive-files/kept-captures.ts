/** The captures that are kept beside the texts taken from them, against the digests noted when they were taken in. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import type { VersionRow } from '../../ledger/index.ts';
import { captureChanged, captureGone, complain } from '../../model/messages.ts';
import { sha256 } from '../../text/digest.ts';
import { bytesAt } from './reading.ts';

/** Digests of files that were read, for as long as their length and time stay what they are. */
const digests = new Map<string, { length: number; time: number; digest: string }>();

/** Every kept capture that is gone, or is not what the manifest says, as a file with its message. */
export function keptCaptures(root: string, manifest: readonly VersionRow[]): VFile[] {
  return manifest.flatMap(({ file: source, capture }): VFile[] => {
    if (!capture?.kept) return [];
    const { kept, part, ...whole } = capture;
    const { sha256: noted, bytes: length } = part ?? whole;
    const file = new VFile({ path: kept, cwd: root });
    const found = lstatSync(join(root, kept), { throwIfNoEntry: false });
    if (!found) complain(file, null, captureGone(source));
    // a link is named elsewhere
    else if (found.isFile()) {
      const digest = found.size === length ? digestOf(join(root, kept), found) : null;
      if (digest !== noted) complain(file, null, captureChanged(source, { length, noted }));
    }
    return file.messages.length > 0 ? [file] : [];
  });
}

function digestOf(
  path: string,
  { size, mtimeMs }: { size: number; mtimeMs: number },
): string | null {
  const known = digests.get(path);
  if (known?.length === size && known.time === mtimeMs) return known.digest;
  const bytes = bytesAt(path, size);
  if (!(bytes instanceof Uint8Array)) return null;
  const digest = sha256(bytes);
  digests.set(path, { length: size, time: mtimeMs, digest });
  return digest;
}
