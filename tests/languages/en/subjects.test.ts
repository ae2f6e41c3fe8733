/** Where the subject of a word of saying begins and ends. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { marked } from '../../support/marked.ts';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'a list of times before it': [
    'In May, June and July Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In May, June and July, Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In May and June officials said {I officials:the mill was shut}.',
    'On Monday and Tuesday Ann Resking said {I Ann Resking:the mill was shut}.',
    'On Monday, Tuesday and Friday the keeper said {I the keeper:the mill was shut}.',
    'In spring, summer and autumn Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'At Christmas and Easter Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In 2019, 2020 and 2021 Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'Last May and June Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'Last spring and summer Lena Tarring said {I Lena Tarring:the mill was shut}.',
  ],
  'a list of places or bodies before it': [
    'In Lund, Oslo and Bergen Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In Lund, Oslo, and Bergen, Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In Lund, Oslo and Bergen Mayor Tarring said {I Tarring:the mill was shut}.',
    'In Lund, Oslo and Bergen the mayor said {I the mayor:the mill was shut}.',
    'In Lund, Oslo and Bergen millers and bakers said {I millers and bakers:the mill was shut}.',
    'In a speech in Lund, Oslo and Bergen Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In Tarnby, Kelm and Vellmouth Zorka Kelling said {I Zorka Kelling:the mill was shut}.',
    'But in Lund and Oslo Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'At Tarnex, Velm and Orbo Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'Between Lund and Oslo Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In Dallas, Texas and Oklahoma officials said {I officials:the mill was shut}.',
  ],
  'what is no list of times or places before it': [
    'The barge was mended, after 55 percent of the bakers said {I 55 percent of the bakers:it leaked}.',
    'He slipped, as 30 percent of voters said {I 30 percent of voters:the mill was shut}.',
    'On Sunday, Mr. Tarring and Senator Zorka Kelling said {I Mr. Tarring and Senator Zorka Kelling:the mill was shut}.',
    'It rained since the businessman and film star announced {I the businessman and film star:the mill was shut}.',
    'On June 7 officials said {I officials:the mill was shut}.',
    'In 2019 officials said {I officials:the mill was shut}.',
  ],
  'one place before it': [
    'In Vellmouth Zorka Kelling said {I Zorka Kelling:the mill was shut}.',
    'At Tarnex Lena Tarring said {I Lena Tarring:the mill was shut}.',
    'In Paris Lena Tarring and Ann Resking said {I Lena Tarring and Ann Resking:the mill was shut}.',
  ],
  'a place of more words before it': [
    'In Oslo Tarring said {I Tarring:the mill was shut}.',
    'In Lund and Oslo Tarring said {I Tarring:the mill was shut}.',
    'In New Vellmouth Tarring said {I Tarring:the mill was shut}.',
    'In Kelm City Tarring said {I Tarring:the mill was shut}.',
    'From Orring Street Zorka Kelling said {I Zorka Kelling:the mill was shut}.',
    'At Tarnex and Velm Lena Tarring said {I Lena Tarring:the mill was shut}.',
  ],
  'an occasion before several of them': [
    'After the flood Lena Tarring and Ann Resking said {I Lena Tarring and Ann Resking:the mill was shut}.',
    'In a statement Tarnex and Velm said {I Tarnex and Velm:the mill was shut}.',
  ],
  'a preposition that belongs to it': [
    'Under Tarnex said {I Under Tarnex:the mill was shut}.',
    'The mayors of Lund and Oslo said {I The mayors of Lund and Oslo:the mill was shut}.',
    'In a note, officers from Kelm Police and Tarnby Police said {I officers from Kelm Police and Tarnby Police:the mill was shut}.',
    'As Governor Tarring and Mayor Resking said, {I Governor Tarring and Mayor Resking:the mill was shut}.',
    'In London, Tarring and Resking said {I Tarring and Resking:the mill was shut}.',
    'In 1990, Tarring and Resking said {I Tarring and Resking:the mill was shut}.',
  ],
  'several who are listed': [
    'Ann Larking, Bob Roding and Cy Orring said {I Ann Larking, Bob Roding and Cy Orring:the mill was shut}.',
    'Ann Larking, Bob Roding, and Cy Orring said {I Ann Larking, Bob Roding, and Cy Orring:the mill was shut}.',
    'Senators Ann Larking, Bob Roding and Cy Orring said {I Senators Ann Larking, Bob Roding and Cy Orring:the mill was shut}.',
    'The bakers Ann Larking, Bob Roding and Cy Orring said {I The bakers Ann Larking, Bob Roding and Cy Orring:the mill was shut}.',
    '“{D Ann Larking, Bob Roding and Cy Orring:It is shut,}” said Ann Larking, Bob Roding and Cy Orring.',
    'In London, Ann Larking, Bob Roding and Cy Orring said {I Ann Larking, Bob Roding and Cy Orring:the mill was shut}.',
    'The mayors of Lund, Oslo and Bergen said {I The mayors of Lund, Oslo and Bergen:the mill was shut}.',
    'Officials in Lund, Oslo and Bergen said {I Officials in Lund, Oslo and Bergen:the mill was shut}.',
    'A letter to Larking, Roding and Orring said {I A letter to Larking, Roding and Orring:the mill was shut}.',
    'France, Germany, Italy and Spain warned {I France, Germany, Italy and Spain:the mill was shut}.',
    'Experts from the Norland Weir Board (NWB) and the Harbour Department estimated that {I Experts from the Norland Weir Board (NWB) and the Harbour Department:half of it was gone}.',
  ],
  'whom a verb leads to, before a list': [
    'Thanking Ann Larking, Bob Roding and Cy Orring said {I Bob Roding and Cy Orring:the mill was shut}.',
    'Besides Ann Larking, Bob Roding and Cy Orring said {I Bob Roding and Cy Orring:the mill was shut}.',
    'After meeting Ann Larking, Bob Roding and Cy Orring said {I Bob Roding and Cy Orring:the mill was shut}.',
    'Thanking Ann Larking, Bob Roding, Cy Orring and Lena Velling said {I Bob Roding, Cy Orring and Lena Velling:the mill was shut}.',
  ],
  'a name like a verb at the head of a list': [
    'Sterling Larking, Bob Roding and Cy Orring said {I Sterling Larking, Bob Roding and Cy Orring:the mill was shut}.',
  ],
  'two whom a list could hold': [
    'Roding was beaten by Larking, and Orring and Velling said {I Orring and Velling:the mill was shut}.',
    'When asked by Larking, Roding and Orring said {I Roding and Orring:the mill was shut}.',
  ],
  'when something was said': [
    'Tarnex earlier this month said {I Tarnex:it plans to buy a mill}.',
    'Obing more recently has said {I Obing:she has an open mind}.',
    'That came after Tarnex later last week said {I Tarnex:it plans to buy a mill}.',
  ],
  'an office in letters behind an article': [
    'Bo Velling feared for cows. Speaking in a barn, the Liberal MP said: “{D Bo Velling:Milk is cheap.}”',
    'The Vellmouth MP said {I The Vellmouth MP:it need not be so}.',
    '“{D the Tarnex CEO:It need not be so,}” the Tarnex CEO said.',
  ],
  'a clause whose verb does not end in “ed”': [
    'The union claims {I The union:it won}, whereas it lost.',
    'The union insists {I The union:it sold the mill}.',
    'Tarring claims {I Tarring:he wove it}, though he had no loom.',
    'The guild argues {I The guild:the mill fell}, but it stands.',
  ],
  'a clause, and no mention': [
    'Then she read her last lines in a low voice, “{D ?:because rhyme is strong.}”',
  ],
  'who a paragraph begins with, behind a long adverbial': [
    'Mayor Osmar Halling had met Clerk Rune Takelling. Takelling said {I Rune Takelling:he recalled little}.\n\nIn a play shown in May 2011, Halling made himself keeper of the lock.\n\n“{D ?:The gates will break,}” he said.',
    'Osmar Halling and his brother, Edvin Halling, once met Clerk Rune Takelling. Takelling said {I Rune Takelling:he recalled little}.\n\nIn a play shown in May 2011, Halling made himself keeper of the lock.\n\n“{D ?:The gates will break,}” he said.',
    'Clerk Rune Takelling left Kelm. Takelling said {I Rune Takelling:he recalled little}.\n\nAfter a film of Mina Sorviking was shown, the weir was shut.\n\n“{D Rune Takelling:It was old,}” he said.',
  ],
  'another verb before “and”': [
    'Ida Moening smiles and says, “{D Ida Moening:The soup is cold.}”',
    'The keeper laughs and says, “{D The keeper:The soup is cold.}”',
  ],
  'who is made to say something': [
    'Tesseling had Rune Takelling confirm that he signed each page and acknowledge that {I Rune Takelling:they all held a clause}.',
  ],
  'a name that ends as an owner’s': [
    'The shop was closed. Tarlow’s said {I Tarlow’s:it would open again}. “{D Tarlow’s:We are sorry,}” Tarlow’s said in a note.',
    'In Obing’s view the weir is old. “{D Obing:It is old,}” Obing said.',
  ],
  'a verb that a small word turns round': [
    'So spoke Captain Redering: “{D Redering:The mill is shut.}”',
    'Thus said the keeper: “{D the keeper:The mill is shut.}”',
  ],
  'what somebody is ready to explain': [
    '“{D Trelling:It is a farm,}” Trelling said. Asked about Kelm, Norland, the former mayor was never good at explaining how the barns were built.',
  ],
  'a sentence in brackets behind a quotation': [
    '“{D Mina Sorviking:They dig too deep,}” Mina Sorviking writes. “{D Mina Sorviking:It will sink.}” (Older tables say that {I Older tables:the weir holds}.) According to Sorviking, {I Mina Sorviking:the weir is weak}.',
  ],
};

test.each([
  ['The weir was weak, Tarring said. Some of the causes of the flood include:', 'Tarring'],
  ['For example, in a leaflet of 2010:', null],
  ['The statement reads:', 'The statement'],
  ['Obing stood up:', 'Obing'],
])('whose a block of words is behind “%s”: %s', (lead, speaker) => {
  const block = 'The weir leaked for ten years, and nobody paid.';
  const text = `${lead}\n\n${block}`;
  const start = lead.length + 2;
  const paragraphs = [
    { start: 0, end: lead.length, kind: 'paragraph' as const },
    { start, end: text.length, kind: 'quote' as const },
  ];
  const { claims, entities } = findClaims({ text, paragraphs }, { pack: english });
  const of = claims.find(({ parts: [part] }) => part?.start === start)?.speaker;
  expect(of ? entities[of.entity]?.name : null).toBe(speaker);
});

test('words to which only the head of a sentence gives a capital are no mentions', () => {
  const text =
    '“Never again will we sell the mill,” Lena Tarring said. “Stay calm. Wait for the ferry. Honestly, it helps.” Founded in 1920, the mill is old. Tarnex owns it.';
  const { entities } = findClaims(marked(text), { pack: english });
  expect(entities.map(({ name }) => name).sort()).toEqual(['Lena Tarring', 'Tarnex']);
});

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
