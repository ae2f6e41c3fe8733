/** Whom words do not belong to, though they are named close by. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'a quotation before a sentence that leads to another': [
    '“{D Pia Bellamour:It is another skill,}” Pia Bellamour said. “{D Pia Bellamour:Step aside a little.}” Cortewell agreed: “{D Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:It is another skill,}” said Pia Bellamour. “{D Pia Bellamour:Step aside.}” Ann Cortewell, who paints, replied: “{D Ann Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:It is another skill,}” said Pia Bellamour. “{D Pia Bellamour:Step aside.}” Ann Cortewell said, “{D Ann Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:It is another skill,}” said Pia Bellamour. “{D Pia Bellamour:Who steps aside?}” Ann Cortewell replied: “{D Ann Cortewell:It is another trade.}”',
    '“{D Pia Bellamour:You have to step aside.}” Pia Bellamour said. “{D Pia Bellamour:It is another trade.}”',
  ],
  'a paragraph about somebody who is named for no words': [
    'Former warden Tom Odabrook said {I Tom Odabrook:the lease went to one Mr Lutterby}.\n\nHe said {I Tom Odabrook:Mr Lutterby later lent the pit to a firm from the coast}.\n\nMr Lutterby soon gave up the pit for Corvanex, which was to pave the lanes.\n\n“{D ?:Four winters went by and nothing came of it,}” he said.',
    'Former warden Tom Odabrook said {I Tom Odabrook:the lease was late}. He said {I Tom Odabrook:it was dear}.\n\nBob Lutterby, 54, has lived beside the pit since he was born.\n\n“{D Bob Lutterby:Four winters went by and nothing came of it,}” he said.',
    'Tim Garrowby stands between a couple: clerk Peter Lindalen and his wife, Jane Lindalen, a surveyor.\n\nThe suit even alleges that {I The suit:Garrowby kept Ms. Lindalen from going home, and sent Mr. Lindalen eels}.\n\nMoreover, he says that {I ?:Ms. Lindalen wrote it down}.',
  ],
  'whom the words call by the whole name': [
    'Nora Harrowell sings. “{D Nora Harrowell:I found the tune,}” Nora Harrowell said. The hall was full. “{D ?:They wanted Nora Harrowell, and they got her,}” she said.',
    'Nora Harrowell sings. “{D Nora Harrowell:I found the tune,}” Nora Harrowell said. The hall was full. “{D Nora Harrowell:I told them: I am Nora Harrowell, and I hum,}” she said.',
    'Nora Harrowell sings. “{D Nora Harrowell:I found the tune,}” Nora Harrowell said. The hall was full. “{D Nora Harrowell:They said: ‘Nora Harrowell, go home,’}” she said.',
  ],
  'an answer that comes from somebody': [
    'Tom Odellin asked for the key. “{D Mara Quillon:Not on feast days,}” came the answer from Mara Quillon, the warden.',
    'Tom Odellin said it was late. “{D Mara Quillon:Not on feast days,}” was the reply from Mara Quillon.',
    'Tom Odellin asked why. “{D ?:Not on feast days,}” came the weary reply.',
    '“{D Tom Odellin:We keep the key in the boathouse, and nobody may have it,}” Tom Odellin said.\n\n“{D ?:Not on feast days,}” came the reply.',
  ],
  'words that are read out, recalled or found': [
    'Ann Halebrook spoke. “{D Ann Halebrook:We pay,}” she said. Then a clerk read out a letter from Bo Varnellis. “{D ?:The river was never so low as in the year I sold the barge.}”',
    'Ann Halebrook spoke. “{D Ann Halebrook:We pay,}” she said. She recalled what her father had told her. “{D ?:Never sell a boat that floats in a storm.}”',
    'Ann Halebrook spoke. “{D Ann Halebrook:We pay,}” she said. At the wake the words of Bo Varnellis were read out. “{D ?:The river was never so low.}”',
    'Ann Halebrook spoke. “{D Ann Halebrook:We pay,}” she said. She found a note from the landlord under the door. “{D ?:You have to leave by noon.}”',
    'Ann Halebrook spoke. “{D Ann Halebrook:We pay,}” she said. She sent a letter to the landlord. “{D Ann Halebrook:We will not leave by noon.}”',
    'Ann Halebrook spoke. “{D Ann Halebrook:We pay,}” she said. She recalled the day. “{D Ann Halebrook:It was late.}”',
  ],
  'what makes a sound beside words': [
    'Mara Quillon leaned on the gate. “{D ?:It is too far.}” A goose hissed. “{D ?:And too wet.}”',
    'Mara Quillon leaned on the gate. “{D ?:Is it far?}” An engine roared. Nobody moved.',
    '“{D Mara Quillon:Leave it.}” A kettle whistled. “{D Mara Quillon:We walk,}” said Mara Quillon.',
    '“{D the warden:Leave it,}” the warden barked.',
    '“{D The warden:Leave it!}” The warden barked.',
  ],
  'spokespeople of two bodies': [
    'A spokesperson for Brennelix said {I A spokesperson for Brennelix:it was late}.\n\nA spokesperson for Corvanex said {I A spokesperson for Corvanex:it was not}.\n\n“{D A spokesperson for Brennelix:We will sail,}” the Brennelix spokesperson said.',
    'The Brennelix spokesman, Bo Varnellis, said {I Bo Varnellis:it was late}.\n\nThe Corvanex spokesman said {I The Corvanex spokesman:it was not}.',
    'Harbour police spokesman Bo Varnellis said {I Bo Varnellis:it was late}.\n\nFire service spokesman Carl Mottram said {I Carl Mottram:it was not}.\n\nThe police spokesman said {I Bo Varnellis:it would rain}.',
  ],
  'somebody without a name in the sentence before': [
    '“{D Will Tarnowski:It was dear,}” said Will Tarnowski. “{D Will Tarnowski:I left.}”\n\nThe Echo visited one grandmother, who had entered herself as a Tram-Car Track on Photobook. “{D ?:None of my neighbours is quicker with a telephone,}” she said.',
    'Ann Lislehurst, a clerk who paints, came in May. “{D Ann Lislehurst:I am ahead of all the others here,}” she said.',
  ],
  'a paragraph that ends about another': [
    '“{D Ann Lislehurst:It is dark here,}” said Ann Lislehurst. Mary Hallamore came in late.\n\n“{D ?:It is late,}” she said.',
    '“{D Ann Lislehurst:It is dark here,}” said Ann Lislehurst. She thanked Mary Hallamore for the lamp.\n\n“{D Ann Lislehurst:It is late,}” she said.',
  ],
  'a name of unknown kind that spoke': [
    'Andorix claims that {I Andorix:he owed a supper to the forger Lionel Grabnerby}.\n\nOn the lake, he was seen to row with Grabnerby. Who paid?\n\nHe told the host: “{D ?:A supper cannot be sent by post.}”',
  ],
  'where somebody works': [
    '“{D Osvald Mbelingo:An oar costs four,}” says Osvald who keeps the accounts of a ferry. Osvald Mbelingo is a bookkeeper. {I Osvald Mbelingo:It was late}, Osvald Mbelingo said.',
  ],
  'what was done with a source': [
    '{I a Merrow poll:Many cooks find both pots wanting}, according to a Merrow poll taken in August.',
    'According to a copy of the inventory obtained by the Echo:\n\n“{D a copy of the inventory:At ten the gate was found to be open by two keepers, and the eels were gone.}”',
  ],
  'a verb or a day behind whom words are of': [
    '{I figures:The town bought twenty boats}, according to figures released Friday.',
    '{I figures:The town bought twenty boats}, according to figures released in July.',
    '“{D the ferry office:The timetable, which every quay along the river had asked for, has brought a new order,}” the ferry office detailed.\n\nIt was late.',
  ],
  'a clause taken for somebody': [
    'In May, Dracolite Mining gave orders to Corvanex, Orbitone and Brennelix for three boats, but Brennelix dropped its order in June, citing {I ?:trouble within the firm}.',
    'Dracolite Mining dropped its order, citing {I Dracolite Mining:trouble within the firm}.',
  ],
  'a person behind a body': [
    'Council on Eel-Norland Relations Helga Sorrelby said {I Helga Sorrelby:it was late}.',
    'The Norland Council on Harbour Relations’ Helga Sorrelby said {I Helga Sorrelby:it was late}.',
    'Helga Sorrelby of the Council on Harbour Relations said {I Helga Sorrelby:it was late}.',
    'The Bank of Norland Shares Martin Fund said {I The Bank of Norland Shares Martin Fund:it was late}.',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
