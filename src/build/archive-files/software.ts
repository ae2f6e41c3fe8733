/** The program by which drafts are made, in one digest. */
import { digestOfFiles, filesOfRooms } from '../software.ts';

/** Rooms whose code a draft comes from; tables and the model are in them. */
const ROOMS = ['text', 'model', 'engine', 'languages', 'intake', 'archive'];

let known: string | undefined;

/** Changes with every file of those rooms, every package, and the runtime, whose tables of letters may be others. */
export const softwareDigest = (): string =>
  (known ??= digestOfFiles(
    [...filesOfRooms(ROOMS), 'package-lock.json'],
    JSON.stringify(process.versions),
  ));
