/** Why a reader's suggestion is not followed. */
import { h } from 'preact';
import { Combobox, type Option } from '../parts/combobox.ts';
import type { EditorProps } from './subject.ts';

const USUAL: readonly Option[] = [
  'The article has these words as they are here.',
  'The source that is given says nothing of it.',
  'A matter of the article, which is kept as it was printed.',
  'Done already.',
].map((label) => ({ key: label, label }));

export function DismissEditor({ desk }: EditorProps) {
  return h(Combobox<Option>, {
    label: 'Not followed, because',
    options: USUAL,
    made: (typed) =>
      USUAL.some(({ label }) => label === typed)
        ? []
        : [{ key: ' own', label: typed, hint: 'as typed' }],
    choose: ({ label }) => void desk.settleSuggestion('dismiss', label),
    cancel: () => desk.closeEditor(),
    placeholder: 'reason, or a digit',
  });
}
