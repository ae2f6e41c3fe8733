/**
 * Before anything else, every row must read back in the version that it names: a changed character in the
 * ledger or in a source stops here.
 */
import { first, last } from '../../text/certain.ts';
import { codePoints } from '../../text/offsets.ts';
import type { Anchor, LedgerPart, LedgerRow } from '../schema.ts';
import type { LedgerProblem, ReconcileInput, SourceText } from './contract.ts';
import { quotation } from './in-words.ts';
import { CONTEXT } from './words-of-rows.ts';

/** The problems of rows that do not read back, one a row at most. */
export function checkRows({
  article,
  versions,
  rows,
}: Pick<ReconcileInput, 'article' | 'versions' | 'rows'>): LedgerProblem[] {
  const sources = new Map(versions.map((source) => [source.sha256, charactersOf(source)]));
  return rows.flatMap((row) => {
    const found = firstFault(row, sources);
    if (!found) return [];
    const { kind, fault } = found;
    const mend =
      kind === 'source-missing'
        ? 'Sources are kept for good. Bring the file back with git; if the source was never published, take its rows out of the ledger.'
        : `Bring content/ledger/${article}.json back with git.`;
    const message = `Article ${article}, claim ${row.id}${fault}`;
    return [{ article, claim: row.id, kind, message, mend }];
  });
}

/** A version by its characters, the unit in which the ledger counts. */
interface Characters {
  version: number;
  between(start: number, end: number): string;
}

function charactersOf({ version, text }: SourceText): Characters {
  const { utf16 } = codePoints(text);
  return { version, between: (start, end) => text.slice(utf16(start), utf16(end)) };
}

/** What is wrong with a row; `fault` goes on from “Article ferry, claim h4tm9w”. */
interface Fault {
  kind: 'source-missing' | 'words-differ' | 'context-differs';
  fault: string;
}

/** The first fault at the places where a claim stands and stood; null where there is none. */
function firstFault(row: LedgerRow, sources: ReadonlyMap<string, Characters>): Fault | null {
  for (const [nth, anchor] of [row, ...row.was].entries()) {
    const source = sources.get(anchor.source);
    if (!source)
      return {
        kind: 'source-missing',
        fault: `: it stands in a version of the source (SHA-256 ${anchor.source.slice(0, 12)}…) that is not in content/sources`,
      };
    const isFormer = nth > 0;
    const parts = isFormer ? anchor.parts : [...row.parts, ...partsBeside(row)];
    const fault = otherWords(parts, source, isFormer) ?? otherContext(anchor, source);
    if (fault) return fault;
  }
  return null;
}

/** The words that name the speaker and those who pass it on, and the cue. */
const partsBeside = ({ speaker, cue, via }: LedgerRow): LedgerPart[] =>
  [speaker?.mention, cue, ...via.map(({ mention }) => mention)].filter(
    (part) => part !== null && part !== undefined,
  );

function otherWords(
  parts: readonly LedgerPart[],
  { version, between }: Characters,
  isFormer: boolean,
): Fault | null {
  const wrong = parts.find(({ start, end, exact }) => between(start, end) !== exact);
  if (!wrong) return null;
  const there = quotation(between(wrong.start, wrong.end));
  return {
    kind: 'words-differ',
    fault: `${isFormer ? ', at its former place,' : ''} does not read back: characters ${wrong.start} to ${wrong.end} of version ${version} are ${there}, the ledger has ${quotation(wrong.exact)}`,
  };
}

function otherContext(anchor: Anchor, { version, between }: Characters): Fault | null {
  const [from, to] = [first(anchor.parts).start, last(anchor.parts).end];
  const before = between(Math.max(0, from - CONTEXT), from).toWellFormed();
  const after = between(to, to + CONTEXT).toWellFormed();
  if (anchor.prefix === before && anchor.suffix === after) return null;
  const [side, there, known] =
    anchor.prefix === before ? ['after', after, anchor.suffix] : ['before', before, anchor.prefix];
  return {
    kind: 'context-differs',
    fault: `: what stands ${side} it in version ${version} is ${quotation(there)}, the ledger has ${quotation(known)}`,
  };
}
