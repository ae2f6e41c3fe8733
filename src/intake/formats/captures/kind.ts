/** The beginning of a file, as far as kinds are told by it. */
export interface Sample {
  bytes: Uint8Array;
  /** Each byte as one character: the first 64 kB, without a mark of byte order of UTF-8, and the last. */
  head: string;
  tail: string;
  /** The whole text without a mark of byte order, where the bytes are UTF-8. */
  text: string | null;
}

export interface CaptureKind {
  /** Short and stable: `html`. */
  id: string;
  /** As it stands in a message: "a saved web page (HTML)". */
  name: string;
  matches(sample: Sample): boolean;
  /** Its files are text, and a text may look like one of them. */
  isText: boolean;
  /** Among the sources it is read as the text that it is. */
  isSource?: true;
  /** What a person can do to have the article's text. */
  advice: string;
}

/** A kind that only a text can be; its test is asked of the text without blank lines at its head. */
export const textKind = (
  id: string,
  name: string,
  matches: (text: string) => boolean,
  advice: string,
): CaptureKind => ({
  id,
  name,
  advice,
  isText: true,
  matches: ({ text }) => text !== null && matches(text.replace(/^\s+/, '')),
});
