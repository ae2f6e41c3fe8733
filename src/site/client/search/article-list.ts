/** Articles come second, and are asked for when their place comes into view. */
import { asksNothing } from '../../../search/query.ts';
import { count } from '../../../model/wording.ts';
import { byId, make } from './dom.ts';
import type { Answer } from './engine.ts';
import { articleRow } from './rows.ts';
import { button, type View } from './view.ts';

const ARTICLES = 3;
const MORE_ARTICLES = 50;

export interface ArticleList {
  /** Shows the articles of an answer; `none` says that no claim was found. */
  show(answer: Answer, none: boolean): void;
  hide(): void;
}

/** Fills the page's list of articles. */
export function articleList(view: View): ArticleList {
  const section = byId('articles');
  const list = byId('article-list');
  /** A reader who asked for articles once gets them with every search. */
  let wanted = false;
  /** The answer whose articles are shown: a late one does not overwrite a newer one. */
  let current: Answer | null = null;
  let onSight = () => {};
  const watcher = new IntersectionObserver((entries) => {
    // A large archive's articles are asked for by hand only: their index is large too.
    const isSeen = entries.some(({ isIntersecting }) => isIntersecting);
    if (!isSeen || view.engine.manifest.bundles.length > 1) return;
    watcher.disconnect();
    onSight();
  });

  const ask = async (answer: Answer, most: number) => {
    wanted = true;
    list.setAttribute('aria-busy', 'true');
    try {
      const { list: found, all } = await view.engine.articles(answer, most);
      if (answer !== current) return;
      const rows = found.map((one) => articleRow(view.root, one, answer.terms));
      list.replaceChildren(
        rows.length > 0
          ? make('ol', { class: 'rows' }, ...rows)
          : make('p', {}, 'No article has these words.'),
        all > found.length && most < MORE_ARTICLES
          ? asking(answer, MORE_ARTICLES, `All ${count(all, 'article')}`)
          : '',
      );
    } catch (reason) {
      console.error(reason);
      if (answer === current)
        list.replaceChildren(make('p', {}, 'The articles could not be searched.'));
    } finally {
      list.removeAttribute('aria-busy');
    }
  };
  const asking = (answer: Answer, most: number, label: string) =>
    make(
      'p',
      {},
      button('btn solo', () => ask(answer, most), label),
    );

  return {
    show(answer, none) {
      const asks = !asksNothing(answer.query);
      current = answer;
      section.hidden = !asks;
      list.replaceChildren();
      if (!asks) return;
      if (none || wanted) {
        void ask(answer, ARTICLES);
        return;
      }
      list.replaceChildren(asking(answer, ARTICLES, 'Search the whole text of the articles'));
      watcher.disconnect();
      onSight = () => {
        if (answer === current) void ask(answer, ARTICLES);
      };
      watcher.observe(section);
    },
    hide() {
      current = null;
      section.hidden = true;
    },
  };
}
