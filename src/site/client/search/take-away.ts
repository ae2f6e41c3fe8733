/** The list as a file, made in the browser; and its feed, where the list has one. */
import { asksNothing } from '../../../search/query.ts';
import type { ResultRow } from '../../../search/results.ts';
import type { Rows } from '../../../search/select.ts';
import { FACETS, writeState } from '../../../search/state.ts';
import type { DateFact } from '../../../model/records.ts';
import { feedPath, outletPath, speakerPath, topicPath } from '../../../model/urls.ts';
import { count, dayInWords, figures } from '../../../model/wording.ts';
import { inWords } from './asked-in-words.ts';
import { saveText } from '../save-text.ts';
import { make } from './dom.ts';
import type { Answer, Shown } from './engine.ts';
import type { View } from './view.ts';

/** At most so many claims come in a file. */
const EXPORTED = 1000;
const NAMES = ['CSV', 'JSON', 'BibTeX', 'RIS', 'Markdown'] as const;
type FileName = (typeof NAMES)[number];

const factOf = (date: ReturnType<Rows['published']>): DateFact => ({
  edtf: date.edtf,
  from: date.from,
  to: date.to,
  basis: date.basis,
  note: null,
});

/** The list as a file, made in the browser; and the feed, where the list has one. */
export function takeAway(view: View, answer: Answer): HTMLElement {
  const feed = feedOf(view, answer);
  const line = make('p', { class: 'take' }, 'Take the list away: ');
  NAMES.forEach((name, i) => {
    line.append(
      i > 0 ? ', ' : '',
      make(
        'button',
        { class: 'as-link', type: 'button', click: () => void download(view, name, answer) },
        name,
      ),
    );
  });
  line.append('. The query and the date stand in the file.');
  if (answer.selection.claims > EXPORTED)
    line.append(` At most ${figures(EXPORTED)} claims; the data page has all.`);
  return make(
    'div',
    {},
    line,
    feed
      ? make(
          'p',
          { class: 'why' },
          'New claims of this list come in its feed: ',
          make('a', { href: feed }, feed),
        )
      : '',
  );
}

/** One outlet, topic, or speaker of several articles, and nothing else has a feed. */
function feedOf(view: View, { query }: Answer): string | null {
  if (
    !asksNothing(query) ||
    query.names.length > 0 ||
    query.without.length > 0 ||
    view.state.from ||
    view.state.to
  )
    return null;
  const chosen = FACETS.flatMap((facet) =>
    view.state.facets[facet].map((value) => ({ facet, value })),
  );
  const [only] = chosen;
  if (!only || chosen.length > 1) return null;
  const isFollowed = () =>
    view.engine.bundles.some(({ rows }) =>
      rows.table.speakers.some(([id, , , feed]) => id === only.value && feed === 1),
    );
  if (only.facet === 'speaker' && !isFollowed()) return null;
  const path = { speaker: speakerPath, outlet: outletPath, topic: topicPath }[only.facet as string];
  return path ? new URL(feedPath(path(only.value)), view.publicRoot).href : null;
}

/** A text file of the site. */
async function readFile(root: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

/** Makes the file of at most `EXPORTED` claims and hands it to the browser. */
async function download(view: View, name: FileName, answer: Answer): Promise<void> {
  view.say(`Making the ${name} file`);
  try {
    const [{ FILES }, { list }] = await Promise.all([
      import('../../../search/results.ts'),
      view.engine.shown(answer, 0, EXPORTED),
    ]);
    const rows = list.flatMap(({ claim, detail, others }) =>
      [{ claim, detail }, ...others].map(resultRow),
    );
    const day = new Date().toISOString().slice(0, 10);
    const { ending, type, write } = FILES[name];
    const query = writeState({ ...view.state, page: 1 });
    const text = await write(
      {
        query: inWords(view.state, view.engine),
        address: new URL(`search/?${query}`, view.publicRoot).href,
        day,
        archive: view.siteName,
        root: view.publicRoot,
        rows,
      },
      (path) => readFile(view.root, path),
    );
    saveText(text, { name: `claims-${day}.${ending}`, type });
    view.say(`${name} file with ${count(rows.length, 'claim')}, as of ${dayInWords(day)}`);
  } catch (reason) {
    console.error(reason);
    view.say(`The ${name} file could not be made.`);
  }
}

/** A claim as the files have it. */
function resultRow({ claim: { rows: table, row }, detail }: Shown['others'][number]): ResultRow {
  const said = table.said(row);
  const speaker = table.speaker(row);
  return {
    id: detail.id,
    text: detail.text,
    type: table.type(row),
    review: table.review(row),
    speaker: speaker && { id: speaker.id, name: speaker.name },
    open: detail.open,
    role: detail.role,
    via: detail.via,
    article: detail.article,
    title: detail.title,
    outlet: table.outlet(row)?.name ?? null,
    language: detail.language,
    said: said ? factOf(said) : null,
    published: factOf(table.published(row)),
  };
}
