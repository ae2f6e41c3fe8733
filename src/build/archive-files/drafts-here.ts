/** The drafts of an archive's articles for a program that goes on running: all on its one thread. */
import type { BegunArchive } from '../../archive/build.ts';
import { draftToKeep } from '../../archive/drafting.ts';
import type { ReadDraft } from '../../archive/kept-draft.ts';
import { Drafts, type Drafting } from './drafts.ts';

/** As `draftsOf`, at once. */
export function draftsHere(begun: BegunArchive, drafting: Drafting): (ReadDraft | null)[] {
  const drafts = new Drafts(begun, drafting);
  drafts.make(drafts.missing(), draftToKeep);
  return drafts.all();
}
