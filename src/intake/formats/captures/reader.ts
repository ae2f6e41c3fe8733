/** What a reader of captures is handed and gives back. Readers are pure: bytes in, texts to take in out. */
import type { Capture } from '../../../model/records.ts';
import type { Facts } from './facts.ts';
import type { Mapping } from './mapping.ts';

/** A text that a capture holds, to be taken in as a source. */
export interface TakenText {
  /** Of which the address of its article is made; empty where the title is to make it. */
  stem: string;
  extension: 'txt' | 'md' | 'html';
  bytes: Uint8Array;
  facts: Facts;
  /** Which file it was taken from, and which part of it. */
  capture: Omit<Capture, 'kept'>;
  /** What is kept beside the source: the file, or that part of it. */
  keep: { bytes: Uint8Array; extension: string };
  /** What was left out or done to it, in whole sentences. */
  notes: readonly string[];
}

/** Why nothing of a capture is taken in, as half a sentence, and what to do instead. */
export interface Refused {
  refused: string;
  remedy: string;
  /** What it holds that may be asked for, a line each. */
  holds?: readonly string[];
}

export interface Taken {
  texts: readonly TakenText[];
  /** What is to be said of the capture as a whole. */
  notes: readonly string[];
  /** What of it is not taken, each with the reason. */
  left: readonly { part: string; why: string }[];
}

export type Reading = Taken | Refused;

/** What the person who takes captures in has said. */
export interface Asked {
  /** Addresses of the pages of a web archive that are wanted. */
  pages: readonly string[];
  /** Every page of a web archive that is an article by its looks. */
  allArticles: boolean;
  /** Which column or field of an export is what. */
  mapping: Mapping;
}

/** A capture as it was given, or what was packed in it. */
export interface Given {
  /** The name of its file, without what says that it was packed. */
  name: string;
  bytes: Uint8Array;
  /** The file as it was given: what stands in the record of a text that is taken from it. */
  file: Pick<Capture, 'kind' | 'name' | 'sha256' | 'bytes'>;
  /** What is kept where the whole file holds one text. */
  whole: TakenText['keep'];
  /** What was done to the file before it could be read, in whole sentences. */
  notes: readonly string[];
  /** Decoded, where it is text. */
  text: string | null;
  /** Reads a file within it, such as one attached to a mail, if its kind is known; files within that are not read. */
  open?: (name: string, bytes: Uint8Array) => Promise<Reading | null>;
}

/**
 * Reads captures of one kind. Time and memory are bounded by the size of the capture and by `LIMITS`. What is
 * damaged, encrypted or empty is refused; a reader throws `Damaged` for that anywhere.
 */
export type CaptureReader = (given: Given, asked: Asked) => Promise<Reading> | Reading;

/** A capture that cannot be read; the message is half a sentence that says why. */
export class Damaged extends Error {
  override name = 'Damaged';
  readonly remedy: string;

  constructor(why: string, remedy = 'Capture it once more, or take in its text as a `.txt` file.') {
    super(why);
    this.remedy = remedy;
  }
}

/** Bounds that no capture may pass, whatever it says of itself. */
export const LIMITS = {
  /** Bytes of a capture. */
  capture: 200_000_000,
  /** Bytes that one packed file may unpack to. */
  unpacked: 64_000_000,
  /** Bytes that all packed files of one capture may unpack to. */
  together: 256_000_000,
  /** Files in an archive, records of a web archive, rows of an export, messages of a mailbox. */
  entries: 50_000,
  /** Pages of a PDF. */
  pages: 3000,
  /** Elements, objects and parts within one another. */
  depth: 200,
} as const;
