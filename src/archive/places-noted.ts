/**
 * Where in its capture a claim stands, as far as the source itself notes it: the page, by the form feeds
 * that part pages, and the time, by the marks at the heads of lines: `[00:12:31]`.
 */
import type { ClaimRecord, Part } from '../model/records.ts';
import { at } from '../text/certain.ts';
import { countBefore } from '../text/bisect.ts';

const FORM_FEED = /\f/g;
const TIME = /^[^\S\n]*\[(\d{1,2}(?::[0-5]\d){1,2})(?:[.,]\d{1,3})?\]/gm;
/** `[12:31]` may be a time of day; where the first of them begins with nought, they count from the beginning. */
const FROM_NOUGHT = /^0?0:\d\d$/;

type Noted = Pick<ClaimRecord, 'page' | 'time'>;

/** Gives the page and time of the parts of a claim; neither where the source notes none. */
export function placesNoted(source: string): (parts: readonly Part[]) => Noted {
  const pages = source.includes('\f') ? offsetsOf(source, FORM_FEED) : [];
  const times = source.includes('[') ? timesIn(source) : [];
  if (pages.length === 0 && times.length === 0) return () => ({});
  return ([part]) => {
    if (!part) return {};
    const before = countBefore(times.length, (i) => at(times, i).index <= part.start);
    return {
      ...(pages.length > 0 && {
        page: 1 + countBefore(pages.length, (i) => at(pages, i) <= part.start),
      }),
      ...(before > 0 && { time: inFull(at(times, before - 1)[1] ?? '') }),
    };
  };
}

const offsetsOf = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index);

/** The marks of a recording's times; one alone may be anything. */
function timesIn(source: string): RegExpExecArray[] {
  const marks = [...source.matchAll(TIME)];
  const [first] = marks;
  if (!first || marks.length < 2) return [];
  const isShort = ({ 1: time = '' }: RegExpExecArray) => time.split(':').length === 2;
  return FROM_NOUGHT.test(first[1] ?? '') ? marks : marks.filter((mark) => !isShort(mark));
}

/** `1:02:03` and `2:03` as `01:02:03` and `00:02:03`. */
const inFull = (time: string): string =>
  (time.split(':').length === 2 ? `0:${time}` : time)
    .split(':')
    .map((digits) => digits.padStart(2, '0'))
    .join(':');
