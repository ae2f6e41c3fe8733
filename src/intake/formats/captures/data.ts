import { textKind, type CaptureKind } from './kind.ts';

const EACH = 'Save the text of each article as a `.txt` file of its own.';

/**
 * What programs write before data: remarks, marks against its being run, a name it is given, a function it
 * is handed to, the mark of a record.
 */
const BEFORE =
  /^(?:\s|\x1e|\/\/[^\r\n]*(?:[\r\n]|$)|\/\*(?:[^*]|\*(?!\/)){0,2000}\*\/|\)\]\}',?|(?:while|for)\s?\((?:1|;;)\);|(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.]{0,80}\s*=\s*(?=[[{])|export\s+default\s*(?=[[{])|[A-Za-z_$][\w$.]{0,80}\((?=\s*[[{]))/;

/** The data themselves: what stands before them is gone, and what closes it. */
function data(text: string): string {
  let rest = text;
  for (let times = 0; times < 40; times++) {
    const [before = ''] = BEFORE.exec(rest) ?? [];
    if (before === '') break;
    rest = rest.slice(before.length);
  }
  return rest === text ? text : rest.replace(/\s*\)?\s*;?\s*$/, '');
}

const PAIR = /^\[?\s*\{\s*"(?:[^"\\\n]|\\.){1,80}"\s*:\s*[["{\d\-tfn]/;
/** Dictionaries and lists of Python, and objects of JavaScript whose names stand bare. */
const OF_PROGRAM =
  /^\[?\s*\{\s*u?'(?:[^'\\\n]|\\.){1,80}'\s*:\s*(?:u?['"]|[[{(\d-]|True|False|None)|^\[\s*u?'(?:[^'\\\n]|\\.){0,2000}'\s*,\s*u?['"]/;
const BARE_NAME = /^\[?\s*\{\s*[A-Za-z_$][\w$]{0,60}\s*:\s*(?:['"`[{\d-]|true|false|null)/;

/** Data, not words that happen to be valid: a text may be nothing but one quotation, or begin with a brace. */
function isJson(text: string): boolean {
  const words = data(text);
  if (PAIR.test(words) || OF_PROGRAM.test(words)) return true;
  if (!/^[[{]/.test(words)) return false;
  if (BARE_NAME.test(words) && /[\]}]\s*$/.test(words)) return true;
  const value = parsed(words);
  return Array.isArray(value)
    ? value.some((item) => typeof item !== 'number')
    : value !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A number in brackets alone may be a note's. */
const isRecord = (line: string): boolean => {
  const value = parsed(line);
  return Array.isArray(value)
    ? value.length > 1 || value.some((item) => typeof item !== 'number')
    : typeof value === 'object';
};

function isJsonLines(text: string): boolean {
  const words = data(text);
  if (!/^[[{]/.test(words)) return false;
  const lines = words
    .split(/[\r\n\x1e]+/, 6)
    .filter((line) => line.trim() !== '')
    .slice(0, 2);
  return lines.length > 1 && lines.every(isRecord);
}

export const dataKinds: readonly CaptureKind[] = [
  textKind('jsonl', 'data (JSON Lines)', isJsonLines, EACH),
  textKind('json', 'data (JSON, or objects of a program)', isJson, EACH),
];
