/** Lines of a page in English that are about the article, and lines that are not. */
import type { PageReader } from '../language.ts';
import { findBoilerplate } from './boilerplate.ts';
import { headLines } from './page/head-lines.ts';
import { otherPages } from './page/other-pages.ts';
import { placeLine } from './page/place-line.ts';
import { tailLines } from './page/tail-lines.ts';
import { timesTold } from './page/times-told.ts';

export const pageReader: PageReader = {
  boilerplate: findBoilerplate,
  ...headLines,
  ...otherPages,
  placeLine,
  ...tailLines,
  ...timesTold,
};
