/** Which conditions are disabled, and which tests are to notice it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conditionsIn, type Condition } from './conditions.ts';

export const PROJECT = join(import.meta.dirname, '../../..');

/** Tests by room; those that start a whole build in another process cannot see a switch. */
export const TESTS = {
  engine: [
    'tests/engine/**/*.test.ts',
    'tests/languages/**/*.test.ts',
    'tests/archive/**/*.test.ts',
  ],
  languages: [
    'tests/engine/**/*.test.ts',
    'tests/languages/**/*.test.ts',
    'tests/archive/**/*.test.ts',
  ],
  ledger: ['tests/ledger/**/*.test.ts', 'tests/archive/**/*.test.ts'],
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
