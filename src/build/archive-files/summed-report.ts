/** What is said on the files of an archive, where much of it is of one kind: examples, and how many there are. */
import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { count } from '../../model/wording.ts';

/** So many warnings of one kind are all printed; of more, so many are. */
const FEW = 10;
const EXAMPLES = 3;

type Message = VFile['messages'][number];
const ruleOf = ({ ruleId }: Message): string => ruleId ?? 'other';
const isWarning = ({ fatal }: Message): boolean => fatal === false;

/**
 * All errors, and of each kind of warning all or the first few, as the files and their messages stand; then how many
 * there are of each kind, and where all are read. Empty where nothing is said.
 *
 * @param files In the order of printing.
 * @param command What prints every message.
 */
export function summedReport(files: readonly VFile[], command: string): string {
  const often = new Map<string, number>();
  for (const message of files.flatMap(({ messages }) => messages))
    if (isWarning(message)) often.set(ruleOf(message), (often.get(ruleOf(message)) ?? 0) + 1);
  const many = [...often].filter(([, times]) => times > FEW).sort(([, a], [, b]) => b - a);
  if (many.length === 0) return printed(files);

  const left = new Map(many.map(([rule]) => [rule, EXAMPLES]));
  const isShown = (message: Message): boolean => {
    const more = isWarning(message) ? left.get(ruleOf(message)) : undefined;
    if (more !== undefined) left.set(ruleOf(message), more - 1);
    return more === undefined || more > 0;
  };
  const shown = files.map(({ path, messages }) =>
    Object.assign(new VFile({ path }), { messages: messages.filter(isShown) }),
  );
  const examples = printed(shown.filter(({ messages }) => messages.length > 0));
  return [
    // without the reporter's sum, which is of the examples
    examples.replace(/\n\n[^\n]*$/, '\n'),
    ...many.map(
      ([rule, times]) => `${rule}: ${count(times, 'warning')}, of which ${EXAMPLES} are shown`,
    ),
    `All ${count(
      [...often.values()].reduce((sum, n) => sum + n, 0),
      'warning',
    )}, with what settles each: ${command}`,
  ].join('\n');
}

/** Files and all their messages, as they stand; empty where there is none. */
export const printed = (files: readonly VFile[]): string =>
  files.length > 0 ? reporter([...files], { verbose: true, color: false }) : '';
