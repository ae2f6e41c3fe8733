/**
 * From drafts to records, one article after the other: each draft is done with when its record is made, so that a
 * large archive never holds all of them.
 */
import { VFile } from 'vfile';
import type { OtherText, Reconciled, VersionRow } from '../ledger/index.ts';
import type { ArticleRecord, OutletRecord } from '../model/records.ts';
import { decoded } from '../text/decoding.ts';
import { claimRecords } from './claim-records.ts';
import { bytesOf, newestOf, type Content, type Source } from './content.ts';
import { draftOf, type DraftingContext, type DraftTask } from './drafting.ts';
import { emitArticle } from './emit.ts';
import { speakersNamed } from './identify.ts';
import { unsay, withHeldWords } from './held-words.ts';
import { keepIds, reportLedger, rowsOf, takenFrom } from './keep-ids.ts';
import type { ReadDraft } from './kept-draft.ts';
import type { ArchiveMemory, Recorded } from './memory.ts';
import type { Meant } from './correct.ts';
import { entriesMisread, reportUnmeant } from './meant.ts';
import { mentionedIn, type Mentioned } from './mentioned.ts';
import { guarded, stage } from './stages.ts';

/** What of an archive is known before any text is read. */
export interface ToRecord extends DraftingContext {
  content: Content;
  cardedOutlets: readonly OutletRecord[];
  versions: VersionRow[];
  /** The articles of which drafts are to be made: those whose name and versions are in order. */
  tasks: readonly DraftTask[];
}

/** The records, the ledger and the speakers of the drafts that were added, in the order of the tasks. */
export class Recording {
  readonly articles: ArticleRecord[] = [];
  readonly ledger = new Map<string, Reconciled>();
  readonly mentioned: Mentioned[] = [];
  /** Of articles whose cards were written of an older version: which claims their entries mean. */
  readonly meant = new Map<string, Meant>();
  /** What an earlier run on nearly the same archive made; null where there was none, and none is to come. */
  readonly memory: ArchiveMemory | null;
  readonly #begun: ToRecord;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #captures: ReadonlyMap<string, VersionRow['capture']>;
  /** The article of each id: an id minted for one is taken for the next. */
  readonly #owners: Map<string, string>;
  readonly #outletKey: string;

  constructor(begun: ToRecord, memory: ArchiveMemory | null = null) {
    const { content, versions, cardedOutlets } = begun;
    this.memory = memory;
    this.#begun = begun;
    this.#sources = new Map(content.sources.map((source) => [source.article, source]));
    this.#captures = new Map(
      versions.map((row) => [`${row.article} ${row.version}`, row.capture] as const),
    );
    this.#owners = new Map(
      [...content.ledger].flatMap(([article, rows]) =>
        rows.map(({ id }) => [id, article] as const),
      ),
    );
    this.#outletKey = JSON.stringify(cardedOutlets);
  }

  /** Ledger, ids and record of a draft; of null, which cannot be an article, none. */
  add(draft: ReadDraft | null): void {
    const source = draft && this.#sources.get(draft.id);
    if (!source) return;
    const made = guarded(draft.file, 'record', () => ({
      mentioned: stage('mentions', () => this.memory?.mentioned(draft) ?? mentionedIn(draft)),
      recorded: this.#recorded(draft, source),
    }));
    if (!made) return;
    const { mentioned, recorded } = made;
    this.mentioned.push(mentioned);
    for (const { id } of recorded.reconciled.rows) this.#owners.set(id, draft.id);
    this.ledger.set(draft.id, recorded.reconciled);
    this.articles.push(recorded.article);
    unsay(draft, recorded.held);
    if (recorded.meant.size > 0) this.meant.set(draft.id, recorded.meant);
  }

  #recorded(draft: ReadDraft, source: Source): Recorded {
    const { content, cardedOutlets, index } = this.#begun;
    const { file, path, version } = newestOf(source);
    const capture = this.#captures.get(`${draft.id} ${version}`);
    const make = (taken: (id: string) => boolean): Recorded => {
      const surroundings = { content, source, others: () => this.#textsBeside(draft.id), taken };
      const carried = stage('ledger', () => keepIds(draft, surroundings));
      const meant = entriesMisread(draft, carried, version);
      const own = meant.size > 0 ? this.#again(draft, meant) : draft;
      const reconciled =
        own === draft ? carried : stage('ledger', () => keepIds(own, surroundings));
      reportUnmeant(draft, meant);
      reportLedger(file, reconciled, content);
      const { records: claims, entries: held } = stage('ledger', () =>
        withHeldWords(claimRecords(own, reconciled), own, { rows: reconciled.rows, meant }),
      );
      const article = stage('emit', () =>
        emitArticle(own, claims, cardedOutlets, index, { path, version, capture }),
      );
      return { reconciled, article, meant, held };
    };
    const taken = takenFrom(draft, this.#owners);
    if (!this.memory) return make(taken);
    const given = dependencies(draft, source, this.#begun);
    const key = [this.#outletKey, path, JSON.stringify(capture), ...given];
    return this.memory.recorded(draft, key, taken, make);
  }

  /** The draft with each entry of the card held against the claim that it means. */
  #again(draft: ReadDraft, meant: Meant): ReadDraft {
    const { file, card, id } = draft;
    const task = this.#begun.tasks.find(({ article }) => article === id);
    if (!task) return draft;
    // What is to be said of the files was said already.
    const quiet = new VFile({ path: file.path, value: file.value });
    const quietCard = card && { ...card, file: new VFile({ path: card.file.path }) };
    const again = draftOf({ ...task, file: quiet, card: quietCard }, { ...this.#begun, meant });
    return again ? { ...again, file, card } : draft;
  }

  /** The newest texts of the other articles. */
  *#textsBeside(own: string): Generator<OtherText> {
    for (const { article, file } of this.#begun.tasks) {
      const source = article === own ? undefined : this.#sources.get(article);
      const text = source && decoded(bytesOf(file));
      if (source && text !== null && text !== undefined)
        yield { article, version: newestOf(source).version, text };
    }
  }
}

/** Everything that the record of an article is made of, but outlets and ids of other articles. */
function dependencies(
  draft: ReadDraft,
  { versions }: Source,
  { content, index }: Pick<ToRecord, 'content' | 'index'>,
): unknown[] {
  const { card, meta, id } = draft;
  const rows = rowsOf(draft, content);
  const ids = new Set(rows.flat().map((row) => row.id));
  const names = [...meta.byline, ...(card?.data.byline ?? [])].map(({ name }) => name);
  return [
    // The claims of a draft are made with it, so they stand for all of it.
    draft.claims,
    card?.file.value,
    ...versions.map(({ file }) => file.value),
    ...rows,
    JSON.stringify(content.decisions.filter((one) => 'claim' in one && ids.has(one.claim))),
    JSON.stringify(names.map((name) => speakersNamed(index, name, id))),
  ];
}
