/** What was asked for, in words. */
import { FACETS, type Facet, type SearchState } from '../../../search/state.ts';
import { quoted, SPEAKER_KINDS_IN_WORDS } from '../../../model/wording.ts';
import type { Engine } from './engine.ts';

export const FACET_NAMES: Record<Facet, string> = {
  speaker: 'Speaker',
  kind: 'Kind of speaker',
  outlet: 'Outlet',
  type: 'Type',
  topic: 'Topic',
  place: 'Place',
  review: 'Review',
};

/** How the reader would say what was asked, for titles and files. */
export function inWords(of: SearchState, engine: Pick<Engine, 'bundles'>): string {
  const parts = [of.q.trim() && (/["“”]/.test(of.q) ? of.q.trim() : quoted(of.q.trim()))];
  for (const facet of FACETS) {
    const values = of.facets[facet].map((value) => nameOf(engine, facet, value));
    if (values.length > 0) parts.push(`${FACET_NAMES[facet].toLowerCase()} ${values.join(' or ')}`);
  }
  if (of.from) parts.push(`from ${of.from}`);
  if (of.to) parts.push(`to ${of.to}`);
  return parts.filter(Boolean).join(', ') || 'all claims';
}

/** The name behind a facet's value, as the open bundles have it; the value itself where they have none. */
export function nameOf(engine: Pick<Engine, 'bundles'>, facet: Facet, value: string): string {
  if (facet === 'kind')
    return SPEAKER_KINDS_IN_WORDS[value as keyof typeof SPEAKER_KINDS_IN_WORDS] ?? value;
  for (const { rows } of engine.bundles) {
    const { speakers, outlets, topics, places } = rows.table;
    const list: readonly (readonly [string, string, ...unknown[]])[] = {
      speaker: speakers,
      outlet: outlets,
      topic: topics,
      place: places,
      type: [],
      review: [],
    }[facet];
    const entry = list.find(([id]) => id === value);
    if (entry) return entry[1];
  }
  return value;
}
