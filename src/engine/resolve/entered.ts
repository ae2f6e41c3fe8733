/** What the cast of an article is told, and what it tells of names. */
import type { Gender, Office } from '../pack.ts';
import type { Entity } from '../types.ts';

/** A speaker known beforehand, with other spellings of the name. */
export interface Known {
  name: string;
  aliases: readonly string[];
}

/** Where somebody is named; the index is an entity's, below zero where several have the name. */
export interface NamedPlace {
  start: number;
  end: number;
  index: number;
  paragraph: number;
  /** On a line that is no running text: a heading, a byline. */
  onLine: boolean;
}

/** What a name was taken for: an entity's index; below zero (-1 - index) where it fits several. */
export interface Entered {
  index: number;
  /** Whether the name has more than one word. */
  full: boolean;
}

/** Somebody or something with a name. */
export interface Person {
  entity: Entity;
  keys: readonly string[];
  gender: Gender;
  /** Small-letter words of roles and titles printed beside the name. */
  roles: Set<string>;
  /** Whether what somebody is stands before the name: "director Ann Lee". */
  isCalled: boolean;
  /** The sex of whose relative they are, where nothing but the whole name beside that has named them: "her son, Ann Lee". */
  relativeOf: Gender | undefined;
  /** The same, each role by itself. */
  offices: Map<string, Office[]>;
}
