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
    'a token that its sentence has otherwise',
    'a.tsv',
    `${TSV}1-1\t0-2\tHe\t_\t\n1-2\t3-6\tpay\t_\t\n`,
    /^a\.tsv, line 6: found `He`, expected the words at its offsets in the sentence, `We`/,
  ],
  [
    'a number that is not closed',
    'a.tsv',
    `${TSV}1-1\t0-2\tWe\ta[1\t\n1-2\t3-6\tpay\t_\t\n`,
    /^a\.tsv, line 6: found `a\[1`, expected a value with its number closed/,
  ],
  [
    'a relation from no token',
    'a.tsv',
    '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Quote|value\n#T_RL=webanno.custom.By|kind|BT_webanno.custom.Quote\n\n\n#Text=We pay\n1-1\t0-2\tWe\ta\tx\t9-9\t\n1-2\t3-6\tpay\t_\t_\t_\t\n',
    /^a\.tsv, line 7: found `9-9`, expected the number of a token of the file/,
  ],
  [
    'an id that two elements have',
    'x.xmi',
    `${XML}<c:Quote xmi:id="7" sofa="1" begin="0" end="2"/><c:Quote xmi:id="7" sofa="1" begin="1" end="2"/><cas:Sofa xmi:id="1" sofaString="abc"/></xmi:XMI>`,
    /^x\.xmi, element c:Quote with xmi:id 7: found `xmi:id=7`, expected an id that no element before has/,
  ],
  [
    'a relation to no element',
    'x.xmi',
    `${XML}<c:By xmi:id="8" sofa="1" begin="0" end="1" Dependent="77" Governor="7"/><c:Quote xmi:id="7" sofa="1" begin="0" end="2"/><cas:Sofa xmi:id="1" sofaString="abc"/></xmi:XMI>`,
    /^x\.xmi, element c:By with xmi:id 8: found `Dependent=77`, expected the xmi:id of an element/,
  ],
  [
    'a body that is neither words nor an object',
    'w.json',
    '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": 7, "target": "https://a.example/"}',
    /^w\.json, line 1, body: found `7`, expected .*string.* or .*object/,
  ],
  [
    'a comma too many',
    'h.json',
    '{"rows": [1,]}',
    /^h\.json(?:, line 1, column \d+)?: found `.*\]\}`, expected JSON/,
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

test.each([
  [
    'words that are told by a path alone',
    'h.json',
    '{"rows": [{"uri": "https://a.example/", "target": [{"selector": [{"type": "RangeSelector"}]}]}]}',
    /RangeSelector alone, expected a TextQuoteSelector/,
  ],
  [
    'annotations of another text of the file',
    'x.xmi',
    `${XML}<c:Quote xmi:id="7" sofa="2" begin="0" end="2"/><cas:Sofa xmi:id="1" sofaString="abc"/><cas:Sofa xmi:id="2" sofaString="defg"/></xmi:XMI>`,
    /xmi:id 7: an annotation of another text of the file/,
  ],
])('%s are passed over, and that is said', (_, path, text, said) => {
  const { annotations, passedOver } = readExchange(given(path, text, []));
  expect(annotations).toEqual([]);
  expect(passedOver.join()).toMatch(said);
});
