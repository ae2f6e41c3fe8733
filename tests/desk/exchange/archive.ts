/** Archives to export from and to import into, and files as the command gives them. */
import { VFile } from 'vfile';
import type { GivenFile } from '../../../src/desk/exchange/foreign.ts';
import { EXCHANGE_FORMATS, readExchange } from '../../../src/desk/exchange/formats.ts';
import { sharedClaims } from '../../../src/desk/exchange/sharing.ts';
import { takeIn } from '../../../src/desk/exchange/take-in.ts';
import type { Outcome } from '../../../src/desk/exchange/taking.ts';
import { DECISIONS } from '../../../src/desk/content.ts';
import { Sitting } from '../../../src/desk/sitting.ts';
import { Workshop } from '../../../src/desk/state.ts';
import { contentOf } from '../../support/content.ts';
import { BRIDGE, FERRY, OBI, SIGNED } from '../desk-archive.ts';

/** Line ends of two kinds, signs outside the first plane, letters of several code points, words from right to left. */
const SIGNS = `The harbour at night

6 May 2021

The quay was lit by lamps, 😀 and a caf\u0065\u0301 stood open until late in the evening for everybody.

“We saw the 🚢 at the caf\u0065\u0301,” said Mara Obi. “שלום לכולם,” said Mara Obi.

A sailor from the south wrote on the wall: مرحبا بالجميع, and nobody took it down for years and years.

Both boats leak, and both are old, the wall said; both boats leak, and both are old, it said again.
`.replaceAll('\n', '\r\n');

const ENCODER = new TextEncoder();

export function freshArchive(cards: Parameters<typeof contentOf>[1] = {}): Workshop {
  const content = contentOf(
    { bridge: BRIDGE, ferry: FERRY, signs: SIGNS },
    { speakers: { 'mara-obi': OBI }, ...cards },
    { files: [new VFile({ path: DECISIONS, value: '' })] },
  );
  for (const list of Object.values(content.cards))
    for (const { file } of list) file.value = ENCODER.encode(String(file.value));
  return Workshop.holding(content, '/nowhere');
}

/** A stretch of the reading text by its words; the nth of several. */
export function spanOf(workshop: Workshop, article: string, words: string, nth = 0) {
  const text = workshop.now.articles.get(article)?.text ?? '';
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${article} does not hold “${words}”`);
  return { start, end: start + words.length };
}

/** Files of an export, as they are given to an import. */
export function exported(workshop: Workshop, format: string, article: string | null = null) {
  const found = EXCHANGE_FORMATS.find(({ id }) => id === format);
  if (!found) throw new Error(`There is no format ${format}`);
  const files = found.write(sharedClaims(workshop.now, article));
  return files
    .filter(({ path }) => !/\.txt$|^TypeSystem/.test(path))
    .map(({ path, text }) => given(path, text, files));
}

export const given = (
  path: string,
  text: string,
  others: readonly { path: string; text: string }[] = [],
): GivenFile => ({
  path,
  text,
  beside: (extension) =>
    others.find((one) => one.path === path.replace(/\.[^.]+$/, `.${extension}`))?.text ?? null,
});

/** Takes files in, as the command does. */
export function imported(
  workshop: Workshop,
  files: readonly GivenFile[],
  more: Partial<Parameters<typeof takeIn>[2]> = {},
): { outcomes: Outcome[]; passedOver: string[] } {
  const read = files.map((file) => readExchange(file));
  const outcomes = read.flatMap(({ annotations, format }, i) =>
    takeIn(new Sitting(workshop), annotations, {
      from: `${format.name} (${files[i]?.path})`,
      signature: SIGNED,
      article: null,
      kind: null,
      ...more,
    }),
  );
  return { outcomes, passedOver: read.flatMap(({ passedOver }) => passedOver) };
}

/** What a person said of claims: words, offsets in the source, speaker, type, cue, who and when. */
export const decided = (workshop: Workshop) =>
  workshop.now.archive.articles.flatMap(({ id, claims }) =>
    claims
      .filter(({ review }) => review !== 'machine')
      .map(({ parts, speaker, type, via, said, cue, reviewedBy, reviewedOn }) => ({
        article: id,
        parts: parts.map(({ start, end, exact }) => [start, end, exact]),
        speaker: speaker && [speaker.id, speaker.name, speaker.kind, speaker.mention?.exact],
        type,
        via: via.map((one) => one.id),
        said: said?.basis === 'stated' ? said.edtf : null,
        cue: cue?.exact ?? null,
        reviewedBy,
        reviewedOn,
      })),
  );

export const notes = (workshop: Workshop) =>
  workshop.now.archive.annotations.map(({ by, date, note }) => ({ by, date, note: note.trim() }));
