/** Draws pictures one after another, each into its place and among the kept ones. */
import { openStudio } from '../../publish/share/draw.ts';
import { workingOn } from '../../text/fault.ts';
import { loadFont } from '../../site/data/share-fonts.ts';
import { keepPicture, placePicture, type Job } from './kept.ts';

export function drawAll(jobs: readonly Job[], cache: string): void {
  const draw = openStudio(loadFont);
  for (const { kept, target, picture } of jobs) {
    const bytes = workingOn(target, () => draw(picture));
    placePicture(target, bytes);
    keepPicture(cache, kept, bytes);
  }
}
