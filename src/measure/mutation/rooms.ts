/** Which conditions are disabled, and which tests are to notice it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conditionsIn, type Condition } from './conditions.ts';

export const PROJECT = join(import.meta.dirname, '../../..');

const OF_CLAIMS = [
  'tests/engine/{name-marks,turns}.test.ts',
  'tests/engine/model/combine.test.ts',
  'tests/languages/**/*.test.ts',
  'tests/archive/pipeline.test.ts',
];

/**
 * Tests by room: those that judge single claims. Left out are the laws over generated texts, single parts of the
 * tagger, and all that starts commands or builds sites; what only they would notice counts as unnoticed.
 */
export const TESTS = {
  engine: OF_CLAIMS,
  languages: OF_CLAIMS,
  ledger: [
    'tests/ledger/ledger.test.ts',
    'tests/ledger/permanence/{carrying,decisions,frames,words-of-record}.test.ts',
    'tests/archive/pipeline.test.ts',
  ],
} as const;
export type Room = keyof typeof TESTS;
export const ROOMS = Object.keys(TESTS) as Room[];

/** A file of the rooms with its conditions, numbered from `first` throughout the project. */
export interface SourceFile {
  path: string;
  room: Room;
  first: number;
  conditions: Condition[];
}

/** Every file of the rooms that has conditions. */
export function sourceFiles(): SourceFile[] {
  const files: SourceFile[] = [];
  let first = 0;
  for (const room of ROOMS)
    for (const path of globSync(`src/${room}/**/*.ts`, { cwd: PROJECT }).sort()) {
      const conditions = conditionsIn(path, readFileSync(join(PROJECT, path), 'utf8'));
      files.push({ path, room, first, conditions });
      first += conditions.length;
    }
  return files;
}
