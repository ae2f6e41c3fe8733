/** A page in a language of which nothing is known: no line says anything but its marks and its place. */
import type { DateReader, FrameReader, PageReader } from './language.ts';

export const plainPage: PageReader = {
  boilerplate: ({ blocks }) => blocks.map(() => null),
  filing: () => null,
  isOpinionLabel: () => false,
  dateLine: () => null,
  fullDate: () => undefined,
  isByline: () => false,
  authors: () => null,
  desk: () => null,
  interviewer: () => null,
  personAndOutlet: () => null,
  namesIn: (line) => [line],
  isPersonName: () => false,
  isNameAlone: () => false,
  isCalling: () => false,
  isSectionName: () => false,
  isOutletName: () => false,
  isOutletAlone: () => false,
  isCredit: () => false,
  isSpeakerLabel: () => false,
  leadsIn: () => false,
  placeLine: () => null,
  rightsHolder: () => null,
  answersAlone: () => false,
  authorIn: () => null,
  outletIn: () => null,
};

export const plainDates: DateReader = {
  printed: () => [],
  isOfPrinting: () => false,
  isPartOfName: () => false,
  governs: () => false,
  goesOn: () => true,
};

/** Where nothing is known of words, each may decide, and none is a slip of another. */
export const plainFrames: FrameReader = {
  decides: () => true,
  isOptional: () => false,
  isAbbreviated: () => false,
  isKnownWord: () => true,
  oneSpelling: (word) => word,
};
