/** What a list of results amounts to: how many claims, by whom, in how many articles. Pure. */
import { count } from '../../../model/wording.ts';
import type { Answer } from './engine.ts';

export interface SpeakerShare {
  name: string;
  claims: number;
}

export interface Summary {
  headline: string;
  /** The same in the title of the page. */
  short: string;
  /** What the counts leave open; empty where they leave nothing open. */
  uncertain: string;
  /** Speakers by id. */
  speakers: ReadonlyMap<string, SpeakerShare>;
}

/** Sums up an answer; `none` says that there is not even a first claim. */
export function summaryOf({ selection }: Answer, none: boolean): Summary {
  const speakers = new Map<string, SpeakerShare>();
  const articles = new Set<string>();
  for (const { lead, others } of selection.groups) {
    for (const { rows, row, bundle } of [lead, ...others]) {
      articles.add(`${bundle} ${rows.article(row)}`);
      const speaker = rows.speaker(row);
      if (!speaker) continue;
      const known = speakers.get(speaker.id);
      if (known) known.claims++;
      else speakers.set(speaker.id, { name: speaker.name, claims: 1 });
    }
  }
  const uncertain = uncertainIn(selection);
  if (none) return { headline: 'No claim found', short: 'no claim', uncertain, speakers };
  const claims = count(selection.claims, 'claim');
  const by = speakers.size > 0 ? ` by ${count(speakers.size, 'speaker')}` : '';
  return {
    headline: `${claims}${by}, in ${count(articles.size, 'article')}`,
    short: claims,
    uncertain,
    speakers,
  };
}

function uncertainIn({ uncertain, undated, claims, groups }: Answer['selection']): string {
  const sentences: string[] = [];
  if (uncertain > 0) {
    const have = count(uncertain, 'claim has', 'claims have');
    sentences.push(`${have} an uncertain date that may lie outside the range.`);
  }
  if (undated > 0) {
    const were = undated === 1 ? 'was' : 'were';
    sentences.push(`${count(undated, 'claim', 'claims')} without any date ${were} left out.`);
  }
  const repeated = claims - groups.length;
  if (repeated > 0)
    sentences.push(
      `${count(repeated, 'repeat is', 'repeats are')} shown with the claim they repeat.`,
    );
  return sentences.join(' ');
}
