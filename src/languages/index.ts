/** The languages whose texts can be read: one pack each. A new language is a folder here and a line in this list. */
import type { LanguagePack } from '../engine/pack.ts';
import { english } from './en/index.ts';

export const PACKS: readonly LanguagePack[] = [english];

/** The pack for a language tag (BCP 47): that of `en` for `en-GB`; null where there is none. */
export function packFor(tag: string): LanguagePack | null {
  const [code] = tag.toLowerCase().split('-');
  return PACKS.find((pack) => pack.code === code) ?? null;
}
