/** The front door of `rules/`. */
export type { Draft, Lead, Mention, ParagraphClaims } from '../../engine/draft.ts';
export * from './rules/index.ts';
