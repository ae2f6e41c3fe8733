/** What a further thread runs that drafts articles: archives as plain data in, drafts as JSON out. */
import { VFile } from 'vfile';
import { draftToKeep, type DraftTask } from '../../archive/drafting.ts';
import type { Calibration } from '../../archive/calibration.ts';
import type { SpeakerIndex } from '../../archive/identify.ts';
import { readCard } from '../../intake/cards/read.ts';
import { ArticleCard } from '../../intake/cards/schema.ts';
import { answerTasks } from '../threads/in-order.ts';

/** What all articles are drafted with. */
export interface GivenToDraft {
  index: SpeakerIndex;
  siteLanguage: string | undefined;
  calibration: Calibration | null | undefined;
}

/** A file as it was read. */
type Bytes = Pick<VFile, 'path' | 'value'>;

/** An article as plain data. */
export interface ArticleToDraft extends Pick<DraftTask, 'article' | 'versions'> {
  file: Bytes;
  card: Bytes | null;
}

answerTasks(
  (given: GivenToDraft) => (articles: readonly ArticleToDraft[]) =>
    articles.map(({ article, versions, file, card }) =>
      JSON.stringify(
        draftToKeep(
          {
            article,
            versions,
            file: new VFile({ ...file }),
            // It was in order when it was read before.
            card: card && readCard(new VFile({ ...card }), ArticleCard),
          },
          { ...given, calibration: given.calibration ?? null },
        ),
      ),
    ),
);
