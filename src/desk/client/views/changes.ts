/** What the sitting did, what git will show, and the commit. */
import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Desk } from '../desk.ts';
import { draftOf } from '../drafts.ts';
import { Diff } from '../parts/diff.ts';
import type { State } from '../store.ts';

function CommitForm({ desk }: { desk: Desk }) {
  const id = useId();
  const draft = draftOf('commit');
  const [message, setMessage] = useState(draft.read() ?? '');
  const [isBusy, setIsBusy] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!message.trim()) return;
    setIsBusy(true);
    void desk.commit(message.trim()).then((isDone) => {
      setIsBusy(false);
      if (!isDone) return;
      draft.drop();
      setMessage('');
    });
  };
  return h('form', { class: 'stack', onSubmit: submit }, [
    h('div', null, [
      h('label', { for: id }, 'Message of the commit'),
      h('textarea', {
        id,
        class: 'field area',
        rows: 2,
        required: true,
        value: message,
        onInput: (event: Event) => {
          const { value } = event.currentTarget as HTMLTextAreaElement;
          setMessage(value);
          draft.keep(value);
        },
      }),
    ]),
    h('button', { class: 'btn', type: 'submit', disabled: isBusy }, 'Commit'),
  ]);
}

export function ChangesView({ desk, state }: { desk: Desk; state: State }) {
  const { changes, session } = state;
  if (!changes) return h('p', { class: 'empty', tabIndex: -1, 'data-home': true }, 'Looking …');
  const { files, history, git, branch, diff } = changes;
  return h('div', { class: 'changes-view' }, [
    h('div', { class: 'stack' }, [
      h('h1', { tabIndex: -1, 'data-home': true }, 'Changes'),
      h(
        'p',
        null,
        git
          ? `On branch ${branch ?? 'none'}: ${files.length} ${files.length === 1 ? 'file differs' : 'files differ'} from what is committed.`
          : 'The archive is no git repository: acts are saved, and there is nothing to commit to.',
      ),
      h('div', { class: 'row' }, [
        h(
          'button',
          {
            type: 'button',
            class: 'btn',
            disabled: !session?.undo,
            onClick: () => void desk.turn('undo'),
          },
          session?.undo ? `Undo: ${session.undo}` : 'Nothing to undo',
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'btn',
            disabled: !session?.redo,
            onClick: () => void desk.turn('redo'),
          },
          session?.redo ? `Redo: ${session.redo}` : 'Nothing to redo',
        ),
      ]),
      git && files.length > 0 && h(CommitForm, { desk }),
      h('section', { class: 'stack', 'aria-label': 'The sitting' }, [
        h('h2', { class: 'hang' }, 'The sitting'),
        history.length === 0 && h('p', { class: 'quiet' }, 'Nothing was done yet.'),
        h(
          'ol',
          { class: 'history' },
          history.map(({ title, at, by, undone }, i) =>
            h('li', { key: i }, [
              undone ? h('s', null, title) : title,
              h(
                'span',
                { class: 'quiet' },
                ` ${by}, ${at.replace('T', ' ').slice(0, 16)}${undone ? ', taken back' : ''}`,
              ),
            ]),
          ),
        ),
      ]),
    ]),
    h('section', { class: 'stack', 'aria-label': 'What git will show' }, [
      h('h2', { class: 'hang' }, 'What git will show'),
      diff
        ? h(Diff, { diff, path: 'the content folder' })
        : h('p', { class: 'quiet' }, 'No change.'),
    ]),
  ]);
}
