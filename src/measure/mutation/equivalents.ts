/** Conditions without which every text gives the same, so that no test can notice. */
import type { Condition } from './conditions.ts';

interface Equivalent {
  path: string;
  /** The condition as it is written. */
  text: string;
  /** Why nothing but speed depends on it. */
  reason: string;
}

const EQUIVALENTS: readonly Equivalent[] = [];

/** Whether the condition only saves time. */
export function isEquivalent(path: string, { text }: Condition): boolean {
  return EQUIVALENTS.some((one) => one.path === path && one.text === text);
}
