/**
 * What a page compiled by Astro calls while it is rendered, in one pass and without waiting: Astro's own
 * runtime keeps promises, streams and islands ready for pages that need them, and an archive's pages,
 * which are many, need none. Escaping and attributes are Astro's own functions; `npm test` compares
 * every kind of page with what `astro build` makes of it, byte for byte.
 */
import {
  addAttribute,
  escapeHTML,
  HTMLString,
  markHTMLString,
  spreadAttributes,
  unescapeHTML,
  voidElementNames,
} from 'astro/runtime/server/index.js';

/** Markup that a page or a part of one has become. */
type Markup = InstanceType<typeof HTMLString>;
type Props = Record<string, unknown>;
type Slot = (result: Result) => unknown;
type Slots = Record<string, Slot>;

/** What a page's head gets beside what its layout writes: the styles and scripts that were bundled. */
export interface Bundled {
  /** Markup at the end of the head. */
  styles: string;
  /** Markup of a `<script src>` that a component has, by the compiler's name for it. */
  script(name: string): string;
}

/** State of one page that is being rendered. */
interface Result {
  bundled: Bundled;
  params: Record<string, string | undefined>;
  scripts: Set<string>;
  createAstro(props: Props, slots: Slots): object;
}

export type Component = (result: Result, props: Props, slots: Slots) => Markup;

const markup = (text: string): Markup => new HTMLString(text);

/** A value within a template, as the text of a page; `''` for what shows nothing. */
function written(value: unknown): string {
  if (typeof value === 'string') return escapeHTML(value);
  if (value instanceof HTMLString) return value.toString();
  if (!value && value !== 0) return '';
  if (Array.isArray(value)) {
    let text = '';
    for (const one of value) text += written(one);
    return text;
  }
  if (typeof value === 'number') return String(value);
  if (typeof value === 'function') return written((value as () => unknown)());
  if (value instanceof Promise)
    throw new Error('A page waits for something; pages are rendered in one pass.');
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  throw new Error('A page shows an object, expected words or parts of the page.');
}

/** The tag of every template. */
export function render(strings: readonly string[], ...values: unknown[]): Markup {
  let text = strings[0] ?? '';
  for (let i = 0; i < values.length; i++) text += written(values[i]) + strings[i + 1];
  return markup(text);
}

export const createComponent = (component: Component): Component => component;

export function renderComponent(
  result: Result,
  name: string,
  component: Component | string,
  props: Props,
  slots: Slots = {},
): Markup {
  // `Fragment` is a mark of the compiler's, not a function.
  if (component === (Fragment as unknown)) return renderSlot(result, slots.default);
  if (typeof component === 'string') return renderElement(result, component, props, slots);
  if (typeof component !== 'function') throw new Error(`<${name}> is no component of the site`);
  return component(result, props, slots);
}

/** A tag whose name a page computes: `<piece.Tag>`. */
function renderElement(result: Result, tag: string, props: Props, slots: Slots): Markup {
  const inside = Object.values(slots).reduce((text, slot) => text + written(slot(result)), '');
  const end = inside === '' && voidElementNames.test(tag) ? '/>' : `>${inside}</${tag}>`;
  return markup(`<${tag}${written(spreadAttributes(props, tag))}${end}`);
}

export const renderSlot = (result: Result, slot?: Slot, fallback?: unknown): Markup =>
  markup(written(slot ? slot(result) : fallback));

export const Fragment = Symbol.for('astro:fragment');

/** Styles stand at the end of the head, whichever part of the page wants them. */
export const renderHead = (result: Result): Markup => markup(result.bundled.styles);
/** Only a page without a head of its own would need it here. */
export const maybeRenderHead = (): string => '';

/** A component that stands twice on a page brings its script once. */
export function renderScript(result: Result, name: string): Markup {
  if (result.scripts.has(name)) return markup('');
  result.scripts.add(name);
  return markup(result.bundled.script(name));
}

export const createAstro = (): undefined => undefined;

/** One page as text. */
export function renderPage(
  page: Component,
  { props, params, bundled }: { props: Props; params: Result['params']; bundled: Bundled },
): string {
  const result: Result = {
    bundled,
    params,
    scripts: new Set(),
    createAstro: (own, slots) => ({ props: own, slots, params }),
  };
  return `<!DOCTYPE html>${page(result, props, {}).toString()}`;
}

/** The compiler's list of a module's imports, which only Astro's own build reads. */
export const createMetadata = (): undefined => undefined;

export { addAttribute, markHTMLString, spreadAttributes, unescapeHTML };
