/** The card of a speaker or place, or the note of a topic: what can be filled in, field by field. */
import { h } from 'preact';
import { useId, useState } from 'preact/hooks';
import { z } from 'zod';
import { SPEAKER_KINDS } from '../../../model/records.ts';
import { whyNoDate } from '../../../model/edtf/index.ts';
import { wordsForEdtf } from '../../../model/dates.ts';
import type { Act, FiledView } from '../../api.ts';
import { authority } from '../authority.ts';
import type { Desk } from '../desk.ts';
import { draftOf } from '../drafts.ts';
import { Markdown } from '../parts/markdown.ts';

type Row = Readonly<Record<string, string>>;
interface Column {
  name: string;
  label: string;
  /** Words below the field for what is typed, and whether it is in order. */
  read?: (value: string) => { words: string; isTaken: boolean } | null;
  needed?: boolean;
}

interface RowsProps {
  legend: string;
  columns: readonly Column[];
  rows: readonly Row[];
  change: (rows: readonly Row[]) => void;
}

/** Rows of fields, with one more than there are at the press of a button. */
function Rows({ legend, columns, rows, change }: RowsProps) {
  const id = useId();
  const set = (at: number, name: string, value: string) =>
    change(rows.map((row, i) => (i === at ? { ...row, [name]: value } : row)));
  return h('fieldset', { class: 'rows-field' }, [
    h('legend', null, legend),
    rows.map((row, at) =>
      h('div', { key: at, class: 'fields' }, [
        columns.map(({ name, label, read }) => {
          const value = row[name] ?? '';
          const said = value.trim() ? (read?.(value.trim()) ?? null) : null;
          const field = `${id}-${at}-${name}`;
          return h('div', { key: name }, [
            h('label', { for: field }, `${label} ${at + 1}`),
            h('input', {
              id: field,
              class: 'field',
              type: 'text',
              autocomplete: 'off',
              value,
              'aria-invalid': said?.isTaken === false,
              'aria-describedby': said ? `${field}-said` : undefined,
              onInput: (event: Event) =>
                set(at, name, (event.currentTarget as HTMLInputElement).value),
            }),
            said &&
              h(
                'span',
                { id: `${field}-said`, class: said.isTaken ? 'quiet' : 'wrong' },
                said.words,
              ),
          ]);
        }),
        h(
          'button',
          {
            type: 'button',
            class: 'btn small',
            'aria-label': `Take ${legend.toLowerCase()} ${at + 1} away`,
            onClick: () => change(rows.filter((_, i) => i !== at)),
          },
          '×',
        ),
      ]),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'btn small',
        onClick: () => change([...rows, {}]),
      },
      `Add to ${legend.toLowerCase()}`,
    ),
  ]);
}

const Alias = z.union([z.string(), z.object({ name: z.string(), article: z.string() })]);
/** What this form shows of a card; the rest stays as it is. */
const Shown = z.object({
  kind: z.enum(SPEAKER_KINDS).catch('person'),
  aliases: z.array(Alias).catch([]),
  roles: z
    .array(
      z.object({ role: z.string(), date: z.string().nullish(), article: z.string().nullish() }),
    )
    .catch([]),
  sameAs: z.array(z.string()).catch([]),
});

const trimmedRow = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  );
const filled = (rows: readonly Row[], name: string) =>
  rows.map(trimmedRow).filter((row) => row[name] !== undefined);

const readDate = (value: string) => {
  const refused = whyNoDate(value);
  return refused
    ? { words: `which is ${refused}`, isTaken: false }
    : { words: wordsForEdtf(value), isTaken: true };
};
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const readArticle = (value: string) =>
  SLUG.test(value)
    ? null
    : { words: 'expected the id of an article, such as ferry-strike', isTaken: false };

interface Fields {
  kind: (typeof SPEAKER_KINDS)[number];
  aliases: readonly Row[];
  roles: readonly Row[];
  sameAs: readonly Row[];
  note: string;
}

function fieldsOf(filed: FiledView): Fields {
  const { kind, aliases, roles, sameAs } = Shown.parse(filed.card);
  return {
    kind,
    aliases: aliases.map((one) => (typeof one === 'string' ? { name: one } : one)),
    roles: roles.map(({ role, date, article }) => ({
      role,
      date: date ?? '',
      article: article ?? '',
    })),
    sameAs: sameAs.map((address) => ({ address })),
    note: filed.note,
  };
}

/** What is typed, as an act; with those fields alone that differ from the card, so that others' edits stand. */
export function cardAct(filed: FiledView, fields: Fields): Act {
  const before = fieldsOf(filed);
  const differs = (name: keyof Fields) =>
    JSON.stringify(before[name]) !== JSON.stringify(fields[name]);
  const note = differs('note') ? { note: fields.note } : {};
  const names = filled(fields.aliases, 'name');
  const sameAs = differs('sameAs')
    ? { sameAs: filled(fields.sameAs, 'address').flatMap(({ address }) => address ?? []) }
    : {};
  if (filed.room === 'topics') return { act: 'edit-topic', id: filed.id, ...note };
  if (filed.room === 'places')
    return {
      act: 'edit-place',
      id: filed.id,
      ...(differs('aliases') && { aliases: names.flatMap(({ name }) => name ?? []) }),
      ...sameAs,
      ...note,
    };
  return {
    act: 'edit-speaker',
    id: filed.id,
    ...(differs('kind') && { kind: fields.kind }),
    ...(differs('aliases') && {
      aliases: names.flatMap(({ name, article }) => {
        if (!name) return [];
        return article ? { name, article } : name;
      }),
    }),
    ...(differs('roles') && {
      roles: filled(fields.roles, 'role').flatMap(({ role, date, article }) =>
        role ? { role, ...(date && { date }), ...(article && { article }) } : [],
      ),
    }),
    ...sameAs,
    ...note,
  };
}

export function CardForm({ desk, filed }: { desk: Desk; filed: FiledView }) {
  const id = useId();
  const draft = draftOf(`${filed.room}/${filed.id}`);
  const [fields, setFields] = useState<Fields>(() => {
    const kept = draft.read();
    return kept ? (JSON.parse(kept) as Fields) : fieldsOf(filed);
  });
  const change = (more: Partial<Fields>) => {
    const next = { ...fields, ...more };
    setFields(next);
    draft.keep(JSON.stringify(next));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void desk.act(cardAct(filed, fields), `Saved the card of ${filed.name}.`).then((isSaved) => {
      if (isSaved) draft.drop();
    });
  };
  const isSpeaker = filed.room === 'speakers';
  const hasAliases = isSpeaker || filed.room === 'places';
  const article: Column = { name: 'article', label: 'In article', read: readArticle };
  return h('form', { class: 'card-form stack', onSubmit: submit }, [
    isSpeaker &&
      h('div', null, [
        h('label', { for: `${id}-kind` }, 'Kind'),
        h(
          'select',
          {
            id: `${id}-kind`,
            class: 'field',
            value: fields.kind,
            onChange: (event: Event) =>
              change({
                kind: (event.currentTarget as HTMLSelectElement).value as Fields['kind'],
              }),
          },
          SPEAKER_KINDS.map((kind) =>
            h('option', { key: kind, value: kind, selected: kind === fields.kind }, kind),
          ),
        ),
      ]),
    hasAliases &&
      h(Rows, {
        legend: 'Other names',
        columns: [{ name: 'name', label: 'Name' }, ...(isSpeaker ? [article] : [])],
        rows: fields.aliases,
        change: (aliases) => change({ aliases }),
      }),
    isSpeaker &&
      h(Rows, {
        legend: 'Roles',
        columns: [
          { name: 'role', label: 'Role' },
          { name: 'date', label: 'Date (EDTF)', read: readDate },
          article,
        ],
        rows: fields.roles,
        change: (roles) => change({ roles }),
      }),
    hasAliases &&
      h(Rows, {
        legend: 'Authority files',
        columns: [{ name: 'address', label: 'Wikidata, VIAF, ORCID or address', read: authority }],
        rows: fields.sameAs,
        change: (sameAs) => change({ sameAs }),
      }),
    filed.room !== 'outlets' &&
      h('div', null, [
        h('label', { for: `${id}-note` }, 'Note in Markdown'),
        h('textarea', {
          id: `${id}-note`,
          class: 'field area',
          rows: 3,
          value: fields.note,
          onInput: (event: Event) =>
            change({ note: (event.currentTarget as HTMLTextAreaElement).value }),
        }),
        fields.note.trim() !== '' && h(Markdown, { text: fields.note }),
      ]),
    h('div', { class: 'row' }, [
      h('button', { type: 'submit', class: 'btn' }, 'Save the card'),
      h(
        'button',
        {
          type: 'button',
          class: 'btn quiet-btn',
          onClick: () => {
            draft.drop();
            setFields(fieldsOf(filed));
          },
        },
        'As it was',
      ),
    ]),
  ]);
}
