/** Addresses that were published and lead to no record today. */
import type { Archive } from './query.ts';
import type { AddressRecord } from '../model/records.ts';

/** Those one step under a folder, such as `claims/h4tm9w/`, with the part that changes. */
export const goneUnder = (
  archive: Archive,
  folder: string,
): { id: string; gone: AddressRecord }[] =>
  archive.addresses.flatMap((gone) => {
    const [top, id, rest] = gone.path.split('/');
    return top === folder && id && !rest ? [{ id, gone }] : [];
  });
