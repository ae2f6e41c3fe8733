/** Speakers whose page is gone while their claims are live. */
import { complain, speakerGone } from '../model/messages.ts';
import { idOfName } from '../model/names.ts';
import type { ArticleRecord, SpeakerRecord } from '../model/records.ts';
import { grouped } from '../text/grouped.ts';
import type { Content } from './content.ts';

/** A speaker of live claims whose id nobody has any more. */
export interface LostSpeaker {
  id: string;
  claims: string[];
  /** Whose the claims are today. */
  heirs: string[];
}

/** Speakers of live claims whom `speakers` lacks. */
export function lostSpeakers(
  content: Content,
  articles: readonly ArticleRecord[],
  speakers: readonly SpeakerRecord[],
): LostSpeaker[] {
  const formerly = articles.flatMap((article) => article.formerly);
  const isOfFormer = (id: string) => formerly.some((old) => id.endsWith(`-in-${old}`));
  const known = new Set(speakers.flatMap((speaker) => [speaker.id, ...speaker.formerly]));
  for (const decision of content.decisions)
    if ('address' in decision) known.add(/^speakers\/([^/]+)\/$/.exec(decision.address)?.[1] ?? '');
  const unknown = [...content.ledger.values()].flatMap((rows) =>
    rows.flatMap(({ id, speaker }) =>
      speaker && !known.has(speaker.id) && !isOfFormer(speaker.id)
        ? [[speaker.id, id] as const]
        : [],
    ),
  );
  if (unknown.length === 0) return [];
  const now = new Map(
    articles.flatMap(({ claims }) => claims.map(({ id, speaker }) => [id, speaker?.id] as const)),
  );
  const lost = grouped(unknown.filter(([, claim]) => now.has(claim)));
  return [...lost].map(([id, claims]) => ({
    id,
    claims,
    heirs: [...new Set(claims.map((claim) => now.get(claim) ?? ''))],
  }));
}

/**
 * Speakers with the ids of those whom a card took in: all live claims of the former speaker are filed under the
 * card's today, and the card lists the name that the id was made of. Its address leads to the card's page.
 */
export function withMerged(
  speakers: readonly SpeakerRecord[],
  lost: readonly LostSpeaker[],
): SpeakerRecord[] {
  const merged = grouped(
    lost.flatMap(({ id, heirs }) =>
      heirs.length === 1 && heirs[0] ? [[heirs[0], id] as const] : [],
    ),
  );
  return speakers.map((speaker) => {
    const names = new Set(speaker.hasCard ? speaker.aliases.map((alias) => idOfName(alias)) : []);
    const own = (merged.get(speaker.id) ?? []).filter((id) => names.has(id));
    return own.length > 0 ? { ...speaker, formerly: [...speaker.formerly, ...own] } : speaker;
  });
}

/** Says which speakers of published claims are gone, where nothing says what became of them. */
export function sayLostSpeakers(
  content: Content,
  lost: readonly LostSpeaker[],
  speakers: readonly SpeakerRecord[],
): void {
  const file = content.files.find(({ path }) => path.endsWith('addresses.txt')) ?? content.site;
  const merged = new Set(speakers.flatMap(({ formerly }) => formerly));
  for (const { id, claims, heirs } of lost)
    if (!merged.has(id)) complain(file, null, speakerGone(id, claims, heirs.filter(Boolean)));
}
