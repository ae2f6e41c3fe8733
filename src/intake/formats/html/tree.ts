/**
 * The tree of a web page as a browser builds it (parse5), lean, with the place of every element and text in
 * the source. Pieces of text are not joined, so that each stands for one stretch of the source.
 */
import { Parser, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { lastAsked } from '../../../text/last-asked.ts';
import { PageComment, PageElement, PageText, type PageNode } from './nodes.ts';
import { markHidden } from './styles.ts';

/** Why a page is not read: what of it is beyond all measure. */
export interface Excess {
  what: 'nested' | 'attributes' | 'elements';
  most: number;
}

export interface PageTree {
  root: PageElement;
  /** What stands in comments above the page, such as the address it was saved from. */
  comments: string[];
}

/**
 * What no article comes near: a browser itself ends nesting at 512 elements. Beyond them a parser's work
 * grows with the square of what a page holds.
 */
const MOST = { nested: 512, attributes: 4000, elements: 400_000 } as const;
/** Characters that are handed to the parser at once; attributes are counted in between. */
const AT_ONCE = 16_384;

class TooMuch extends Error {
  readonly excess: Excess;
  constructor(what: Excess['what']) {
    super(what);
    this.excess = { what, most: MOST[what] };
  }
}

/** The tree of a page, or what it has too much of. The last answer is remembered. */
export const parsePage = lastAsked((source: string): PageTree | Excess => {
  try {
    return parsed(source);
  } catch (error) {
    if (error instanceof TooMuch) return error.excess;
    throw error;
  }
});

type Types = TreeAdapterTypeMap<
  PageNode,
  PageElement,
  PageNode,
  PageElement,
  PageElement,
  PageElement,
  PageComment,
  PageText,
  PageElement,
  PageComment
>;

function adapter(): TreeAdapter<Types> {
  let elements = 0;
  const templates = new Map<PageElement, PageElement>();
  const create = (name: string, namespace?: string, attributes?: Token.Attribute[]) => {
    if (++elements > MOST.elements) throw new TooMuch('elements');
    return new PageElement(name, namespace, attributes);
  };
  return {
    createDocument: () => create('#document'),
    createDocumentFragment: () => create('#fragment'),
    createElement: create,
    createCommentNode: (value) => new PageComment(value),
    createTextNode: (value) => new PageText(value),
    appendChild: (parent, node) => {
      parent.add(node);
    },
    insertBefore: (parent, node, before) => {
      parent.add(node, before);
    },
    insertText: (parent, value) => {
      parent.add(new PageText(value));
    },
    insertTextBefore: (parent, value, before) => {
      parent.add(new PageText(value), before);
    },
    setTemplateContent: (template, content) => {
      templates.set(template, content);
    },
    getTemplateContent: (template) => templates.get(template) ?? template,
    setDocumentType: () => undefined,
    setDocumentMode: () => undefined,
    getDocumentMode: () => 'no-quirks' as ReturnType<TreeAdapter<Types>['getDocumentMode']>,
    detachNode: (node) => node.parent?.remove(node),
    adoptAttributes(recipient, attributes) {
      for (const one of attributes)
        if (recipient.get(one.name) === null) recipient.attributes.push(one);
    },
    getFirstChild: (node) => node.children[0] ?? null,
    getChildNodes: (node) => node.children,
    getParentNode: (node) => node.parent,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.name,
    getNamespaceURI: (element) =>
      element.namespace as ReturnType<TreeAdapter<Types>['getNamespaceURI']>,
    getTextNodeContent: (node) => node.value,
    getCommentNodeContent: (node) => node.value,
    getDocumentTypeNodeName: () => 'html',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is PageText => node.type === 'text',
    isCommentNode: (node): node is PageComment => node.type === 'comment',
    isDocumentTypeNode: (node): node is PageComment => node.type === 'comment' && isNever,
    isElementNode: (node): node is PageElement => node.type === 'element',
    // asked whether an element has a place whose end is still to be noted; a text has its place at once
    getNodeSourceCodeLocation: (node) =>
      node.type === 'element' && node.start >= 0 ? SOMEWHERE : null,
    setNodeSourceCodeLocation(node, location) {
      if (!location) return;
      if (node.type === 'text') node.stand(location.startOffset, location.endOffset);
      else if (node.type === 'element') node.open(location.startOffset, location.endOffset);
    },
    updateNodeSourceCodeLocation(node, { endTag }) {
      if (node.type === 'element' && endTag) node.close(endTag.startOffset, endTag.endOffset);
    },
  };
}

const isNever = false;
const SOMEWHERE = {} as Token.ElementLocation;

class PageParser extends Parser<Types> {
  override onItemPush(node: PageElement, tag: number, isTop: boolean): void {
    if (this.openElements.stackTop > MOST.nested) throw new TooMuch('nested');
    super.onItemPush(node, tag, isTop);
  }

  /** Attributes of the tag that is being read. */
  get attributesRead(): number {
    const { currentToken } = this.tokenizer as unknown as {
      currentToken: { attrs?: readonly unknown[] } | null;
    };
    return currentToken?.attrs?.length ?? 0;
  }
}

function parsed(source: string): PageTree {
  const parser = new PageParser({ treeAdapter: adapter(), sourceCodeLocationInfo: true });
  for (let at = 0; at < source.length; at += AT_ONCE) {
    parser.tokenizer.write(source.slice(at, at + AT_ONCE), false);
    if (parser.attributesRead > MOST.attributes) throw new TooMuch('attributes');
  }
  parser.tokenizer.write('', true);
  const root = parser.document;
  markHidden(root);
  const comments: string[] = [];
  const html = root.children.find(({ type }) => type === 'element');
  for (const node of [...root.children, ...(html?.type === 'element' ? html.children : [])])
    if (node.type === 'comment') comments.push(node.value);
  return { root, comments };
}
