/** The drafts of an archive's articles for a program that goes on running: all on its one thread. */
import type { BegunArchive } from '../../archive/build.ts';
import { draftToKeep } from '../../archive/drafting.ts';
import type { ReadDraft } from '../../archive/kept-draft.ts';
import { Drafts, type Drafting } from './drafts.ts';

/** As `draftsOf`, without waiting. */
export function* draftsHere(begun: BegunArchive, drafting: Drafting): Generator<ReadDraft | null> {
  const drafts = new Drafts(begun, drafting);
  for (const task of begun.tasks) {
    const kept = drafts.kept(task);
    yield kept === undefined ? drafts.made(task, draftToKeep) : kept;
  }
  drafts.sweep();
}
