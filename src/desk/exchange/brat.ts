/**
 * brat: stand-off annotations (`.ann`) of a text beside them (`.txt`): spans in one piece or several, relations,
 * events, attributes, normalisations and notes. https://brat.nlplab.org/standoff.html
 */
import type { Span } from '../../model/records.ts';
import { codePoints } from '../../text/offsets.ts';
import { Malformed, nameOf, shown, type Fault, type GivenFile, type ReadFile } from './foreign.ts';
import { byArticle, type ExchangeFormat, type Shared } from './format.ts';
import { fieldOf, labelOf } from './labels.ts';
import { readMarked, type MarkedLink, type MarkedSpan } from './marked.ts';

const LINE = /^(?:[TREAMN][^\s]*\t\S|#[^\s]*\t\S+ |\*\t\S)/;
const REMEDY = 'Mend the line, or export the document from brat again.';

interface Reading {
  file: GivenFile;
  text: string;
  points: ReturnType<typeof codePoints>;
  spans: Map<string, MarkedSpan & { features: [string, string][]; notes: string[] }>;
  links: MarkedLink[];
  /** Of each event its trigger, which stands for it. */
  events: Map<string, string>;
  faults: Fault[];
}

type Line = { at: string; id: string; rest: string; tail: string };

export const brat: ExchangeFormat = {
  id: 'brat',
  name: 'brat stand-off',
  recognises: ({ path, text }) => {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    return (
      (/\.ann$/i.test(path) && !/^\s*[[{<]/.test(text)) ||
      (lines.length > 0 && lines.every((line) => LINE.test(line)))
    );
  },
  read(file): ReadFile {
    const text = file.beside('txt')?.replace(/^\ufeff/, '') ?? null;
    if (text === null)
      throw new Malformed([
        {
          path: file.path,
          place: null,
          found: 'no text beside it',
          expected: `the annotated text as ${nameOf(file.path)}.txt in the same folder`,
          remedy: 'Put the text there; offsets mean nothing without it.',
        },
      ]);
    const reading: Reading = {
      file,
      text,
      points: codePoints(text),
      spans: new Map(),
      links: [],
      events: new Map(),
      faults: [],
    };
    const lines = linesOf(file.text);
    // Spans first: other lines may stand before those that they speak of.
    for (const line of lines) if (line.id.startsWith('T')) readSpan(reading, line);
    for (const line of lines) if (line.id.startsWith('E')) readEvent(reading, line);
    for (const line of lines) if (!/^[TE]/.test(line.id)) readOther(reading, line);
    if (reading.faults.length > 0) throw new Malformed(reading.faults);
    return readMarked({
      text,
      name: nameOf(file.path),
      spans: [...reading.spans.values()],
      links: reading.links,
    });
  },
  write: (shared) =>
    byArticle(shared).flatMap((claims) => {
      const [{ article, text }] = claims;
      return [
        { path: `${article}.txt`, text },
        { path: `${article}.ann`, text: annotationsOf(claims) },
      ];
    }),
};

const linesOf = (text: string): Line[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const [id = '', rest = '', ...tail] = line.split('\t');
      return [{ at: `line ${i + 1}`, id, rest, tail: tail.join('\t') }];
    });

function fault({ faults, file }: Reading, at: string, found: unknown, expected: string): void {
  faults.push({ path: file.path, place: at, found: shown(found), expected, remedy: REMEDY });
}

function readSpan(reading: Reading, { at, id, rest, tail }: Line): void {
  const [, label = '', places = ''] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(rest) ?? [];
  if (label === '')
    return fault(
      reading,
      at,
      rest || id,
      'a label with offsets such as `Quote 10 25` or `Quote 10 25;30 41`',
    );
  if (reading.spans.has(id)) return fault(reading, at, id, 'an id that no line before has');
  const { points, text } = reading;
  const parts = places.split(';').map((place): Span => {
    const [from = 0, to = 0] = place.split(' ').map(Number);
    return { start: from, end: to };
  });
  const wrong = parts.find(({ start, end }) => start >= end || end > points.length);
  if (wrong)
    return fault(
      reading,
      at,
      `${wrong.start} ${wrong.end}`,
      `offsets within the ${points.length} characters of the text, the end behind the start`,
    );
  const own = parts.map(({ start, end }) => ({
    start: points.utf16(start),
    end: points.utf16(end),
  }));
  const words = own.map(({ start, end }) => text.slice(start, end)).join(' ');
  // brat writes a blank for each break of a line.
  const plain = (value: string) => value.replace(/\s+/g, ' ').trim();
  if (plain(words) !== plain(tail))
    return fault(reading, at, tail, `the words at these offsets, ${shown(words)}`);
  reading.spans.set(id, { id, at, label, parts: own, features: [], notes: [] });
}

function readEvent(reading: Reading, { at, id, rest }: Line): void {
  const [trigger = '', ...roles] = rest.trim().split(/\s+/);
  const [, span = ''] = trigger.split(':');
  if (!reading.spans.has(span))
    return fault(reading, at, trigger, 'a type and the id of a span, such as `Said:T4`');
  reading.events.set(id, span);
  for (const role of roles) {
    const [kind = '', to = ''] = role.split(':');
    reading.links.push({ at, kind, from: span, to: reading.events.get(to) ?? to });
  }
}

/** The span that an id of a span or an event stands for. */
const spanOf = ({ spans, events }: Reading, id: string): string | null => {
  const own = events.get(id) ?? id;
  return spans.has(own) ? own : null;
};

function readOther(reading: Reading, line: Line): void {
  const { at, id } = line;
  if (id.startsWith('R')) readRelation(reading, line);
  else if (/^[AM]/.test(id)) readAttribute(reading, line);
  else if (id.startsWith('N')) readReference(reading, line);
  else if (id.startsWith('#')) readNote(reading, line);
  // `*` says that spans mean the same, which no claim needs.
  else if (id !== '*') fault(reading, at, id, 'an id that begins with T, R, E, A, M, N, # or *');
}

function readRelation(reading: Reading, { at, rest }: Line): void {
  const [, kind = '', one = '', other = ''] =
    /^(\S+) [^:\s]+:(\S+) [^:\s]+:(\S+)\s*$/.exec(rest) ?? [];
  const [from, to] = [spanOf(reading, one), spanOf(reading, other)];
  if (from === null || to === null)
    return fault(reading, at, rest, 'a type and two spans of the file: `SaidBy Arg1:T1 Arg2:T2`');
  reading.links.push({ at, kind, from, to });
}

function readAttribute(reading: Reading, { at, rest }: Line): void {
  const [, name = '', id = '', value = ''] = /^(\S+) (\S+)(?: (.+))?$/.exec(rest.trim()) ?? [];
  const span = spanOf(reading, id);
  // An attribute may speak of a relation, too.
  if (span === null && /^R\d/.test(id)) return;
  if (span === null)
    return fault(reading, at, rest, 'a name and the id of a span: `Type T1 direct`');
  reading.spans.get(span)?.features.push([name, value === '' ? 'yes' : value]);
}

function readReference(reading: Reading, { at, rest, tail }: Line): void {
  const [, id = '', entry = ''] = /^\S+ (\S+) (\S+:\S+)$/.exec(rest.trim()) ?? [];
  const span = spanOf(reading, id);
  if (span === null)
    return fault(reading, at, rest, 'an entry of a list: `Reference T1 Wikidata:Q42`');
  const features = reading.spans.get(span)?.features;
  const [source = '', ...key] = entry.split(':');
  if (source === OWN) features?.push([labelOf('speakerId'), key.join(':')]);
  if (tail.trim() !== '') features?.push([labelOf('speaker'), tail.trim()]);
  else if (source !== OWN) features?.push([source, key.join(':')]);
}

function readNote(reading: Reading, { at, rest, tail }: Line): void {
  const [, id = ''] = /^\S+ (\S+)$/.exec(rest.trim()) ?? [];
  const span = spanOf(reading, id);
  if (span === null && /^[RAMN]\d/.test(id)) return;
  if (span === null) return fault(reading, at, rest, 'the id of a span: `AnnotatorNotes T1`');
  if (tail.trim() !== '') reading.spans.get(span)?.notes.push(tail.trim());
}

const OWN = 'Verbatim';

/** The lines of one article. */
function annotationsOf(claims: readonly Shared[]): string {
  const lines: string[] = [];
  const counts: Record<string, number> = {};
  const next = (letter: string) => `${letter}${(counts[letter] = (counts[letter] ?? 0) + 1)}`;
  const points = codePoints(claims[0]?.text ?? '');
  const span = (label: string, parts: readonly { start: number; end: number; exact: string }[]) => {
    const id = next('T');
    const places = parts.map(({ start, end }) => `${points.at(start)} ${points.at(end)}`).join(';');
    const words = parts.map(({ exact }) => exact).join(' ');
    lines.push(`${id}\t${label} ${places}\t${words.replace(/\r\n|[\r\n\t]/g, ' ')}`);
    return id;
  };
  const ids = new Map<string, string>();
  for (const one of claims) {
    const id = span('Quote', one.stretches);
    ids.set(one.id, id);
    if (one.cue) lines.push(`${next('R')}\tSaidWith Arg1:${id} Arg2:${span('Cue', [one.cue])}`);
    if (one.mention)
      lines.push(`${next('R')}\tSaidBy Arg1:${id} Arg2:${span('Speaker', [one.mention])}`);
    if (one.speaker)
      lines.push(`${next('N')}\tReference ${id} ${OWN}:${one.speaker.id}\t${one.speaker.name}`);
    for (const [label, value] of one.lines) {
      const field = fieldOf(label);
      if (field === 'speakerId' || field === 'cue' || field === 'mention') continue;
      if (/\s/.test(value) || /\s/.test(label))
        lines.push(`${next('#')}\tAnnotatorNotes ${id}\t${label}: ${value}`);
      else lines.push(`${next('A')}\t${label} ${id} ${value}`);
    }
    for (const tag of one.tags) lines.push(`${next('#')}\tAnnotatorNotes ${id}\tTopic: ${tag}`);
    for (const note of one.note.split('\n').filter((line) => line.trim() !== ''))
      lines.push(`${next('#')}\tAnnotatorNotes ${id}\t${note.replace(/\t/g, ' ')}`);
  }
  for (const one of claims)
    for (const { kind, to } of one.relations) {
      const other = ids.get(to);
      if (other !== undefined)
        lines.push(`${next('R')}\t${kind} Arg1:${ids.get(one.id)} Arg2:${other}`);
    }
  return lines.map((line) => `${line}\n`).join('');
}
