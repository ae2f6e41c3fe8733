/** The suggestions of an archive on the disk: a line each time one comes in or is decided; the last one holds. */
import { refuse } from '../acts/plan.ts';
import type { Signature } from '../acts/index.ts';
import { saveTexts, textOnDisk } from '../server/saving.ts';
import { Suggestion, SUGGESTIONS } from './suggestions.ts';

/** All suggestions by their ids; refuses a line that is not in order. */
export function suggestionsIn(root: string): Map<string, Suggestion> {
  const lines = (textOnDisk(root, SUGGESTIONS) ?? '').split('\n');
  return new Map(
    lines.flatMap((line, i) => {
      if (line.trim() === '') return [];
      const one = suggestionIn(line);
      if (one) return [[one.id, one] as const];
      return refuse(
        `${SUGGESTIONS}, line ${i + 1}: found \`${line.slice(0, 60)}\`, expected a suggestion. Mend or remove the line; git has what it was.`,
        { path: SUGGESTIONS, line: i + 1 },
      );
    }),
  );
}

function suggestionIn(line: string): Suggestion | null {
  try {
    return Suggestion.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

function append(root: string, list: readonly Suggestion[]): void {
  const before = textOnDisk(root, SUGGESTIONS);
  const head = before === null || before.endsWith('\n') ? (before ?? '') : `${before}\n`;
  const text = head + list.map((one) => `${JSON.stringify(Suggestion.parse(one))}\n`).join('');
  saveTexts(root, new Map([[SUGGESTIONS, text]]), () => before);
}

/** Keeps those that are new; how many there were. */
export function keepSuggestions(root: string, list: readonly Suggestion[]): number {
  const known = suggestionsIn(root);
  const fresh = new Map(list.filter(({ id }) => !known.has(id)).map((one) => [one.id, one]));
  if (fresh.size > 0) append(root, [...fresh.values()]);
  return fresh.size;
}

/** Opens a suggestion again whose act was taken back, or takes it up again; one that others decided stays as it is. */
export function turnSuggestion(
  root: string,
  { id, turn }: { id: string; turn: 'undo' | 'redo' },
  { by, on }: Signature,
): void {
  const one = suggestionsIn(root).get(id);
  if (one?.state !== (turn === 'undo' ? 'taken' : 'open')) return;
  const { why: _why, decidedBy: _by, decidedOn: _on, ...open } = one;
  append(root, [
    turn === 'undo'
      ? { ...open, state: 'open' }
      : { ...open, state: 'taken', decidedBy: by, decidedOn: on },
  ]);
}

/** Says what became of one that is open. */
export function settleSuggestion(
  root: string,
  { id, state, why }: { id: string; state: 'taken' | 'dismissed'; why: string | null },
  { by, on }: Signature,
): void {
  const one = suggestionsIn(root).get(id) ?? refuse(`There is no suggestion ${id}.`);
  if (one.state !== 'open')
    refuse(`The suggestion was ${one.state} by ${one.decidedBy ?? 'somebody'} already.`);
  append(root, [{ ...one, state, ...(why && { why }), decidedBy: by, decidedOn: on }]);
}
