/** A note on a claim, or a correction of it, in Markdown. */
import { h } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { draftOf } from '../drafts.ts';
import { Markdown } from '../parts/markdown.ts';
import type { EditorProps } from './subject.ts';

type Kind = 'note' | 'correction';

export function NoteEditor({ desk, subject }: EditorProps) {
  const id = useId();
  const [claim = ''] = subject.claims;
  const draft = useMemo(() => draftOf(claim), [claim]);
  const before = subject.view?.annotations[claim];
  const [text, setText] = useState(draft.read() ?? before?.text ?? '');
  const [kind, setKind] = useState<Kind>(before?.kind === 'correction' ? 'correction' : 'note');
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => area.current?.focus(), []);

  const save = () => {
    void desk
      .act(
        { act: 'note', claim, kind, text },
        text.trim() ? `Saved the ${kind}.` : `Took the ${kind} away.`,
      )
      .then((isSaved) => {
        if (isSaved) draft.drop();
      });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape') desk.closeEditor();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return h('div', { class: 'stack', onKeyDown }, [
    h('fieldset', { class: 'choices' }, [
      h('legend', null, 'Kind'),
      (['note', 'correction'] as const).map((one) =>
        h('label', { key: one }, [
          h('input', {
            type: 'radio',
            name: `${id}-kind`,
            checked: kind === one,
            onChange: () => setKind(one),
          }),
          ` ${one}`,
        ]),
      ),
    ]),
    h('div', null, [
      h('label', { for: id }, 'Text in Markdown; Ctrl+Enter saves'),
      h('textarea', {
        ref: area,
        id,
        class: 'field area',
        rows: 5,
        value: text,
        onInput: (event: Event) => {
          const { value } = event.currentTarget as HTMLTextAreaElement;
          setText(value);
          draft.keep(value);
        },
      }),
    ]),
    h('section', { 'aria-label': 'As readers see it' }, [
      h('p', { class: 'quiet' }, 'As readers see it:'),
      h(Markdown, { text }),
    ]),
    h('div', { class: 'row' }, [
      h('button', { type: 'button', class: 'btn', onClick: save }, 'Save'),
      h(
        'button',
        { type: 'button', class: 'btn quiet-btn', onClick: () => desk.closeEditor() },
        'Leave',
      ),
    ]),
  ]);
}
