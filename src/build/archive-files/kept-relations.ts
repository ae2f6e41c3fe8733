/**
 * The relations that were computed between an archive's claims, kept beside its drafts: they are taken over while the
 * claims have the same words. What is missing or damaged is computed again; where nothing can be written, nothing is.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { relateClaims } from '../../archive/link.ts';
import type { ClaimRecord, Relation } from '../../model/records.ts';
import { sha256 } from '../../text/digest.ts';
import { makeFolder } from '../putting-in-place/put-in-place.ts';
import { softwareDigest } from './software.ts';

export const RELATIONS = 'relations.json';

/** As `relateClaims`, with what a folder keeps of the same claims. */
export function relationsKeptIn(
  folder: string,
  claims: readonly ClaimRecord[],
): Map<string, Relation[]> {
  const of = claims.map(({ id, text, within }) => [id, text, within]);
  const key = sha256(JSON.stringify([softwareDigest(), of]));
  const path = join(folder, RELATIONS);
  return read(path, key) ?? write(path, key, relateClaims(claims));
}

/** The file is a digest of the claims, one of the line below, and that line. */
function read(path: string, key: string): Map<string, Relation[]> | null {
  try {
    const [before, sum, body = ''] = readFileSync(path, 'utf8').split('\n');
    return before === key && sum === sha256(body)
      ? new Map(JSON.parse(body) as [string, Relation[]][])
      : null;
  } catch {
    return null;
  }
}

function write(
  path: string,
  key: string,
  relations: Map<string, Relation[]>,
): Map<string, Relation[]> {
  const body = JSON.stringify([...relations]);
  try {
    makeFolder(join(path, '..'));
    const next = `${path}.${process.pid}`;
    writeFileSync(next, `${key}\n${sha256(body)}\n${body}`);
    renameSync(next, path);
  } catch {
    // They are computed again the next time.
  }
  return relations;
}
