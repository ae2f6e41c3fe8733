/** What became of an article's claims from its first version to the newest. */
import type { Archive } from '../../archive/query.ts';
import { speakerName, type Fate, type Status } from '../../model/wording.ts';
import { movedInWords } from '../reading/version-words.ts';
import { carriedIn } from './versions.ts';

/** What the words met in a newer version, and what the claim is today: two things, and each row tells both. */
export interface ClaimThrough {
  id: string;
  /** Null where it was decided while the words stood. */
  fate: Fate | null;
  status: Status;
  words: string | null;
  speaker: string | null;
  note: string | null;
}

/** Claims that stand today, then those whose address leads elsewhere or to a reason. */
export const claimsThrough = (archive: Archive, article: string): ClaimThrough[] => [
  ...carriedIn(article).map(({ id, fate, places }): ClaimThrough => {
    const claim = archive.claim(id);
    const [now, before] = places;
    return {
      id,
      fate,
      status: 'live',
      words: claim?.text ?? now?.words ?? '',
      speaker: claim ? speakerName(claim) : null,
      note: now && before ? movedInWords(now, before) : null,
    };
  }),
  ...archive.addresses
    .filter((one) => one.article === article && one.path.startsWith('claims/'))
    .map(({ path, fate = null, status = 'withdrawn', words, speaker, reason }): ClaimThrough => ({
      id: path.split('/')[1] ?? '',
      fate,
      status,
      words,
      speaker: words ? (speaker ?? 'Speaker not named') : null,
      note: reason,
    })),
];
