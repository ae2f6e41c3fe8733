/** What the cast of an article is told, and what it tells of names. */

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
