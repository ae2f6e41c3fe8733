/** The versions of one source, each made ready to be searched when a stage first asks for it. */
import { frameReaderFor } from '../../languages/index.ts';
import { certain } from '../../text/certain.ts';
import { codePoints, type CodePoints } from '../../text/offsets.ts';
import { indexed, type Indexed } from '../indexed.ts';
import type { SourceText } from './contract.ts';

export interface Sources {
  readonly newest: SourceText;
  /** Between UTF-16 units and code points of the newest version. */
  readonly points: CodePoints;
  /** A row that stands in the newest version says since when by this. */
  readonly since: string;
  /** The version of this number; throws where there is none. */
  indexed(version: number): Indexed;
}

/** `versions` are in any order, at least one; `language`: tag of the newest. */
export function sourcesOf(versions: readonly SourceText[], language: string): Sources {
  const newest = versions.reduce((a, b) => (b.version > a.version ? b : a));
  const made = new Map<number, Indexed>();
  return {
    newest,
    points: codePoints(newest.text),
    since: `version ${newest.version}`,
    indexed: (version) => {
      const known = made.get(version);
      if (known) return known;
      const source = versions.find((one) => one.version === version);
      const { text } = certain(source, 'rows stand in versions that are there');
      const fresh = indexed(text, frameReaderFor(language));
      made.set(version, fresh);
      return fresh;
    },
  };
}
