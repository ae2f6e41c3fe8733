/** Who says something: the right speaker, or nobody. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { speakers } from '../../support/speakers.ts';

describe('the right speaker, or nobody', () => {
  test.each([
    // a titled name behind a preposition
    '“{D Mara Obi:We will keep the tram,}” said Mara Obi in St. Gallen.',
    '“{D Mara Obi:We will keep the tram,}” said Mara Obi from St. Petersburg.',
    '“{D Ida Moen:It works,}” said engineer Ida Moen with Prof. Brandt.',
    '“{D Ole Rand:We will march,}” said Captain Ole Rand to Gen. Brandt.',
    '“{D Lena Orr:The bells are back,}” said Lena Orr of St. Mark.',
    '“{D the lawyer of Mr. Brandt:We lost the key,}” said the lawyer of Mr. Brandt.',
    'Secretary of State Ann Lee said {I Ann Lee:the talks would go on}.',
    // a quotation of its own before a sentence about somebody else
    '“{D ?:They left us in the cold.}” Director Holm declined to comment.',
    '“{D ?:The roof fell in.}” The company did not respond to a request for comment.',
    'Farmer Jo Lund showed the field.\n\n“{D ?:Nothing grows here.}” Agnes Pohl, her neighbour, nodded.',
    '“{D ?:It took the barn.}” Chief Rita Sand said {I Rita Sand:the cause was unknown}.',
    '“{D ?:Where is the bus?}” Driver Tom Bail said {I Tom Bail:it was late}.',
    '“{D Ilse Brandt:The bridge is safe!}” Mayor Ilse Brandt said.',
    // whoever was asked answers
    'A passenger asked engineer Ida Moen, “{D A passenger:Will it sink?}”\n\n“{D Ida Moen:Not today,}” she replied.',
    'A boy asked Coach Dan Ferro: “{D A boy:Do we play?}” “{D Dan Ferro:On Sunday,}” he replied.',
    '“{D the judge:Did you take it?}” the judge asked Omar Reyes. “{D Omar Reyes:Yes,}” he answered.',
    'Tom Ash told Lena Orr that {I Tom Ash:the shop was closed}. “{D Tom Ash:I locked it myself,}” he said.',
    'Ida Moen asked, “{D Ida Moen:Will it sink?}” Then she added, “{D Ida Moen:I am afraid.}”',
    // headings and bylines
    'Transport executive Russ Bradley has reservations.\n\n‘HUGE RISKS’\n\n“{D Russ Bradley:I would not sleep in it,}” he said.',
    'Farmer Mia Dale lost forty sheep.\n\nDEADLY WINTER\n\n“{D Mia Dale:Nobody warned us,}” she told reporters.',
    'Mara Obi Signals Shift\n\nMara Obi said {I Mara Obi:the plan would change}.',
    'Ole Rand Wins Vote.\n\n“{D Ole Rand:I am glad,}” Rand said.\n\nOle Rand has led the town since May.',
    'Carol Roth: We Go On\n\n“{D Carol Roth:We go on,}” Roth said.',
    'By Emma Zell\n\n“{D ?:He bakes better than I do,}” she said of her friend.\n\nDora Kell has opened a bakery.',
    'NORA FINCH, the mayor, opened the fair.\n\n“{D Nora Finch:It is a fine day,}” she said.',
    // names in somebody's words
    '“{D ?:I met President Nora Vale once,}” she said.',
    '“{D ?:Maria Stoll is the best,}” she said. Cora Dunn has sung for years.',
    'Rosa Timm runs the farm.\n\n“{D Rosa Timm:Lilly Timm built it,}” she said.',
    // whoever spoke last, with or without a name
    'Jo Gradwell said {I Jo Gradwell:parents would be angry}.\n\nBut a spokesman for the Employers’ Association said {I a spokesman for the Employers’ Association:its members had been raising wages}.\n\n“{D a spokesman for the Employers’ Association:We sat with the unions for a year,}” he said.',
    'Lee Farrow said {I Lee Farrow:rents had doubled}. But a landlord on Quay Street said {I a landlord on Quay Street:the roof had cost a fortune}. “{D a landlord on Quay Street:I paid for that roof,}” he added.',
    // names of several small words, and with numbers in them
    '“{D Ludwig van der Berg:We play,}” said Ludwig van der Berg.',
    '“{D Jean de la Cruz:We play,}” said Jean de la Cruz.',
    '“{D Pedro de los Santos:We play,}” said Pedro de los Santos. The boat lay outside.',
    '“{D Jean De La Torre:We play,}” said Jean De La Torre, a singer.',
    'Eva De La Mare said {I Eva De La Mare:it would rain}.',
    '“{D Otto von der Linde:We play,}” Otto von der Linde told reporters. “{D Otto von der Linde:All night,}” von der Linde said.',
    '“{D Mara Obi:We play,}” said Mara Obi of the 26 July Movement.',
    '“{D Mara Obi:We play,}” said Mara Obi of the July 26 Movement.',
    '“{D Mara Obi:We play,}” said Mara Obi from Channel 4 News.',
    '“{D Mara Obi:We play,}” said Mara Obi of the 7 Seas Club.',
    'The 26 July Movement said {I 26 July Movement:it would play}.',
    'Area 51 Coffee said {I Area 51 Coffee:it would play}.',
    'Local 12 President Mara Obi said {I Mara Obi:it would play}.',
    // offices
    '“{D the Prime Minister:We are ready,}” the Prime Minister said.',
    'The Attorney General said {I The Attorney General:the case was closed}.',
    '“{D the Chief Justice:We will appeal,}” said the Chief Justice.',
    'Minister for Roads and Bridges, Peter Oduya, said {I Peter Oduya:the bridge was safe}.',
    // words beside a name
    'Governor John Ranken Thursday called for calm. “{D John Ranken:I call for calm,}” Governor John Ranken said.',
    'Senator Ella Voss Monday said {I Ella Voss:the bill was dead}.',
    'Speaking to the Valmer Echo Brandt said: “{D Brandt:The steel is tired.}”',
    'Writing in the Sunday Post Lee said {I Lee:the tax was wrong}.',
    'Raquel Monte-Lewin was sworn in.\n\nA party was held for Supreme Court Justice Raquel Monte-Lewin.\n\n“{D Raquel Monte-Lewin:I will read every page,}” Monte-Lewin said.',
    'Detective Inspector Lars Holt said {I Lars Holt:the road was closed}. DI Holt said {I Lars Holt:two cars had met}.',
    'Fr. Ivo Lind led the prayer. Ivo Lind is 40. “{D Ivo Lind:We will go on,}” said Lind.',
    'Rival Hanna Roth spoke. Hanna Roth said {I Hanna Roth:the vote was fair}.',
    // according to somebody about somebody else
    'According to federal prosecutors, Norland’s Ministry of Ports “{M federal prosecutors:let nine ships pass unseen.}”',
    'According to witnesses, Mayor Obi’s driver {I witnesses:left the car}.',
    'The singer Ray Toll left the label, the Valmer Echo reported.\n\nThey said {I ?:the label was “a cage.”}',
    'The minister left early, according to the Daily Star. He said {I ?:he was ill}.',
    // namesakes
    'Dora Kell praised the record. Her son, driver Trevor Kell, was not there.\n\n“{D ?:I liked the drums,}” Kell said.',
    'Owen Smythe opened the debate. Chloe Smythe, the minister, answered him. Smythe said {I ?:pay would be reviewed}.',
    'Peter Vance sued his cousin Mia Vance. Mr. Vance said {I Peter Vance:the land was his}. Ms. Vance said {I Mia Vance:it was hers}.',
    '“{D Hanna Roth:It is late,}” Hanna Roth said. “{D Hanna Roth:I am going,}” Roth said. Her father, Emil Roth, closed the shop. “{D Hanna Roth:Good night,}” Roth said.',
    'Hal Pike spoke for Team Pike. “{D Hal Pike:We won,}” Pike said.',
    // who
    'Help came even from Mayor Obi, who said: “{D Obi:We owe them.}”',
    'The news surprised many, including Judge Ada Cole, who said {I Ada Cole:she had not known}.',
    // names that look like other words
    '“{D Sunday Oliseh:We played well,}” Sunday Oliseh said.',
    'On Sunday, Sunday Oliseh said {I Sunday Oliseh:the team was ready}.',
    'Ng’ang’a wa Kimani said {I Ng’ang’a wa Kimani:the farm was lost}.',
    '“{D 50 Cent:I wrote it in a day,}” 50 Cent said.',
    'In May, May said {I May:the shop would close}.',
    '“{D I. Charles:The law is clear,}” said I. Charles, the judge.',
  ])('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });

  test.each([
    'Ann Trump spoke. Friday Trump said {I Ann Trump:the vote was fair}.',
    'In 20 Cases said {I Cases:the vote was fair}.',
  ])('no first name of a day or a number: %s', (source) => {
    expect(speakers(source).found[0]).toBe(speakers(source).expected[0]);
  });
});
