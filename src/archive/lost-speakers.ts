/** Speakers whose page is gone while their claims are live. */
import { complain, speakerGone } from '../model/messages.ts';
import type { ArticleRecord, SpeakerRecord } from '../model/records.ts';
import { grouped } from '../text/grouped.ts';
import type { Content } from './content.ts';

/** Says which speakers of published claims are gone, where nothing says what became of them. */
export function sayLostSpeakers(
  content: Content,
  articles: readonly ArticleRecord[],
  speakers: readonly SpeakerRecord[],
): void {
  const formerly = articles.flatMap((article) => article.formerly);
  const isOfFormer = (id: string) => formerly.some((old) => id.endsWith(`-in-${old}`));
  const known = new Set(speakers.flatMap((speaker) => [speaker.id, ...speaker.formerly]));
  for (const decision of content.decisions)
    if ('address' in decision) known.add(/^speakers\/([^/]+)\/$/.exec(decision.address)?.[1] ?? '');
  const now = new Map(
    articles.flatMap(({ claims }) => claims.map(({ id, speaker }) => [id, speaker?.id] as const)),
  );
  const lost = grouped(
    [...content.ledger.values()].flat().flatMap(({ id, speaker }) => {
      const isLost = speaker && now.has(id) && !known.has(speaker.id) && !isOfFormer(speaker.id);
      return isLost ? [[speaker.id, id] as const] : [];
    }),
  );
  const file = content.files.find(({ path }) => path.endsWith('addresses.txt')) ?? content.site;
  for (const [id, claims] of lost) {
    const heirs = new Set(claims.flatMap((claim) => now.get(claim) ?? []));
    complain(file, null, speakerGone(id, claims, [...heirs]));
  }
}
