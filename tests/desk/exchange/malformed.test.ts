import { expect, test } from 'vitest';
import { faultInWords, Malformed } from '../../../src/desk/exchange/foreign.ts';
import { readExchange } from '../../../src/desk/exchange/formats.ts';
import { given } from './archive.ts';

/** What is said of a file that is not in order. */
function faultsOf(path: string, text: string, beside?: string): string[] {
  const others =
    beside === undefined ? [] : [{ path: path.replace(/\.\w+$/, '.txt'), text: beside }];
  try {
    readExchange(given(path, text, others));
  } catch (error) {
    if (error instanceof Malformed) return error.faults.map(faultInWords);
    throw error;
  }
  return expect.fail('the file was read');
}

const XML =
  '<?xml version="1.0"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///c.ecore" xmi:version="2.0">';
const TSV = '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Quote|value\n\n\n#Text=We pay\n';

test.each([
  ['nothing at all', 'a.json', '', /^a\.json: found an empty file, expected one of UIMA CAS XMI/],
  ['something else', 'a.csv', 'a,b\n1,2', /^a\.csv: found `a,b 1,2`, expected one of/],
  [
    'cut short',
    'h.json',
    '{"rows": [{"uri": "x", "target": [',
    /^h\.json, line 1, column \d+: found .*, expected JSON/,
  ],
  [
    'a row of Hypothesis without an address',
    'h.json',
    '{\n"rows": [\n{"id": "a", "target": []},\n{"uri": 3, "target": [{"selector": [{"type": "TextQuoteSelector"}]}]}\n]}',
    /^h\.json, line 3, rows\[0\]\.uri: found nothing, expected the address of the page\. Take the rows/,
  ],
  [
    'a selector without its words',
    'h.json',
    '{"rows":\n [{"uri": "x", "target": [{"selector": [\n{"type": "TextQuoteSelector"}]}]}]}',
    /^h\.json, line 3, rows\[0\]\.target\[0\]\.selector\[0\].*: found nothing, expected/,
  ],
  [
    'an annotation without a target',
    'w.json',
    '[{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"},\n {"type": "Annotation", "target": {"selector": {"type": "TextPositionSelector", "start": 5, "end": 2}}}]',
    /^w\.json, line 1, \[0\]\.target: found nothing, expected/,
  ],
  [
    'a collection whose pages are elsewhere',
    'w.json',
    '{"type": "AnnotationCollection", "first": "https://a.example/1"}',
    /first: found `https:\/\/a\.example\/1`, expected the first page .* give the files of the pages/,
  ],
  [
    'a Recogito annotation that ends before it begins',
    'r.json',
    '[{"id": "a", "bodies": [],\n "target": {"selector": [{"quote": "x", "start": 4, "end": 2}]}}]',
    /^r\.json, line 2, \[0\]\.target\.selector\[0\]: found .*expected an end behind the start|^r\.json, line 2.*: found .*, expected an end/,
  ],
  [
    'XML that is not closed',
    'x.xmi',
    `${XML}<cas:Sofa xmi:id="1">`,
    /^x\.xmi, line \d+, column \d+: found .*well formed/,
  ],
  [
    'a CAS without its text',
    'x.xmi',
    `${XML}<cas:NULL xmi:id="0"/></xmi:XMI>`,
    /^x\.xmi: found no cas:Sofa/,
  ],
  [
    'an offset behind the text',
    'x.xmi',
    `${XML}<c:Quote xmi:id="7" sofa="1" begin="2" end="90"/><cas:Sofa xmi:id="1" sofaString="abc"/></xmi:XMI>`,
    /^x\.xmi, element c:Quote with xmi:id 7: found `begin=2 end=90`, expected offsets within the 3 characters/,
  ],
  [
    'a token of another length',
    'a.tsv',
    `${TSV}1-1\t0-2\tWe\t_\t\n1-2\t3-9\tpay\t_\t\n`,
    /^a\.tsv, line 7: found `pay`, expected a token of 6 characters/,
  ],
  [
    'a column too few',
    'a.tsv',
    `${TSV}1-1\t0-2\tWe\n`,
    /^a\.tsv, line 6: found `0 columns.*`, expected `?1/,
  ],
  [
    'another version',
    'a.tsv',
    '#FORMAT=WebAnno TSV 2.0\n',
    /^a\.tsv, line 1: found `#FORMAT=WebAnno TSV 2\.0`, expected the format/,
  ],
])('%s', (_, path, text, said) => {
  expect(faultsOf(path, text)[0]).toMatch(said);
});

test.each([
  [
    'offsets of other words',
    'T1\tQuote 0 3\tpay\n',
    /^b\.ann, line 1: found `pay`, expected the words at these offsets, `We`/,
  ],
  [
    'offsets behind the text',
    '\nT1\tQuote 0 30\tWe pay\n',
    /^b\.ann, line 2: found `0 30`, expected offsets within the 6 characters/,
  ],
  ['an end before the beginning', 'T1\tQuote 3 2\tx\n', /line 1: found `3 2`/],
  [
    'a relation to nothing',
    'T1\tQuote 0 2\tWe\nR1\tSaidBy Arg1:T1 Arg2:T9\n',
    /line 2: found `SaidBy Arg1:T1 Arg2:T9`/,
  ],
  ['an attribute of nothing', 'A1\tType T7 direct\n', /line 1: found `Type T7 direct`/],
  ['a line of another kind', 'X1\tfoo\n', /line 1: found `X1`, expected an id that begins with T/],
])('brat with %s', (_, text, said) => {
  expect(faultsOf('b.ann', text, 'We pay')[0]).toMatch(said);
});

test('brat without its text', () => {
  expect(faultsOf('b.ann', 'T1\tQuote 0 2\tWe\n')).toEqual([
    'b.ann: found no text beside it, expected the annotated text as b.txt in the same folder. Put the text there; offsets mean nothing without it.',
  ]);
});

test('all faults of a file are named at once', () => {
  expect(
    faultsOf('b.ann', 'T1\tQuote 0 3\tpay\nT2\tQuote 9 12\tx\nX1\ty\n', 'We pay'),
  ).toHaveLength(3);
});
