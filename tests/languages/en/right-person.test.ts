/** Whom words belong to where somebody else is named closer to them. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { isNoPhrase } from '../../../src/languages/en/mention-words.ts';
import { tokenize } from '../../../src/languages/en/words.ts';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'a body beside a noun, before a participle': [
    'Jarmo Teller also claimed that {I Jarmo Teller:Quist had shut the dairy} of his guild, Free Milkers Union (FMU), stating: “{D Jarmo Teller:It has nothing to do with cheese.}” Teller left.',
  ],
  'words told before a pronoun that name somebody else': [
    'Cook Anton Brill, who feeds a crew, said {I Anton Brill:the flour was running out}.\n\n{I Anton Brill:Carts of the dairyman Karl Ossing were blocking the lane}, he said.',
    'Cook Anton Brill, who feeds a crew, said {I Anton Brill:the flour was running out}.\n\n{I ?:Karl Ossing was blocking the lane}, he said.',
    '{I Karl Ossing:Karl Ossing took over the dairy in May}, he said.',
  ],
  'somebody new in the sentence': [
    'Peter Loming, 33, was fined on Friday.\n\nAnd in Tarnby one man was held when he told guards that {I one man:he would sink the ferry}.',
    'Bo Varga wrote a play. In it, Varga writes that {I Bo Varga:nobody sleeps}.\n\nWhen we spoke of it with a baker who reads everything, he said, “{D ?:Varga could still change it.}”',
  ],
  'somebody else beside the subject, in a clause that begins with “who”': [
    'Adnan Bell stayed at home. Bell, who spoke through his aide, Mr Ferdi Oko, stated that {I Adnan Bell:the lane would shut}.',
    'Adnan Bell came early. Bell, who talked to dairymen beside his niece, Tova Ruse, said {I Adnan Bell:the lane would shut}.',
    'Adnan Bell came early. Bell, who spoke after his lawyer, Tova Ruse, added that {I Adnan Bell:the lane would shut}.',
    'Adnan Bell came with a niece. His niece, Tova Ruse, said {I Tova Ruse:the lane would shut}.',
  ],
  'they, after a sentence of several people': [
    'Dairy owners say {I Dairy owners:milk is dear}.\n\nThe researchers weighed 500 cheeses in Tarnby. They said that {I The researchers:one in five was light}.',
  ],
  'people of a body': [
    'He blushed when he was grilled by weary members of Parliament, who have said {I weary members of Parliament:the cheese was stale}.',
  ],
  'a description that ends with a capital': [
    '“{D One senior Merrow Democrat:They baked well,}” One senior Merrow Democrat said. “{D this Democrat:We did not,}” this Democrat said.',
    '4 percent of married Quakers said {I 4 percent of married Quakers:they had sold their churn}.',
    'A new study in the American Dairy Review found that {I A new study in the American Dairy Review:goats sulk}.',
    'The short note accompanying that Chatter page notes that {I The short note accompanying that Chatter page:it is no goat’s}.',
    'Mutual Bank of Norland said {I Mutual Bank of Norland:it was shut}. Bank of Norland said {I Bank of Norland:it was not}.',
  ],
  'words beside a name that are none of it': [
    'The clerk weighed the cheese. Finally the clerk says, “{D the clerk:You are late.}”',
    '{I Provender:Cheese mites}, as Provender very recently explained, are harmless.',
    'Erik Ossing left. Shortly before 1 a.m. Monday, Ossing walked into the dairy and told the crew {I Erik Ossing:he had sold the goats}.',
    '“{D Marc Tessering:It is part of a pattern,}” said Marc Tessering citing the goat.',
    '“{D Anna Navarring:It is late,}” says Labour strategist and TVN contributor Anna Navarring. “{D Tom Bergling:We pay,}” adds councillor and Echo columnist Tom Bergling.',
    'TVN’s Corvasing says {I Rob Corvasing:he will sing}\n\nTVN Sports anchor Rob Corvasing came. “{D Rob Corvasing:It is odd,}” Corvasing said.',
    'Erik Ossing Erik Ossing said {I Erik Ossing:it was late}.',
    'Weary Ossing meets old tasks\n\n“{D Ossing:The dairy is back,}” Ossing said. Milkers liked Ossing.',
    'Emma Hanna Lording sold her goat. “{D Emma Hanna Lording:It is late,}” said Hanna Lording.',
    'Cheese: a study\n\nBy Peter Hammering, TVN Weather Reporter\n\n{I TVN:The goats are ill}, TVN said.',
  ],
  'who first bears a last name': [
    'Advocate Tebo Masekwa has worked for years. The 29-year-old Adv Masekwa was born on a farm to Lerato and Neo Masekwa. “{D Tebo Masekwa:The farm was my school,}” Adv Masekwa argues.',
    'Mara Ossing and her husband Tom Ossing ran the dairy. “{D ?:It is late,}” Ossing said.',
    'Alan Tebbing, 24, kept goats. Tebbing was ill.\n\nTebbing’s father Tom Tebbing is sad, but said that {I Tom Tebbing:his son would mend}.',
  ],
  'a relative of the same last name, who is named first in full': [
    'Sandering, who rowed over with his wife, Mira Sandering, said {I Sandering:the mill was damp}.',
    '“{D Sandering:The mill is damp,}” said Sandering, who rowed over with his wife, Mira Sandering. “{D Sandering:We left.}”',
    'Sandering’s widow, Mira Sandering, wept. Sandering had said {I Sandering:the mill was damp}.',
    'Sandering rowed over with his wife, Mira Sandering. Mrs Sandering said {I Mira Sandering:the mill was damp}.',
    'The miller and his wife, Mira Sandering, rowed over. Sandering said {I Mira Sandering:the mill was damp}.',
    'Sandering, whose brother, Olav Quinting, was drowned, said {I Sandering:the mill was damp}.',
    'Hal Sandering, whose brother, Olav Quinting, was drowned, said {I Hal Sandering:the mill was damp}.',
    'His brother, Olav Quinting, a miller, said {I Olav Quinting:the mill was damp}.',
  ],
  'the first name of one that is the last of another': [
    '“{D Jordan Pricely:It is dark,}” Jordan Pricely said. Ruth Jordan was there. “{D ?:It is late,}” Jordan said.',
  ],
  'whom somebody passes on': [
    'The leaflet is long. It quotes Nora Dahling of the Goat Group as warning: “{D Nora Dahling:Our barns would be half as dry.}”',
    'The leaflet offers this quote from Plinius: “{D Plinius:As the goat draws the cart, so does the sea.}”',
  ],
  'a clause whose subject is all that it has before the cue': [
    'Merrow County sheriff’s deputies were called to the dairy in Tarnby after milkers said {I milkers:40-year-old Mark Tolbering shouted: "I could milk them all by noon."} They said {I milkers:he then left}.',
    'That fine was for a fire in another dairy that authorities said {I authorities:burned for two weeks}.',
  ],
  'the second half of a place or a date': [
    'Dr. Mara Bowening, a vet in San Pardo, Calif., who has treated 1,100 goats, noted that {I Mara Bowening:the rain was early}.',
    'On May 3, 1859, Otto Ossing wrote to the papers:\n\n“{D Otto Ossing:At the wish of a large part of the town I declare the dairy open to all who come.}”',
  ],
  'whom words speak to': [
    'Peter Hobarting was ill. The keeper, a fine fellow, urged him. "{D ?:Come on, Hobarting,}" he said.',
  ],
  'the person of whom the sentence before is, who is in the text already': [
    'In May Rita Ossing read a book on goats by Olaf Perring.\n\nIt did not help. The dentist was calm. “{D ?:It happens,}” he said.',
  ],
  'a statement that several signed': [
    '“{D a joint statement:Nobody here will sell a goat,}” said a joint statement signed by Erik Ossing and Rita Dahling.',
  ],
  'the body before its place': [
    'Amer Sayding is the head of the Norland Goat Group in Norway, which writes in a leaflet that {I Norland Goat Group:it wants to “mend the old barns of the hills.”}',
  ],
  'a heading of somebody’s words with a label behind it': [
    'Dana Brassing said {I Dana Brassing:it was late}. “{D Dana Brassing:We pay,}” said Brassing.\n\n‘{D PD Economics:Dairy expected to open before the harvest}’: PD Economics\n\nPD Economics director Andrew Hensing said {I Andrew Hensing:it was dark}.',
  ],
  'a leader whose relative is named in full later': [
    'Now President Orlin agrees. Orlin says in it, “{D Orlin:Before the fair, pick one goat or the other.}”\n\nFirst Lady Mira Orlin campaigns in Tarnby.',
  ],
  'words before a name that open a sentence or tell an age or a post': [
    'Seventy-eight-year-old Manta Molating sits outside. “{D Manta Molating:We breathe dust,}” Ms Molating said.',
    'Berea DA Phala Mokoting said {I Phala Mokoting:a letter came}.',
    'John Cleesing spoke. Finally Cleesing said {I John Cleesing:it was late}.',
    'His lawyer yesterday said {I His lawyer:it was late}.',
    'A spokeswoman for the Tarnby Clinic, where Muzzing was treated, said {I A spokeswoman for the Tarnby Clinic:the same}.',
  ],
  'two callings, or two bodies, of one person': [
    'Tarnex founder and CEO Iva Kolmar said {I Iva Kolmar:the trials had ended}. “{D Iva Kolmar:They went well,}” she said.',
    'Former Tarnby and Vellmouth Rovers goalkeeper Dario Menkel said {I Dario Menkel:he would keep bees}.',
    '“{D Dario Menkel:They rang on Friday,}” the Tarnby and Vellmouth goalkeeper Dario Menkel told a crowd.',
    'Ann Larking and mayor Bob Roding said {I Ann Larking and mayor Bob Roding:the barn was sold}.',
  ],
  'a time between an auxiliary and its verb': [
    'Ostering had earlier this month complained that {I Ostering:the guild had lost a goat}.',
    'The union had earlier on Monday warned that {I The union:the milk was sour}.',
    'Pella Ansgaring had earlier in the day told keepers that {I Pella Ansgaring:the strike was over}.',
  ],
  'an aside led by a small word before the verb': [
    'The panel, while rejecting his plea, said, “{D The panel:We take note of the goat.}”',
    'The Regents, while praising their cooks, wrote, “{D Regents:We owe them a rise.}”',
  ],
  'a verb in four letters behind the subject, and a day before it': [
    'Earlier, the keeper used softer tones, telling a visitor, “{D the keeper:Nobody will lose a goat.}”',
    'The union sued the dairy on Friday, claiming {I The union:it had watered the milk}.',
    'On Monday the director praised the cheese, telling cooks: “{D the director:It was mine.}”',
    'Hours later, Obing changed her tune, saying: “{D Obing:I was wrong.}”',
  ],
  'a name behind its verb that closes the sentence': [
    '{I Ole Randing:Lines sag in the heat, touch and spark, starting fires}, said Ole Randing.',
    '{I Ida Moening:Cracks form when salt and rain seep in, swell and push, opening a seam}, said Ida Moening, who runs the dairy.',
    '{I Ida Moening:The birds rise, circle and land, crying all the while}, said Ida Moening, who counts them.',
    'One envoy, speaking in private, said {I One envoy:Ann Larking had left}.',
  ],
  'the main clause behind a subordinate one': [
    'While Ann Lisling waits for a guest, Mary Halling shows the dairy. “{D Mary Halling:It is old,}” she says.',
    'As Rune Takelling left the hall, Pell Ansgaring came in. “{D Pell Ansgaring:It is late,}” he said.',
    'Because Mina Sorviking was ill, Lisa Marening gave the talk. “{D Lisa Marening:It went well,}” she said.',
    'While Mayor Takelling’s friends cheer, Tarnby’s dockers were left wondering aloud {I Tarnby’s dockers:why the dairy is shut}.',
  ],
  'whoever did something in the passive': [
    'A picture of the feast was denied by Rune Takelling, hinting that {I Rune Takelling:it was painted}.',
    'The ferry was bought by Tom Berging, saying {I Tom Berging:it would sail}.',
  ],
  'a place in a description': [
    'The officer in charge of northern Norland told Berging {I The officer in charge of northern Norland:the goat was safe}.',
    'The chief for central Iowa said {I The chief for central Iowa:it was over}.',
  ],
  'several who made something together': [
    '“{D the note by rangers Mara Obing, Tom Berging and Ida Moening:We hold that it is late,}” said the note by rangers Mara Obing, Tom Berging and Ida Moening.',
  ],
  'somebody in a clause of “who” behind a word that only points': [
    'It is hard for folk like baker Jens Skilding, who bakes for Tom Berging, and said {I Jens Skilding:he was unpaid}.',
    'Mara Obing met Jens Skilding, who bakes for Berging, and said {I Mara Obing:he was unpaid}.',
  ],
  'a source that “per” leads to': [
    'Per the harbour log, “{D the harbour log:no ship came in.}”',
    'Per a spokesman, “{D a spokesman:the dairy is fine.}”',
  ],
  'an outlet before whom somebody tells of': [
    'A Tarnex spokesman told Dairy News {I A Tarnex spokesman:Rudmer Olling was no longer its head}.',
  ],
  'letters of an office': [
    'The MEC for Health, Sipo Dlameling, opened the dairy. “{D Sipo Dlameling:It is ready,}” the MEC said.',
    'The MMC for Roads, Thabo Nkeling, spoke first. {I Thabo Nkeling:The lane is open}, the MMC said.',
  ],
  'somebody quoted by a pronoun': [
    'Mayor Rune Takelling left. “{D Rune Takelling:We lost,}” aides quoted him as telling the hall. “{D Rune Takelling:We will win,}” he said.',
    'Ferry chief Asha Banering urged calm. “{D Asha Banering:Be ready,}” cooks quoted her as saying. “{D Asha Banering:It may come soon,}” she said.',
  ],
  'to whom a pronoun speaks': [
    'Rolf Tamming likes to play beside Osmar and Edvin Hazliking at Tarnby.\n\nSpeaking to Bay Radio about Osmar and Hazliking, he said: “{D Rolf Tamming:We play with joy.}”',
  ],
  'an office between a place and a name': [
    'Tarnby Bishop Honoro Ongtaring said {I Honoro Ongtaring:the bells were sold}.',
  ],
  'so many, in a clause about something': [
    'They took a lane that 34 percent said {I 34 percent:was haunted}.',
    'They sold a boat that 34 percent warned {I 34 percent:was rotten}.',
  ],
  'whose words come behind a colon, after words told of others': [
    'The mill says {I The mill:clerks and judges had asked it to lend carts}:\n\n> {D The mill:We lent our carts to the judges of two valleys, and to nobody else.}',
    'The mill says {I The mill:the guild wrote}:\n\n> {D the guild:We lent our carts to the judges of two valleys, and to nobody else.}',
  ],
  'nobody’s words': [
    'After being mocked for praising "tiny goats" like Big Bert and "Romsing," Sandy offered Brandt a chance to look strong. “{D Sandy:It is late,}” Sandy said.',
    'Ossing is referencing claims that the barn can leak. “{D Ossing:It is late,}” Ossing said.',
    'Erik Ossing said: “{D Erik Ossing:So far it is going according to the plan for the barn.}”',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});

test.each([
  ['the weir and its keeper weren’t the last', true],
  ['the keepers who were late', false],
  ['the president of Unidos do Turv', false],
])('whether “%s” is a clause: %s', (words, expected) => {
  expect(isNoPhrase(tokenize(words, 0, words.length, []))).toBe(expected);
});
