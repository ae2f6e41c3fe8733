/** What an act would change, before it is done: every claim, and what is written. */
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act, Acted } from '../../api.ts';
import { problemsOf } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { Diff } from './diff.ts';
import { Problems } from './problems.ts';

interface Props {
  desk: Desk;
  act: Act;
  /** What the act is, in words: “Merge Berg into Ida Berg”. */
  title: string;
  done: (acted: Acted) => void;
  cancel: () => void;
}

export function Preview({ desk, act, title, done, cancel }: Props) {
  const [preview, setPreview] = useState<Acted | null>(null);
  const [problems, setProblems] = useState<Acted['problems']>([]);
  const [isBusy, setIsBusy] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const asked = JSON.stringify(act);
  useEffect(() => {
    let isWanted = true;
    setPreview(null);
    desk.preview(act).then(
      (answer) => {
        if (!isWanted) return;
        setPreview(answer);
        setProblems(answer.problems);
        head.current?.focus();
      },
      (error: unknown) => isWanted && setProblems([...problemsOf(error)]),
    );
    return () => {
      isWanted = false;
    };
  }, [asked]);

  const perform = () => {
    setIsBusy(true);
    void desk.act(act, `${title}.`).then((isSaved) => {
      setIsBusy(false);
      const { last } = desk.store.get();
      if (isSaved && last) done(last);
    });
  };
  const claims = preview?.claims ?? [];
  return h(
    'section',
    {
      class: 'preview stack',
      'aria-label': title,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        cancel();
      },
    },
    [
      h('h2', { class: 'hang', ref: head, tabIndex: -1 }, title),
      problems.length > 0 && h(Problems, { problems }),
      !preview && problems.length === 0 && h('p', { class: 'quiet' }, 'Looking …'),
      preview?.ok &&
        h(
          'p',
          null,
          claims.length === 0
            ? 'No claim changes.'
            : `${claims.length} ${claims.length === 1 ? 'claim changes' : 'claims change'}:`,
        ),
      claims.length > 0 &&
        h(
          'ul',
          { class: 'changed-claims', tabIndex: 0, 'aria-label': 'Claims that change' },
          claims.map((one, i) =>
            h('li', { key: `${one.claim ?? 'new'}-${i}` }, [
              h('p', { class: 'serif' }, one.words),
              h('p', { class: 'why' }, [
                h('del', null, one.before || 'nothing'),
                ' ',
                h('ins', null, one.after || 'nothing'),
                h('span', { class: 'quiet' }, ` ${one.article}`),
              ]),
            ]),
          ),
        ),
      preview &&
        preview.files.length > 0 &&
        h('details', null, [
          h('summary', null, `What git will show: ${preview.files.length} files`),
          preview.files.map((file) =>
            h(Diff, { key: file.path, diff: file.diff, path: file.path }),
          ),
        ]),
      h('div', { class: 'row' }, [
        h(
          'button',
          { class: 'btn', type: 'button', disabled: !preview?.ok || isBusy, onClick: perform },
          'Do it',
        ),
        h('button', { class: 'btn quiet-btn', type: 'button', onClick: cancel }, 'Leave'),
      ]),
    ],
  );
}
