/** One short text for each thing that news writers do with other people's words. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../src/engine/index.ts';
import { english } from '../../../src/languages/en/index.ts';
import { asExpected, marked } from '../../support/marked.ts';

/** What the rules alone find is what is written in the text, no more and no less. */
const check = (source: string) => {
  const { expected, ...input } = marked(source);
  expect(asExpected(input.text, findClaims(input, { pack: english, model: null }))).toEqual(
    expected,
  );
};

describe('a full stop', () => {
  test.each([
    [
      'after a year',
      '“{D Mara Obi:We will,}” said Mara Obi on 3 May 2021. In 2020 Tom Berg said {I Tom Berg:it was late}.',
    ],
    [
      'after a date that is none',
      '“{D Mara Obi:We will,}” said Mara Obi on 32 June 20211. Tom Berg said {I Tom Berg:it was late}.',
    ],
    [
      'after a body',
      '“{D Mara Obi:We will,}” said Mara Obi of Acme in 2021. Tom Berg said {I Tom Berg:it was late}.',
    ],
    [
      'after a word that looks like a State',
      'Mara Obi said {I Mara Obi:the goats were ill}. A shepherd, who sleeps nearby, said {I A shepherd:they had been left out for days}.',
    ],
    [
      'after a word that looks like a measure',
      'Mara Obi said {I Mara Obi:the guard let them in}. A cleaner, who works nights, said {I A cleaner:the door had been open for hours}.',
    ],
  ])('%s parts the speakers of two sentences, with the model too', (_, source) => {
    const { expected, ...input } = marked(source);
    expect(asExpected(input.text, findClaims(input, { pack: english }))).toEqual(expected);
  });
});

describe('marks', () => {
  test.each([
    ['straight', '"{D Ann Lee:We will pay for it,}" Ann Lee said.'],
    ['curly', '“{D Ann Lee:We will pay for it,}” Ann Lee said.'],
    ['single', '‘{D Ann Lee:We’ll pay for it,}’ Ann Lee said.'],
    [
      'single and straight, with apostrophes',
      "'{D Ann Lee:It's the boys' money, so they'll pay,}' Ann Lee said.",
    ],
    ['two apostrophes', "''{D Ann Lee:We won't pay for it,}'' Ann Lee said."],
    ['TeX', "``{D Ann Lee:We won't pay for it,}'' Ann Lee said."],
    ['three apostrophes at the end', "''{D Ann Lee:They call it 'half a pier,'}'' Ann Lee said."],
    ['three apostrophes at the head', "''{D Ann Lee:'Half a pier' is its name,}'' Ann Lee said."],
    [
      'a lost closing mark behind few words',
      '“{D Ann Lee:In part,} Ann Lee said. “{D Ann Lee:The rest is paid.}”',
    ],
    [
      'a lost closing mark before a rarer verb',
      '“{D Ann Lee:I paid too little,} Ann Lee admitted. “{D Ann Lee:I was the only one.}”',
    ],
    [
      'a lost closing mark behind a quotation within',
      '“{D Ann Lee:He never says, ‘I will pay,’} Ann Lee said. “{D Ann Lee:But he does.}”',
    ],
    [
      'a lost closing mark before a name and what it is',
      '“{D Ann Lee:The town will pay for it,} Ann Lee, who keeps its books, said in a letter.',
    ],
    ['French', 'Ann Lee said: « {D Ann Lee:We will pay for it.} »'],
    ['German', 'Ann Lee said: „{D Ann Lee:We will pay for it.}“'],
    ['Swedish, the same mark at both ends', '”{D Ann Lee:We will pay for it,}” said Ann Lee.'],
    ['British, with the comma outside', '“{D Ann Lee:We will pay for it}”, Ann Lee said.'],
    [
      'an opening mark doubled',
      '""{D Ann Lee:We will pay for all of it, " Ann Lee asserted, speaking in Rome.'.replace(
        'it, "',
        'it,} "',
      ),
    ],
    [
      'a closing mark with nothing before it',
      'Ann Lee said that {I Ann Lee:the fleet had left the harbour}."',
    ],
    [
      'an opening mark never closed',
      '“{D Ann Lee:We will pay,} Ann Lee said.\n\n“{D Ann Lee:Yes, and soon.}”',
    ],
    ['a mark left over in a bracket', 'It was all (“new fashion) and nothing else.'],
    ['inches and feet', 'The 6\'2" guard ran past the 5\'9" one.'],
    ['years cut short', "In the '90s Ann Lee said {I Ann Lee:the '80s were over}."],
  ])('%s', (_, source) => check(source));
});

describe('order of speaker, cue and words', () => {
  test.each([
    ['before', 'Ann Lee said, “{D Ann Lee:We will pay for it.}”'],
    ['inverted', '“{D Ann Lee:We will pay for it,}” said Ann Lee.'],
    ['inverted, after a colon', 'Said Ann Lee: “{D Ann Lee:We will pay for it.}”'],
    ['interrupted', '“{D1 Ann Lee:We will pay,}” Ann Lee said, “{D1:but not today.}”'],
    [
      'interrupted between sentences',
      '“{D Ann Lee:We will pay,}” Ann Lee said. “{D Ann Lee:But not today.}”',
    ],
    [
      'continued twice',
      '“{D Ann Lee:We will pay,}” Ann Lee said. “{D Ann Lee:But not today.}” She shrugged. “{D Ann Lee:Maybe not at all.}”',
    ],
    [
      'named only after the second',
      '“{D Ann Lee:We will pay.}” “{D Ann Lee:But not today,}” Ann Lee said.',
    ],
    ['question mark', '“{D Ann Lee:Who will pay for it?}” asked Ann Lee.'],
    [
      'a full stop before the attribution',
      '“{D Ann Lee:The harbour was rebuilt by the city.}” Ann Lee said, stressing that {I Ann Lee:it was dear}.',
    ],
    [
      'two cues',
      '“{D Ann Lee:We will pay for it,}” Ann Lee said, adding that {I Ann Lee:the city could afford it}.',
    ],
    ['an adverb between', 'Ann Lee also later said: “{D Ann Lee:We will pay for it.}”'],
    [
      'an occasion between',
      'Ann Lee said in an interview with the paper on Monday that {I Ann Lee:the bridge was safe}.',
    ],
    [
      'an addressee between',
      'Ann Lee told reporters on Monday that {I Ann Lee:the bridge was safe}.',
    ],
    ['an aside between', 'Ann Lee said, in part, that {I Ann Lee:the bridge was safe}.'],
    ['after the clause', '{I Ann Lee:The bridge was safe}, Ann Lee said on Monday.'],
    [
      'inside the clause',
      '{I1 Ann Lee:The bridge}, Ann Lee said, {I1:would be safe by the spring}.',
    ],
    [
      'inside the clause, with a plain past',
      '{I1 Ann Lee:The trouble}, Ann Lee writes, {I1:began in the spring, with a crack}.',
    ],
    [
      'inside the clause, with an occasion',
      '{I1 Ann Lee:Small boats}, Ann Lee said in a letter, {I1:sank in the gale}.',
    ],
    [
      'after a time at the head',
      '{I1 Ann Lee:For years}, Ann Lee noted, {I1:the city had paid for the bridge}.',
    ],
    [
      'after an adverb at the head, to somebody',
      '{M1 Ann Lee:Instead}, Ann Lee told reporters, {M1:the work would cost “next to nothing” in the spring}.',
    ],
    [
      'after a clause at the head',
      '{I1 Ann Lee:As winter nears}, Ann Lee says, {I1:the number of boats falls}.',
    ],
    [
      'inside the clause, by a verb of promise',
      '{I1 Ann Lee:A new bridge}, Ann Lee vowed, {I1:would bring work to the town}.',
    ],
    [
      'after the clause, inverted, by another verb than “said”',
      '{I Ann Lee:The bridge is not likely to be safe}, noted Ann Lee.',
    ],
    [
      'a second attribution right after the first',
      '{I Ann Lee:The boats left as soon as the gale was over}, Ann Lee said, adding, “{D Ann Lee:They were lucky.}”',
    ],
    [
      'a subject with an apposition',
      'Ann Lee, a city engineer, said {I Ann Lee:the bridge was safe}.',
    ],
    [
      'a subject with a relative clause',
      'Ann Lee, who built the bridge, said {I Ann Lee:it was safe}.',
    ],
    [
      'a name in capitals with an aside in dashes',
      'NATO — the alliance of 32 states — said {I NATO:the bridge was unsafe}.',
    ],
    ['a dateline', 'ROME — The mayor, Ann Lee, said {I Ann Lee:the bridge was unsafe}.'],
    [
      'a dateline and an aside in dashes',
      'ROME — Ann Lee — the mayor — said {I Ann Lee:the bridge was unsafe}.',
    ],
    [
      'a name in apposition',
      'The city’s engineer, Ann Lee, said that {I Ann Lee:the bridge was safe}.',
    ],
    [
      'a relative clause that ends before the sentence does',
      'Ann Lee, who said {I Ann Lee:the bridge was safe}, left the town.',
    ],
    [
      'words a colon leads up to, with an attribution of their own',
      'Ann Lee said {I Ann Lee:she was too busy for the bridge}: “{D Ann Lee:I have a lot going on,}” she wrote.',
    ],
    [
      'words too few for a claim before a colon',
      'Ann Lee explained it this way: “{D Ann Lee:Nobody goes first over an old bridge.}”',
    ],
    ['a day after the words', 'Ann Lee tweeted “{D Ann Lee:Thank you, harbour town!}” on Friday.'],
    ['a number as the subject', 'About 4 in 10 say {I About 4 in 10:they want a new bridge}.'],
    [
      'a name with much beside it before its verb',
      '“{D Ann Lee:We lost the vote,}” Ann Lee, 40, of Rome, N.Y., who runs a bakery, said.',
    ],
    ['a quotation that “put it” leads up to', 'As Ann Lee put it: “{D Ann Lee:We lost the vote.}”'],
    ['an adverb right before the quotation', 'Ann Lee said simply, “{D Ann Lee:We won.}”'],
    [
      'another attribution after the words',
      'Asked again, Ann Lee said {I Ann Lee:she had not seen it}, and when pressed for a date, she said, “{D Ann Lee:I do not know.}”',
    ],
    [
      'an opening participle with words in marks',
      'Citing “bad weather,” Ann Lee told the paper that {I Ann Lee:the fair was off}.',
    ],
    [
      'a subordinate clause that ends before the main one',
      'While Ann Lee said {I Ann Lee:the hall would open}, the doors stayed shut.',
    ],
    [
      '“but” and a refusal after the words',
      'Ann Lee said {I Ann Lee:the shop would open}, but declined to name a day.',
    ],
    [
      'a second verb of the same speaker',
      'Ann Lee called {M Ann Lee:the plan “reckless”} and urged the board to wait.',
    ],
    [
      'a dash after the words',
      'The council said {I The council:it would sell the hall} — a step nobody had asked for.',
    ],
    [
      'according to a pronoun, after',
      'Ann Lee spoke for an hour. {I Ann Lee:The plan will fail}, according to her.',
    ],
    [
      'as reported by an outlet',
      'As reported by the Evening Post, {I Evening Post:the bridge was closed in May}.',
    ],
    [
      'a share as the subject',
      'As many as 40 percent of voters said {I As many as 40 percent of voters:they were tired}.',
    ],
    [
      'a time between name and verb',
      'Ann Lee later Thursday told the paper that {I Ann Lee:the fair was off}.',
    ],
    [
      'a pronoun that leads back',
      'Bo Berg, 25, swore that {M Bo Berg:he would “no longer row”} and filmed himself shouting “{D Bo Berg:Open the weir!}” as it rained.',
    ],
    [
      'a relative pronoun',
      'The mayor thanked the engineer Ann Lee, who has emphasized that {I Ann Lee:the bridge is safe}.',
    ],
    ['any verb beside the quotation', '“{D Ann Lee:We will pay for it,}” rejoices Ann Lee.'],
  ])('%s', (_, source) => check(source));
});

describe('from one paragraph to the next', () => {
  test.each([
    ['introduced by a colon', 'Ann Lee said:\n\n“{D Ann Lee:We will pay for it.}”'],
    [
      'introduced by a participle',
      '“{D Ann Lee:We will pay for it,}” Ann Lee said, adding:\n\n“{D Ann Lee:But not before the bridge is safe again.}”',
    ],
    [
      'introduced without a colon',
      'A ferry captain explained the danger, saying\n\n“{D A ferry captain:nobody crosses after dark,}” adding:\n\n“{D A ferry captain:We do not know how long it will go on.}”',
    ],
    [
      'according to somebody, then more of the same',
      'According to an unnamed harbour clerk,\n\n{M an unnamed harbour clerk:the crew “changed its plans and took shelter behind the island.”}\n\n“{D an unnamed harbour clerk:They painted the boat and changed its name.}”',
    ],
    [
      'a quotation of several paragraphs',
      '“{D Ann Lee:We will pay for it,}” Ann Lee said. “{D Ann Lee:The bridge is old.}\n\n“{D Ann Lee:It has to be rebuilt.}”',
    ],
    [
      'a quotation alone after an attributed one',
      '“{D Ann Lee:We will pay for it,}” Ann Lee said.\n\n“{D Ann Lee:The bridge is old and has to be rebuilt.}”',
    ],
    [
      'a block quotation',
      'Ann Lee wrote:\n\n> {D Ann Lee:The bridge is old and has to be rebuilt.}',
    ],
    [
      'a post set into the page',
      'Bob Kerr wants to close it.\n\n> {D Ann Lee:Our “old lady” opens at noon.}\n\n' +
        '> {D Ann Lee:Bring your bicycles.}\n\n> — Ann Lee (@annlee) May 6, 2021\n\nThe hall was full.',
    ],
    [
      'a post behind the claim of another',
      'Bob Kerr said {I Bob Kerr:it would stay shut}.\n\n> {D Harbour Board 7:It opens at noon.}\n\n' +
        '> — Harbour Board 7 (@board_7) May 6, 2021',
    ],
    [
      'two posts one behind the other',
      '> {D Ann Lee:It opens at noon.}\n\n> — Ann Lee (@annlee) May 6, 2021\n\n' +
        '> {D Bob Kerr:It does not.}\n\n> — Bob Kerr (@kerr) May 7, 2021',
    ],
    [
      'a post whose account stands below it',
      'Bob Kerr said {I Bob Kerr:it would stay shut}.\n\n> {D Ann Lee:It opens at noon.}\n\n' +
        '— Ann Lee (@annlee) May 6, 2021\n\nThe hall was full.',
    ],
    [
      'a block quotation with a signature',
      'The plan divides the town.\n\n> {D Ann Lee:It will be missed.}\n\n> — Ann Lee, harbour master',
    ],
    ['a signature', '“{D Ann Lee:The bridge is old and has to be rebuilt.}” ― Ann Lee'],
    ['a signature below', '“{D Ann Lee:The bridge is old and has to be rebuilt.}”\n\n— Ann Lee'],
    ['nobody named', 'The bridge is closed.\n\n“{D ?:It has to be rebuilt from the ground.}”'],
  ])('%s', (_, source) => check(source));
});

describe('reported speech', () => {
  test.each([
    [
      'with that',
      'Ann Lee underscored that {I Ann Lee:the bridge was safe and that nobody had been hurt}.',
    ],
    ['without that', 'Ann Lee said {I Ann Lee:the bridge was safe}.'],
    [
      'pointed out',
      'As for the bridge, the engineer Ann Lee pointed out that {I Ann Lee:it was safe}.',
    ],
    ['made it clear', 'Ann Lee made it clear that {I Ann Lee:the bridge was safe}.'],
    ['has emphasized', 'Ann Lee has emphasized that {I Ann Lee:the bridge is safe}.'],
    ['concluded by saying', 'Ann Lee concluded by saying that {I Ann Lee:the bridge was safe}.'],
    ['went on to say', 'Ann Lee went on to say that {I Ann Lee:the bridge was safe}.'],
    ['according to, before', 'According to Ann Lee, {I Ann Lee:the bridge was safe}.'],
    ['according to, after', '{I Ann Lee:The bridge was safe for lorries}, according to Ann Lee.'],
    [
      'according to, inside',
      '{I1 harbour records:Many of the boats have left} – according to harbour records – {I1:for the islands in the south}.',
    ],
    ['whose claim it is', 'Ann Lee’s claim that {I Ann Lee:the bridge was safe} was false.'],
    [
      'a name beside the noun of speech',
      "Bob Ray rejected Ann Lee's strange allegation that {I Ann Lee:he had sold the bridge}.",
    ],
    [
      'a quotation within what leads up to the words',
      'Asked about the “old days,” Ann Lee said {I Ann Lee:they were over}.',
    ],
    [
      'partly in marks, before its attribution',
      '{M Ann Lee:The vote was “a very big mistake,}” Ann Lee said.'.replace(
        'mistake,}”',
        'mistake,”}',
      ),
    ],
    [
      'whose claim it is, and who did not say it',
      'Bob Kerr’s claim that {I Bob Kerr:the bridge was unsafe} was rejected by Ann Lee.',
    ],
    [
      'whose claim is answered',
      'In response to Ann Lee’s claim that {I Ann Lee:the bridge was unsafe}, Bob Kerr laughed.',
    ],
    [
      'whose claim is answered, the subject a description',
      'Contrary to Ann Lee’s claim that {I Ann Lee:the bridge was unsafe}, the council laughed.',
    ],
    [
      'told of what stands before “which”',
      'The bridge, which Ann Lee said {I Ann Lee:was safe}, fell.',
    ],
    ['ruled', 'The court ruled that {I The court:the bridge must close}.'],
    [
      'according to, after, without a comma',
      '{I the harbour office:The fleet is larger by 20 boats} according to the harbour office.',
    ],
    [
      'according to reports, which say more',
      '{I media reports:The harbour was closed from June to July}, according to media reports, which confirm that {I media reports:two boats sank}.',
    ],
    [
      'accused of',
      'The harbour office accused {I The harbour office:the city of hiding the cracks}.',
    ],
    [
      'claimed responsibility',
      'The Free Ferrymen claimed {I Free Ferrymen:responsibility for the fire on the pier}.',
    ],
    ['promised to', 'Ann Lee promised {I Ann Lee:to rebuild the bridge}.'],
    [
      'asked whether',
      'Ann Lee asked whether {I Ann Lee:the bridge was safe}.'.replace(
        'asked whether {I Ann Lee:',
        'asked {I Ann Lee:whether ',
      ),
    ],
    ['called it', 'Ann Lee called {M Ann Lee:it a “disaster”}.'],
    [
      'a few words in marks',
      'Ann Lee said {M Ann Lee:the bridge was “an old friend” of the city}.',
    ],
    [
      'reported as',
      'The Harbour Post reported Ann Lee as saying that {I Ann Lee<Harbour Post:the bridge was safe}.',
    ],
    [
      'reported as, behind the words',
      '“{D a sailor<Harbour Post:The bridge is safe,}” the Harbour Post reported a sailor as saying.',
    ],
    [
      'described as telling',
      '“{D Bo Berg<Harbour Post:The bridge is safe,}” the Harbour Post described Bo Berg as telling friends.',
    ],
    [
      'as having said',
      '“{D Bo Berg<Harbour Post:The bridge is safe,}” the Harbour Post reported Bo Berg as having said.',
    ],
    [
      'was reported as saying',
      'Ann Lee was reported as saying that {I Ann Lee:the bridge was safe}.',
    ],
    [
      'was reported as having said',
      'Ann Lee was reported as having said that {I Ann Lee:the bridge was safe}.',
    ],
    ['was quoted as saying', 'Ann Lee was quoted as saying that {I Ann Lee:the bridge was safe}.'],
    [
      'an agency in between',
      'Reuters quoted Ann Lee as saying that {I Ann Lee<Reuters:the bridge was safe}.',
    ],
    [
      'an interview with an outlet',
      '{I Ann Lee<Reuters:The bridge is safe}, the engineer Ann Lee claimed in an interview with Reuters published on 25 March.',
    ],
    [
      'told to an outlet',
      '“{D Ann Lee<Evening Post:It will fall,}” Ann Lee told the Evening Post.',
    ],
    ['told to a body that is no outlet', '“{D Ann Lee:It will fall,}” Ann Lee told Congress.'],
    [
      'declared, with a complement',
      'Ann Lee declared {I Ann Lee:the bridge completely repaired by the city}.',
    ],
    [
      'predicted, with a noun phrase',
      'Some western engineers predict {I Some western engineers:a return of the floods in the spring}.',
    ],
    [
      'described as',
      'Ann Lee smiled, describing {I Ann Lee:the relations between the two towns as good and deep-rooted}.',
    ],
    [
      'an agency’s sentence that names a speaker',
      'Reuters noted that {I Reuters:the bridge had been closed for a week}, "Harbour officials say {D Harbour officials<Reuters:the city and its engineers still trust it.}"'.replace(
        'it.}"',
        'it}."',
      ),
    ],
    [
      'two speakers in one sentence',
      'Ann Lee said {I Ann Lee:the bridge was safe}, but Bob Ray said {I Bob Ray:it was not}.',
    ],
    [
      'a participle of the same speaker',
      'Ann Lee spoke for an hour, saying that {I Ann Lee:the bridge was safe}.',
    ],
  ])('%s', (_, source) => check(source));
});

describe('no claims', () => {
  test.each([
    ['a scare quote', 'No more “donations” came from the islands.'],
    ['a nickname', 'Earlier known as the “highway of death,” the road is still in use.'],
    [
      'a book',
      'Her newest book is titled “The Bridge: How a City Learned to Wait for Its Ferries.”',
    ],
    ['a campaign', 'The "Bringing Them Home" Campaign began in May.'],
    [
      'a name inside a quotation',
      '“{D Ann Lee:They called the town the ‘land of plenty’, which it never was,}” Ann Lee said.',
    ],
    [
      'a noun phrase in marks',
      'Many guesses surface about the “challenge the city will face to keep the bridge open in winter”.',
    ],
    [
      'words put into a mouth',
      'It will be the bridge’s way to say: “You think I am gone, but I can still fall down”.',
    ],
    [
      'nouns that look like cues',
      'The claims and reports of damage, and the latest statement on costs, fill a shelf.',
    ],
    ['reports that nobody makes', 'There are reports that the bridge is haunted.'],
    ['the future', 'The city will declare a holiday when the bridge opens.'],
    ['continue', 'The city and its neighbours continue supplying the islands with flour.'],
    ['explain with an object', 'A ferry captain explained the danger to the passengers.'],
    ['headings', '# “We will pay for it,” Ann Lee says\n\nThe bridge is closed.'],
  ])('%s', (_, source) => check(source));
});

describe('polarity and kind of cue', () => {
  const only = (source: string) => {
    const { expected: _, ...input } = marked(source);
    const { claims } = findClaims(input, { pack: english, model: null });
    return claims.map((c) => `${c.cueKind} ${c.polarity}`);
  };
  test.each([
    ['Ann Lee did not say that the bridge was safe.', ['said negative']],
    ['Ann Lee has never said that the bridge was safe.', ['said negative']],
    ['Ann Lee refused to say whether the bridge was safe.', ['said negative']],
    ['Ann Lee asked whether the bridge was safe.', ['asked open']],
    ['Ann Lee denied that the bridge had moved.', ['denied positive']],
    ['Ann Lee promised that the bridge would be safe.', ['promised positive']],
    ['Ann Lee urged the city to close the bridge.', ['ordered positive']],
    ['Ann Lee accused the city of hiding the cracks.', ['accused positive']],
    ['Ann Lee predicted that the bridge would fall.', ['predicted positive']],
  ])('%s', (source, expected) => expect(only(source)).toEqual(expected));
});

test('who may rest assured is told nothing', () => {
  check('Readers may rest assured that no boat was lost.');
});
