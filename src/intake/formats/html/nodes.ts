/** Elements, texts and comments of a web page, with their places in the source. Offsets are UTF-16. */
import type { Token } from 'parse5';

const HTML = 'http://www.w3.org/1999/xhtml';

abstract class Child {
  parent: PageElement | null = null;

  placeUnder(parent: PageElement | null): void {
    this.parent = parent;
  }
}

export class PageText extends Child {
  readonly type = 'text';
  readonly value: string;
  /** Offsets in the source, UTF-16. */
  start = -1;
  end = -1;

  constructor(value: string) {
    super();
    this.value = value;
  }

  stand(start: number, end: number): void {
    this.start = start;
    this.end = end;
  }
}

export class PageComment extends Child {
  readonly type = 'comment';
  readonly value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }
}

export class PageElement extends Child {
  readonly type = 'element';
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Token.Attribute[];
  readonly children: PageNode[] = [];
  /** The start tag in the source; -1 for an element that no tag opens. */
  start = -1;
  opened = -1;
  /** The end tag; null where there is none. */
  closed: { start: number; end: number } | null = null;
  /** Whether a style sheet of the page hides it. */
  isHidden = false;

  constructor(name: string, namespace: string = HTML, attributes: Token.Attribute[] = []) {
    super();
    this.name = name;
    this.namespace = namespace;
    this.attributes = attributes;
  }

  get isHtml(): boolean {
    return this.namespace === HTML;
  }

  hide(): void {
    this.isHidden = true;
  }

  open(start: number, end: number): void {
    this.start = start;
    this.opened = end;
  }

  close(start: number, end: number): void {
    this.closed = { start, end };
  }

  add(node: PageNode, before?: PageNode): void {
    const place = before ? this.children.lastIndexOf(before) : -1;
    if (place < 0) this.children.push(node);
    else this.children.splice(place, 0, node);
    node.placeUnder(this);
  }

  remove(node: PageNode): void {
    const place = this.children.lastIndexOf(node);
    if (place >= 0) this.children.splice(place, 1);
    node.placeUnder(null);
  }

  get(name: string): string | null {
    for (const one of this.attributes) if (one.name === name) return one.value;
    return null;
  }
}

export type PageNode = PageElement | PageText | PageComment;
