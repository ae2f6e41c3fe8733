/** The acts of a sitting, to be undone and redone; what they changed survives a restart. */
import { applyPatch, structuredPatch } from 'diff';
import { z } from 'zod';

const ChangedFile = z.strictObject({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const Step = z.strictObject({
  title: z.string(),
  /** Moment of the act, as ISO. */
  at: z.string(),
  by: z.string(),
  files: z.array(ChangedFile),
  /** The suggestion that the act took up. */
  suggestion: z.string().optional(),
});
export type Step = z.infer<typeof Step>;

/** A line of the file in which a history is kept. */
const Line = z.union([
  z.strictObject({ did: Step }),
  z.strictObject({ turned: z.enum(['undo', 'redo']) }),
]);
export type Line = z.infer<typeof Line>;

/** Steps that were done, in order; those from `done` on are undone. Never changed in place. */
export interface History {
  steps: readonly Step[];
  done: number;
}

export const NO_HISTORY: History = { steps: [], done: 0 };

/** So many steps are kept. */
const MOST = 2000;

export function afterLine({ steps, done }: History, line: Line): History {
  if ('did' in line) {
    const kept = [...steps.slice(0, done), line.did].slice(-MOST);
    return { steps: kept, done: kept.length };
  }
  const next = done + (line.turned === 'undo' ? -1 : 1);
  return next < 0 || next > steps.length ? { steps, done } : { steps, done: next };
}

/** A history from the lines of its file; a line that was cut short is passed over. */
export const historyOf = (text: string): History =>
  text.split('\n').reduce<History>((history, line) => {
    if (line.trim() === '') return history;
    try {
      return afterLine(history, Line.parse(JSON.parse(line)));
    } catch {
      return history;
    }
  }, NO_HISTORY);

export const lineOf = (line: Line): string => `${JSON.stringify(line)}\n`;

/** The step that an undo or a redo is of; null where there is none. */
export const stepFor = ({ steps, done }: History, turn: 'undo' | 'redo'): Step | null =>
  steps[turn === 'undo' ? done - 1 : done] ?? null;

/** What an undo or a redo writes, or the files in the way: edited meanwhile, where both cannot stand. */
export type Turned = { texts: Map<string, string | null>; merged: string[] } | { clash: string[] };

/** The files of a step as they were before it, or after it; `now` gives what they hold. */
export function turned(
  { files }: Step,
  turn: 'undo' | 'redo',
  now: (path: string) => string | null,
): Turned {
  const texts = new Map<string, string | null>();
  const merged: string[] = [];
  const clash: string[] = [];
  for (const file of files) {
    const [from, to] = turn === 'undo' ? [file.after, file.before] : [file.before, file.after];
    const found = now(file.path);
    if (found === from) texts.set(file.path, to);
    else if (found === to) continue;
    else {
      const both = mergedText(from, to, found);
      if (both === null) clash.push(file.path);
      else {
        texts.set(file.path, both);
        merged.push(file.path);
      }
    }
  }
  return clash.length > 0 ? { clash } : { texts, merged };
}

/** `found` with the change from one text to another; null where the lines around it are others. */
function mergedText(from: string | null, to: string | null, found: string | null): string | null {
  if (from === null || to === null || found === null) return null;
  const patch = structuredPatch('', '', from, to, '', '', { context: 1 });
  const result = applyPatch(found, patch, { autoConvertLineEndings: false });
  return result === false ? null : result;
}
