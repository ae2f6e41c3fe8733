/** Conditions of a source file that can be disabled one at a time, so that they have no say. */
import ts from 'typescript';

export interface Condition {
  /** Offsets in UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
  /** From 1. */
  line: number;
  text: string;
  /** What stands in its place: true beside `&&`, else false. */
  without: boolean;
}

/**
 * Operands of `&&` and `||`, and what an `if` or a `?:` asks. Conditions of loops are left out:
 * without them nothing ends.
 */
export function conditionsIn(path: string, source: string): Condition[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: Condition[] = [];
  const add = (node: ts.Node, without: boolean) => {
    const start = node.getStart(file);
    const end = node.getEnd();
    const { line } = file.getLineAndCharacterOfPosition(start);
    found.push({ start, end, line: line + 1, text: source.slice(start, end), without });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && !operator(node.expression)) add(node.expression, false);
    if (ts.isConditionalExpression(node) && !operator(node.condition)) add(node.condition, false);
    const logic = ts.isBinaryExpression(node) ? operator(node) : null;
    if (logic)
      for (const side of [logic.left, logic.right])
        if (!operator(side)) add(side, logic.operatorToken.kind === AND);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

const AND = ts.SyntaxKind.AmpersandAmpersandToken;

/** The node as `a && b` or `a || b`, also in brackets; null for any other. */
function operator(node: ts.Node): ts.BinaryExpression | null {
  if (ts.isParenthesizedExpression(node)) return operator(node.expression);
  if (!ts.isBinaryExpression(node)) return null;
  const { kind } = node.operatorToken;
  return kind === AND || kind === ts.SyntaxKind.BarBarToken ? node : null;
}

/**
 * The source with a switch at each of the conditions, which are numbered from `first`: the function
 * `globalThis.hasSay` hears the number, and says whether the condition has a say.
 */
export function withSwitches(
  source: string,
  conditions: readonly Condition[],
  first: number,
): string {
  const inserts = conditions.flatMap(({ start, end, without }, i) => [
    { at: start, rank: i, text: `(!globalThis.hasSay(${first + i}) ? ${without} : ` },
    // Of brackets that close at one place the innermost comes first.
    { at: end, rank: -conditions.length - i, text: ')' },
  ]);
  inserts.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let made = '';
  let from = 0;
  for (const { at, text } of inserts) {
    made += source.slice(from, at) + text;
    from = at;
  }
  return made + source.slice(from);
}
