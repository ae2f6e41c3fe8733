/** Markdown as the site shows it: the same tree, made safe by the same rules, drawn node by node. */
import { h, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Node {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const drawn = (node: Node, key: number): ComponentChildren => {
  if (node.type === 'text') return node.value ?? '';
  const children = (node.children ?? []).map(drawn);
  if (node.type !== 'element' || !node.tagName) return children;
  const { href } = node.properties ?? {};
  return h(
    node.tagName,
    { key, ...(typeof href === 'string' && { href, rel: 'noreferrer', target: '_blank' }) },
    children,
  );
};

/** The program that reads Markdown is loaded when it is first needed. */
export function Markdown({ text }: { text: string }) {
  const [tree, setTree] = useState<Node | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('../../../site/reading/notes.ts').then(
      ({ noteTree }) => isWanted && setTree(noteTree(text) as Node),
    );
    return () => {
      isWanted = false;
    };
  }, [text]);
  return h('div', { class: 'annotation' }, tree ? drawn(tree, 0) : null);
}
