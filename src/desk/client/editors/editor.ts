/** The editor that is open, below the claim that it works on. */
import { h, type FunctionComponent } from 'preact';
import type { Editor } from '../store.ts';
import { AliasEditor } from './alias.ts';
import { DecideEditor } from './decide.ts';
import { DismissEditor } from './dismiss.ts';
import { NoteEditor } from './note.ts';
import { RejectEditor } from './reject.ts';
import { RelateEditor } from './relate.ts';
import { PublishedEditor, SaidEditor } from './said.ts';
import { SpeakerEditor } from './speaker.ts';
import type { EditorProps } from './subject.ts';
import { TopicEditor } from './topic.ts';
import { TypeEditor } from './type.ts';
import { ViaEditor } from './via.ts';

const EDITORS: Readonly<Record<Editor['kind'], [string, FunctionComponent<EditorProps>]>> = {
  speaker: ['Set the speaker', SpeakerEditor],
  reject: ['Reject', RejectEditor],
  via: ['Who passed it on', ViaEditor],
  type: ['Set the type', TypeEditor],
  said: ['Day on which it was said', SaidEditor],
  topic: ['Topic', TopicEditor],
  relate: ['Relation', RelateEditor],
  note: ['Note', NoteEditor],
  decide: ['Decision', DecideEditor],
  published: ['Day of publication', PublishedEditor],
  alias: ['A description', AliasEditor],
  dismiss: ['Dismiss the suggestion', DismissEditor],
};

export function OpenEditor({ kind, ...props }: EditorProps & { kind: Editor['kind'] }) {
  const [title, Component] = EDITORS[kind];
  return h('section', { class: 'editor', 'aria-label': title }, [
    h('h2', { class: 'hang' }, title),
    h(Component, { key: `${kind} ${props.subject.claims.join(' ')}`, ...props }),
  ]);
}
