/**
 * What was made of the parts of an archive the last time, for a program that makes its records again and again while
 * a person works on the cards: a part is made anew only where something that it depends on is another. What comes
 * out is the same as without it; only relations between claims may be put off (`putsOff`).
 */
import type { ArticleRecord, ClaimRecord, Relation } from '../model/records.ts';
import type { Reconciled } from '../ledger/index.ts';
import { listen, sayAgain, type ReadDraft } from './kept-draft.ts';
import type { Meant } from './correct.ts';
import { mentionedIn, type Mentioned } from './mentioned.ts';
import { withNames, type Names } from './one-name.ts';

/** An article's record and ledger. */
export interface Recorded {
  reconciled: Reconciled;
  article: ArticleRecord;
  /** Which claims entries of the card mean, where their words alone told others. */
  meant: Meant;
  /** Entries of the card that hold of what the ledger alone keeps. */
  held: readonly number[];
}

interface RecordedBefore {
  key: readonly unknown[];
  /** Ids that were asked for, and whether each was another article's. */
  asked: ReadonlyMap<string, boolean>;
  messages: ReturnType<ReturnType<typeof listen>>;
  recorded: Recorded;
}

interface LinkedBefore {
  from: ArticleRecord;
  topics: string;
  computed: readonly (readonly Relation[] | undefined)[];
  to: ArticleRecord;
}

type Related = ReadonlyMap<string, readonly Relation[]>;

const isSameKey = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i]);

export class ArchiveMemory {
  /**
   * Whether relations that the build computes may be those of before where claims changed: those that are there no
   * more are left out, new claims have none.
   */
  putsOff = false;
  /** Whether relations were put off. */
  isBehind = false;
  readonly #recorded = new Map<string, RecordedBefore>();
  /** By whom the draft names, which is made with it. */
  readonly #mentioned = new WeakMap<ReadDraft['identities'], Mentioned>();
  readonly #named = new Map<string, { from: ArticleRecord; to: ArticleRecord }>();
  readonly #linked = new Map<string, LinkedBefore>();
  #names: Names | null = null;
  #claims: readonly ClaimRecord[] = [];
  #related: Related = new Map();

  /** The record of a draft; `key` holds everything that it depends on but ids of other articles (`taken`). */
  recorded(
    draft: ReadDraft,
    key: readonly unknown[],
    taken: (id: string) => boolean,
    make: (taken: (id: string) => boolean) => Recorded,
  ): Recorded {
    const before = this.#recorded.get(draft.id);
    if (
      before &&
      isSameKey(before.key, key) &&
      [...before.asked].every(([id, answer]) => taken(id) === answer)
    ) {
      sayAgain({ draft: null, messages: before.messages }, draft);
      return before.recorded;
    }
    const asked = new Map<string, boolean>();
    const heard = listen(draft);
    const recorded = make((id) => {
      const answer = taken(id);
      asked.set(id, answer);
      return answer;
    });
    const { problems, orphans } = recorded.reconciled;
    // What depends on texts of other articles, or is said on other files, is looked at each time.
    if (problems.length > 0 || orphans.length > 0) this.#recorded.delete(draft.id);
    else this.#recorded.set(draft.id, { key, asked, messages: heard(), recorded });
    return recorded;
  }

  /** Whom an article speaks of. */
  mentioned(draft: ReadDraft): Mentioned {
    const mentioned = this.#mentioned.get(draft.identities) ?? mentionedIn(draft);
    this.#mentioned.set(draft.identities, mentioned);
    return mentioned;
  }

  /** The articles with every speaker and outlet under its one name. */
  named(articles: readonly ArticleRecord[], names: Names): ArticleRecord[] {
    const changed = this.#names ? changedNames(this.#names, names) : null;
    this.#names = names;
    return articles.map((from) => {
      const before = this.#named.get(from.id);
      if (before?.from === from && changed && !namesAny(from, changed)) return before.to;
      const to = withNames(from, names);
      this.#named.set(from.id, { from, to });
      return to;
    });
  }

  /** Relations between claims. */
  related(claims: readonly ClaimRecord[], make: () => Map<string, Relation[]>): Related {
    const before = this.#claims;
    const isSame =
      claims.length === before.length && claims.every((claim, i) => hasSameWords(claim, before[i]));
    if (isSame && !(this.isBehind && !this.putsOff)) return this.#related;
    if (this.putsOff && before.length > 0) {
      this.isBehind = true;
      return withoutLost(this.#related, claims);
    }
    this.isBehind = false;
    this.#claims = claims;
    this.#related = make();
    return this.#related;
  }

  /** An article with the topics and relations of its claims; `topics` tells those that persons set. */
  linked(
    from: ArticleRecord,
    topics: string,
    computed: Related,
    make: () => ArticleRecord,
  ): ArticleRecord {
    const relations = from.claims.map(({ id }) => computed.get(id));
    const before = this.#linked.get(from.id);
    if (before?.from === from && before.topics === topics && isSameKey(before.computed, relations))
      return before.to;
    const to = make();
    this.#linked.set(from.id, { from, topics, computed: relations, to });
    return to;
  }
}

const hasSameWords = (claim: ClaimRecord, other: ClaimRecord | undefined): boolean =>
  claim === other ||
  (claim.id === other?.id && claim.text === other.text && claim.within === other.within);

/** Relations of before without those that lead to claims which are there no more. */
function withoutLost(related: Related, claims: readonly ClaimRecord[]): Related {
  const live = new Set(claims.map(({ id }) => id));
  return new Map(
    [...related].flatMap(([id, relations]) => {
      if (!live.has(id)) return [];
      const kept = relations.every(({ to }) => live.has(to))
        ? relations
        : relations.filter(({ to }) => live.has(to));
      return [[id, kept]];
    }),
  );
}

/** Speakers and outlets that are called otherwise. */
function changedNames(
  before: Names,
  after: Names,
): { speakers: Set<string>; outlets: Set<string> } {
  const speakers = new Set<string>();
  for (const [id, { name, kind }] of after.speakers) {
    const was = before.speakers.get(id);
    if (was?.name !== name || was.kind !== kind) speakers.add(id);
  }
  for (const id of before.speakers.keys()) if (!after.speakers.has(id)) speakers.add(id);
  const outlets = new Set<string>();
  for (const [id, name] of after.outlets) if (before.outlets.get(id) !== name) outlets.add(id);
  for (const id of before.outlets.keys()) if (!after.outlets.has(id)) outlets.add(id);
  return { speakers, outlets };
}

const namesAny = (
  { outlet, claims }: ArticleRecord,
  { speakers, outlets }: ReturnType<typeof changedNames>,
): boolean =>
  (outlet !== null && outlets.has(outlet.id)) ||
  (speakers.size > 0 &&
    claims.some(
      ({ speaker, via, candidates }) =>
        (speaker && speakers.has(speaker.id)) ||
        via.some(({ id }) => speakers.has(id)) ||
        candidates.some(({ id }) => speakers.has(id)),
    ));
