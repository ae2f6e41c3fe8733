/** The right speaker or none: kinds of wording that lead to somebody else. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'whom somebody turns to': [
    'Otto Brindlow phoned Vera Maskell explaining the crack, and suggesting {I Otto Brindlow:the kiln was old}.',
    'Otto Brindlow texted Vera Maskell, saying {I Otto Brindlow:the kiln had cracked}.',
    'Otto Brindlow wrote to Vera Maskell saying {I Otto Brindlow:the kiln had cracked}.',
    'Vera Maskell then e-mailed Mr. Brindlow naming the shard, but suggesting {I Vera Maskell:the guild had cracked it}.',
    'A film shows Vera Maskell saying {I Vera Maskell:the kiln had cracked}.',
  ],
  'two quotations, and who leads to the second': [
    'Potter Otto Brindlow said {I Otto Brindlow:the glaze was thin}.\n\n“{D Otto Brindlow:No guild would sell such bowls, and yet ours does.}” Vera Maskell, of the Kiln Society, said: “{D Vera Maskell:Every bowl is sound.}”',
    'Otto Brindlow said: “{D Otto Brindlow:A bowl is a bowl.}”\n\n“{D Otto Brindlow:Let me be plain about glaze and what it costs.}” Another potter of the guild, Emil Castrow, has spoken of it. “{D Emil Castrow:Glaze was dear in my day,}” Castrow said.',
    '“{D Vera Maskell:Glaze is dear now.}” “{D Vera Maskell:Clay is not,}” Vera Maskell said.',
  ],
  'one printed pronoun': [
    '{I ?:Those are the bowls that Mr. Castrow must answer for}, he said, asking potters {I ?:to leave the guild}.',
  ],
  'a clause of its own before a pronoun': [
    'Warden Emil Castrow added: “{D Emil Castrow:The guild will gain by Otto.}” He leaves a workshop of forty wheels, but Otto Brindlow is sure that the small kiln suits him. “{D Otto Brindlow:Here I know each shelf,}” he added.',
    'Vera Maskell said {I Vera Maskell:the shelf was full}. She had meant to leave, but Ruth Ambley was not so keen. “{D Ruth Ambley:The clay is wet,}” she said.',
    'Vera Maskell said {I Vera Maskell:the shelf was full}. She left in autumn, but not for good. “{D Vera Maskell:The clay is wet,}” she said.',
    'Vera Maskell said {I Vera Maskell:the shelf was full}. She has thrown bowls with Ruth Ambley since spring. “{D Vera Maskell:The clay is wet,}” she said.',
  ],
  'who speaks in a relative clause, or before it': [
    'Deputy clerk Mick Arnborough told the guild {I Mick Arnborough:the glaze was fake}. His figures were disputed by Jack Stroudley, who accused {I Jack Stroudley:the clerk of haste}. {I ?:A test would settle the matter}, he argued.',
    'Deputy clerk Anna Arnborough told the guild {I Anna Arnborough:the glaze was fake}. Her figures were disputed by Jack Stroudley, who accused {I Jack Stroudley:the clerk of haste}. {I Anna Arnborough:A test would settle the matter}, she argued.',
  ],
  '"it" behind something that is no body': [
    'The Guild of Potters said {I The Guild of Potters:the rule was rash}. In the draft, the chapter on glaze said {I the chapter on glaze:lead would have to be weighed}. {I ?:A tenth could remain}, it said.',
  ],
  'a clause that ends whom it is about': [
    'The quarrel grew as Warden Emil Castrow said {I Emil Castrow:he would leave}.',
    'His threat came as ex-warden Emil Castrow said {I Emil Castrow:he hoped for peace}.',
    'They would not speak of the new kiln, adding that nobody had seen it. Mr. Castrow later told potters: “{D Castrow:The bricks are sound.}”',
    'Meanwhile potters asked by the Kiln Gazette insist that {I potters:no lead is used}.',
  ],
  'people with ages and degrees': [
    'Vera Maskell, 43, Otto Brindlow, PhD, and Emil Castrow, 51, said {I Vera Maskell, 43, Otto Brindlow, PhD, and Emil Castrow:the kiln was cold}.',
    'Vera Maskell, 43, and Otto Brindlow, 51, said {I Vera Maskell, 43, and Otto Brindlow:the kiln was cold}.',
    'Vera Maskell, 43, said {I Vera Maskell:the kiln was cold}.',
  ],
  'examples of people': [
    'Potters including Vera Maskell, Otto Brindlow and Emil Castrow said {I Potters:the kiln was cold}.',
  ],
  'bodies called by what they are for': [
    'Save the Kilns said {I Save the Kilns:the guild was bankrupt}.',
    'Protect Our Clay says {I Protect Our Clay:the pit is too deep}.',
    '“{D Feed the Potters:The pit is too deep,}” Feed the Potters told the Kiln Gazette.',
    'There was anger at the National Board for Kilns, which said {I National Board for Kilns:the pit was too deep}.',
  ],
  'names at the head that nothing tells apart': [
    'Outside Parliament Brandeck said {I ?:the pit was too deep}.',
    'In South Australia Police said {I ?:the kiln was cold}.',
  ],
  'a party before a name': [
    'Tory Liam Castrow said {I Liam Castrow:the pit was too deep}. Earlier Conservative Graham Ambley said {I Graham Ambley:it was not}.',
  ],
  'what is done with the claims of others': [
    'The potters would not confirm reports they would leave the guild. Vera Maskell said {I Vera Maskell:it was late}.',
    'The warden was speaking amid claims that Mr. Castrow sold lead glaze. Vera Maskell said {I Vera Maskell:it was late}.',
    'Early talks have been held and the keeper said: “{D the keeper:The kiln may be lit by spring.}”',
    'Queen of the Kilns has had praise from the global blogging community. Vera Maskell said {I Vera Maskell:it was late}.',
  ],
  'a source that no comma closes': [
    'According to Otto Brindlow the warden said: “{D the warden:Bear with me until spring.}”',
  ],
  'whom a paper quotes behind the words': [
    '“{D a potter of the guild:Nobody has paid us for the bowls,}” the newspaper quotes a potter of the guild.',
  ],
  'a description without a comma behind a name': [
    '“{D Mark Ambley:Glaze will be dear for years,}” Dr Mark Ambley clay research head at pottery firm QXT told the Kiln Gazette.',
  ],
  'a writer who says "we" behind a block': [
    'Potter Vera Maskell wrote:\n\n> {D Vera Maskell:The guild has sold lead bowls for thirty years and told nobody of it.}\n\nThe guild denies it, and most potters side with the guild, though we have doubts. {I Otto Brindlow:The bowls are old}, Otto Brindlow said.',
    'Potter Vera Maskell wrote:\n\n> {D Vera Maskell:The guild has sold lead bowls for thirty years and told nobody of it.}\n\n{D Vera Maskell:I have asked them to stop, and they would not.}',
  ],
  'a sentence of its own behind a quotation': [
    'Vera Maskell, head of the guild, said: “{D Vera Maskell:Bowls are what we are.}” The Kiln Board said {I Kiln Board:a drop in orders for bowls, which began in May, was mainly to blame}.',
    'Vera Maskell said: “{D Vera Maskell:Bowls are what we are.}” Emil Castrow said {I Emil Castrow:the shop was empty when he arrived}.',
    '“{D Vera Maskell:Bowls are what we are.}” Vera Maskell said.',
  ],
  'a description that a body belongs to': [
    'The singer with coastal rock band Brine has left, saying {I The singer with coastal rock band Brine:he was tired}.',
  ],
  '"this" by itself': [
    'A note to Otto Brindlow said {I A note to Otto Brindlow:his wheel was gone}. This suggested {I ?:he was likely to sell it}, it said.',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
