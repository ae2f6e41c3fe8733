/** The question that a claim answers, and how it answers it. */
import { h } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Combobox, type Option } from '../parts/combobox.ts';
import type { EditorProps } from './subject.ts';

interface TopicOption extends Option {
  topic: string | { question: string };
  stances: readonly string[];
}

export function TopicEditor({ desk, subject }: EditorProps) {
  const noteId = useId();
  const [topics, setTopics] = useState<readonly TopicOption[]>([]);
  const [topic, setTopic] = useState<TopicOption | null>(null);
  const [note, setNote] = useState('');
  const toOptions = (hits: Awaited<ReturnType<typeof desk.names>>) =>
    hits.map(({ id, name, stances }) => ({
      key: id,
      label: name,
      hint: stances.join(', '),
      topic: id,
      stances,
    }));
  useEffect(() => {
    desk.nameList('topics', undefined).then(
      (hits) => setTopics(toOptions(hits)),
      () => undefined,
    );
  }, []);
  const cancel = () => desk.closeEditor();
  const [claim = ''] = subject.claims;
  const standing = subject.view?.answers.filter((one) => one.claim === claim) ?? [];
  const leaves = standing.map(({ topic: id, question, stance }) =>
    h('p', { key: id }, [
      `“${question}” ${stance} `,
      h(
        'button',
        {
          type: 'button',
          class: 'btn small',
          onClick: () =>
            void desk.act({ act: 'leave-topic', claim, topic: id }, `Left “${question}”.`),
        },
        'leave this topic',
      ),
    ]),
  );
  if (!topic)
    return h('div', { class: 'stack' }, [
      leaves,
      h(Combobox<TopicOption>, {
        key: 'topic',
        label: 'Question that the claim answers',
        options: topics,
        more: async (typed) => toOptions(await desk.names('topics', typed)),
        made: (typed) => [
          {
            key: ' new',
            label: `New question: ${typed}`,
            topic: { question: typed },
            stances: [],
          },
        ],
        choose: setTopic,
        cancel,
      }),
    ]);
  return h('div', { class: 'stack' }, [
    h('p', { class: 'serif' }, topic.label),
    h(Combobox<Option>, {
      key: 'stance',
      label: 'Its answer, in a word or two',
      options: topic.stances.map((label) => ({ key: label, label })),
      made: (typed) =>
        topic.stances.includes(typed) ? [] : [{ key: ' own', label: typed, hint: 'as typed' }],
      choose: ({ label }) => {
        void desk.act(
          {
            act: 'answer-topic',
            claim,
            topic: topic.topic,
            stance: label,
            note: note.trim() || null,
          },
          `The claim answers “${topic.label.replace(/^New question: /, '')}”: ${label}.`,
        );
      },
      cancel,
    }),
    h('div', null, [
      h('label', { for: noteId }, 'Note, if there is one'),
      h('input', {
        id: noteId,
        class: 'field',
        type: 'text',
        value: note,
        onInput: (event: Event) => setNote((event.currentTarget as HTMLInputElement).value),
      }),
    ]),
  ]);
}
