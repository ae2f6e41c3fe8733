/** Where words stand in their source, and the text about them. */
import { h } from 'preact';
import { figures } from '../../../model/wording.ts';
import type { PlaceInSource } from '../../api.ts';

export const placeInWords = ({ version, line, start, end }: PlaceInSource): string =>
  `version ${version}, line ${line}, characters ${figures(start)} to ${figures(end)}`;

export const PlaceText = ({ place, words }: { place: PlaceInSource; words: string }) =>
  h('p', { class: 'place-text serif quiet' }, [
    `… ${place.before}`,
    h('mark', null, words),
    `${place.after} …`,
  ]);
