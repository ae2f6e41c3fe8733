/** Which texts of the archive are nearly the same as one that is taken in. */
import { isWebPage } from '../../intake/formats/captures/markup.ts';
import { proseOfPage } from '../../intake/formats/html/prose.ts';
import { decoded } from '../../text/decoding.ts';
import { nearness, sketchOf, type Sketch } from '../../text/near.ts';
import type { Held } from './holdings.ts';

/** From this share of common runs of words on, two texts are copies of one another. */
const NEARLY = 0.4;
/** Runs of words below which nothing is told by what two texts share. */
const FEWEST = 30;

/** What is compared of a text: of a page its running text, since its menus and styles are those of its site. */
const wordsOf = (text: string): string => (isWebPage(text) ? proseOfPage(text) : text);

/** The texts of an archive, by what stands for them. Each is looked at once, when first asked. */
export class NearCopies {
  private readonly sketches = new Map<string, { article: string; sketch: Sketch }>();
  /** Names of texts by each number of their sketches. */
  private readonly byNumber = new Map<number, string[]>();

  /** Adds a text of the archive. */
  add({ name, article, bytes }: Pick<Held, 'name' | 'article' | 'bytes'>): void {
    if (this.sketches.has(name)) return;
    const sketch = sketchOf(wordsOf(decoded(bytes()) ?? ''));
    this.sketches.set(name, { article, sketch });
    for (const number of sketch) {
      const names = this.byNumber.get(number);
      if (names) names.push(name);
      else this.byNumber.set(number, [name]);
    }
  }

  /** The other articles that are nearly the same as a text, with the share of common runs, the nearest first. */
  of(article: string, text: string): { article: string; share: number }[] {
    const sketch = sketchOf(wordsOf(text));
    if (sketch.length < FEWEST) return [];
    const names = new Set(sketch.flatMap((number) => this.byNumber.get(number) ?? []));
    const best = new Map<string, number>();
    for (const name of names) {
      const other = this.sketches.get(name);
      if (!other || other.article === article) continue;
      const share = nearness(sketch, other.sketch);
      if (share >= NEARLY) best.set(other.article, Math.max(share, best.get(other.article) ?? 0));
    }
    return [...best]
      .map(([near, share]) => ({ article: near, share }))
      .sort((a, b) => b.share - a.share || (a.article < b.article ? -1 : 1));
  }
}
