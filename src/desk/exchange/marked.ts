/** Texts with labelled spans, as brat, INCEpTION and WebAnno have them: which spans are claims, and what is said of them. */
import { textQuote } from '../../publish/exports/web-annotations.ts';
import type { Span } from '../../model/records.ts';
import { dayOf, type Foreign, type ReadFile, type Stretch } from './foreign.ts';
import { fieldOf, labelOf, readLines, roleOf, typeNamed } from './labels.ts';

/** A labelled span. Offsets in UTF-16 units of the text. */
export interface MarkedSpan {
  /** Unique in its file. */
  id: string;
  at: string;
  label: string;
  parts: readonly Span[];
  /** Fields and their values, as the file names them. */
  features: readonly (readonly [string, string])[];
  notes: readonly string[];
}

/** Something said between two spans. */
export interface MarkedLink {
  at: string;
  kind: string;
  from: string;
  to: string;
}

export interface Marked {
  text: string;
  name: string;
  spans: readonly MarkedSpan[];
  links: readonly MarkedLink[];
}

/** The claims of a text with what other spans and links say of them; spans of other kinds are passed over, counted. */
export function readMarked({ text, name, spans, links }: Marked): ReadFile {
  const roles = new Map(spans.map((span) => [span.id, roleOfSpan(span)]));
  const claims = joined(spans.filter(({ id }) => roles.get(id) === 'claim'));
  const owner = new Map(claims.flatMap(({ ids, span }) => ids.map((id) => [id, span.id] as const)));
  const byId = new Map(spans.map((span) => [span.id, span]));
  const wordsOf = (span: MarkedSpan) =>
    span.parts.map(({ start, end }) => text.slice(start, end)).join(' … ');
  const used = new Set<string>();
  const annotations = claims.map(({ ids, span }): Foreign => {
    const own = links.flatMap(({ kind, from, to }) => {
      if (ids.includes(from)) return [{ kind, other: to, forward: true }];
      return ids.includes(to) ? [{ kind, other: from, forward: false }] : [];
    });
    const says: [string, string][] = [];
    const notes: string[] = [];
    const type = typeNamed(span.label);
    if (type !== null) says.push([labelOf('type'), type]);
    for (const [label, value] of span.features) saysInto(says, notes, label, value);
    for (const { kind, other } of own) {
      const role = roles.get(other);
      const there = byId.get(other);
      if (!there || role === 'claim' || owner.has(other)) continue;
      used.add(other);
      if (role === 'cue') says.push([labelOf('cue'), wordsOf(there)]);
      else if (role === 'speaker') says.push(...speakerOf(there, wordsOf(there)));
      else notes.push(`${kind}: ${wordsOf(there)}`);
    }
    for (const note of span.notes) {
      const lines = readLines(note);
      says.push(...lines.says);
      if (lines.rest !== '') notes.push(lines.rest);
    }
    return {
      at: span.at,
      id: span.id,
      about: { addresses: [], text, name },
      stretches: span.parts.map((part) => stretchIn(text, part)),
      isClaim: true,
      says,
      text: notes,
      tags: [],
      by: null,
      on: null,
      relations: own.flatMap(({ kind, other, forward }) => {
        const to = owner.get(other);
        return forward && to !== undefined ? [{ kind, to }] : [];
      }),
    };
  });
  return { annotations: annotations.map(signed), passedOver: others(spans, roles, used) };
}

/** A feature may say what a span is: a layer of many kinds with `value=Quote`. */
function roleOfSpan({ label, features }: MarkedSpan) {
  const own = roleOf(label);
  if (own !== null) return own;
  for (const [name, value] of features)
    if (/^(?:value|label|kind|type|role|category)$/i.test(name)) {
      const role = roleOf(value);
      if (role !== null) return role;
    }
  return null;
}

/** One annotation of several spans: those that name one and the same claim. */
function joined(spans: readonly MarkedSpan[]): { ids: string[]; span: MarkedSpan }[] {
  const claims: { ids: string[]; span: MarkedSpan; key: string | null }[] = [];
  for (const span of spans) {
    const key = span.features.find(([name]) => fieldOf(name) === 'claim')?.[1] ?? null;
    const known = key === null ? undefined : claims.find((one) => one.key === key);
    if (!known) {
      claims.push({ ids: [span.id], span, key });
      continue;
    }
    known.ids.push(span.id);
    known.span = {
      ...known.span,
      parts: [...known.span.parts, ...span.parts].sort((a, b) => a.start - b.start),
    };
  }
  return claims;
}

function saysInto(says: [string, string][], notes: string[], label: string, value: string): void {
  const field = fieldOf(label);
  if (field === 'note') notes.push(value);
  else if (field !== null) says.push([label, value]);
  // What made it a claim says no more.
  else if (roleOf(value) === 'claim') {
    const type = typeNamed(value);
    if (type !== null) says.push([labelOf('type'), type]);
  } else notes.push(`${label}: ${value}`);
}

/** A span for a speaker: the words that name them, and what is said of these. */
function speakerOf(span: MarkedSpan, words: string): [string, string][] {
  const says: [string, string][] = [[labelOf('mention'), words]];
  for (const [label, value] of span.features) {
    const field = fieldOf(label);
    if (field === 'speaker' || field === 'speakerId' || field === 'kind') says.push([label, value]);
  }
  for (const note of span.notes) says.push(...readLines(note).says);
  return says;
}

/** Words with their place, and so much around them as makes them the only ones of the text. */
function stretchIn(text: string, { start, end }: Span): Stretch {
  const { exact, prefix, suffix } = textQuote(text, start, end);
  return { exact, prefix, suffix, position: { start, end } };
}

/** Who and when, where features or notes say so. */
function signed(one: Foreign): Foreign {
  const valueOf = (field: 'by' | 'on') =>
    one.says.find(([label]) => fieldOf(label) === field)?.[1] ?? null;
  return { ...one, by: valueOf('by'), on: dayOf(valueOf('on')) };
}

function others(
  spans: readonly MarkedSpan[],
  roles: ReadonlyMap<string, ReturnType<typeof roleOf>>,
  used: ReadonlySet<string>,
): string[] {
  const counts = new Map<string, number>();
  for (const { id, label } of spans)
    if (roles.get(id) !== 'claim' && !used.has(id)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(
    ([label, n]) =>
      `${n} with the label ${label}: ${roleOf(label) ? 'linked to no claim' : 'no claim, speaker or cue'}`,
  );
}
