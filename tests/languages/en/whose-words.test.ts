/** Whose words they are, as news of many countries tells it. `{D ?:…}` is open. */
import { describe, expect, test } from 'vitest';
import { speakers } from '../../support/speakers.ts';

const KINDS: Record<string, readonly string[]> = {
  'words of what somebody is before a name': [
    'Mum-of-two Kelly Dale said {I Kelly Dale:the road was closed}.',
    '“{D Katrin Vogel:I am proud,}” said Chief Executive Katrin Vogel.',
    'Public Defender Carla Reyes said {I Carla Reyes:he was ill}.',
    'Senate President Pro Tempore Laura Macey said {I Laura Macey:the vote was void}.',
    '“{D Harold Finch:Sustained,}” U.S. District Judge Harold Finch said.',
    'Headteacher Julia Crane said {I Julia Crane:six had left}.',
    'Alhaji Bello Garba said {I Bello Garba:the rice was gone}.',
    'Deputy Assistant Commissioner Tan Wei Liang spoke. “{D Tan Wei Liang:They prey on greed,}” said DAC Tan.',
    'Minister for Children Roderic Daly came. “{D Roderic Daly:I have met them,}” said Mr Daly.',
    'Minister of State for Home Affairs Goh Pei Shan came. “{D Goh Pei Shan:It is on the table,}” said Ms Goh.',
  ],
  'verbs that news of other countries has': [
    'The governor bared that {I The governor:the ferry would stop}.',
    'Senator Odile Varnham bared on Monday that {I Odile Varnham:the ferry would stop}.',
    'Councillor Odile Varnham moved that {I Odile Varnham:the minutes be read}.',
    'Odile Varnham enjoined residents {I Odile Varnham:to stay at home}.',
    'Odile Varnham averred that {I Odile Varnham:the ferry would stop}.',
    'Mr Varnham intimated that {I Varnham:the ferry would stop}.',
    'Then said Varnham, “{D Varnham:The bread is cold.}”',
    'Quoth the warden: “{D the warden:The bread is cold.}”',
    '“{D Varnham:The bread is cold,}” quoth Varnham.',
  ],
  'a clause of something else behind “but”': [
    'Odile Varnham said {I Odile Varnham:the barge was full}, but papers indicate that {I papers:it left half empty}.',
    'Odile Varnham said {I Odile Varnham:the barge was full}, but logs show that {I no claim:it left half empty}.',
  ],
  'a noun of what somebody deals with, which is also a verb of saying': [
    'The insurance claims handler Odile Varnham said {I Odile Varnham:it was late}.',
    'Odile Varnham, a claims adjuster, said {I Odile Varnham:it was late}.',
  ],
  'letters and particles of a name': [
    'His lawyer, advocate Thandi Jacobs SC, wrote on Monday. “{D Thandi Jacobs:They are hunted,}” Jacobs said.',
    'Brigadier Athlenda van Wyk spoke on Monday. “{D Athlenda van Wyk:Nobody was held,}” Van Wyk said.',
    'Angus and Callum Roe bought it. “{D Angus Roe:He hated fuss,}” says Angus.',
    'Activist Okiya Were said {I Okiya Were:he would go to court}. “{D Okiya Were:We want answers,}” he said.',
  ],
  'a name beside a description': [
    'His co-author, Leila Farsi of the University of Bergen, said {I Leila Farsi:it was a surprise}.',
    'Her daughter, the novelist Celia Alder, said {I Celia Alder:she had died}.',
    'The victim’s wife, Marites, said {I Marites:he had stopped}. “{D Marites:He was a good father,}” she said.',
    '“{D Emma:Daddy is a hero,}” said his daughter, Emma, 6.',
    'A lawyer from Houston, Texas, said {I A lawyer from Houston:the case was weak}.',
    'Replying, the minister, Mrs. Rose Adu, said {I Rose Adu:the road would be tarred}.',
    'The star witness in the trial of financier Warren Hale said {I The star witness in the trial of financier Warren Hale:she had lied}.',
  ],
  'whom the sentence before is about': [
    'Lena Orr said {I Lena Orr:it was late}.\n\nHer colleague Dr Martha Byrne agreed. “{D Martha Byrne:It is not only that,}” she said.',
    '“{D Ruth Goldman:I lost sleep,}” Ruth Goldman said.\n\nLindqvist’s wife, Joanne, left in tears. “{D Joanne:Forty-one years,}” she said.',
    'Morag Roe sold it. “{D Morag Roe:They are mad,}” Morag Roe says.\n\nAngus, 52, is the talker. “{D Angus:I do the press,}” he says.',
    'Justice Ann Lee and Solicitor Dan Hill met. “{D Dan Hill:It is in the pipeline,}” Hill said.\n\nJustice Lee was not impressed. “{D Ann Lee:You said so in April,}” she said.',
  ],
  'another person between two quotations': [
    '“{D Ann Lee:The tax is fair,}” Ann Lee said. Bob Kerr disagreed. “{D Bob Kerr:It will close my shop.}”',
    '“{D Ann Lee:The tax is fair,}” Ann Lee said. Bob Kerr died in May. “{D ?:It will close my shop.}”',
    '“{D Ann Lee:The tax is fair,}” Ann Lee said. She shrugged. “{D Ann Lee:It is late.}”',
    'Nora Finch was more measured: “{D Nora Finch:Let us see the figures first.}”',
    'The director, Dr. Amina Yusuf, was blunt: “{D Amina Yusuf:We have no oxygen.}”',
  ],
  'a sentence of its own behind a quotation': [
    'Mina Sato sat down by Otto Brix. "{D ?:The lift has stopped.}" Brix sighed.',
    'Mina Sato sat down by Otto Brix. “{D ?:The lift has stopped.}” Brix said nothing.',
    'Mina Sato sat down by Otto Brix. “{D ?:The lift has stopped!}” Brix told her to wait.',
    'Mina Sato sat down by Otto Brix. “{D ?:The lift has stopped.}” Brix confirmed the fault.',
    'Mina Sato sat down by Otto Brix. “{D ?:The lift has stopped.}” Brix joked about it and went up on foot.',
    'Mina Sato sat down by Otto Brix. “{D Otto Brix:The lift has stopped.}” Brix told reporters.',
  ],
  'words that are an answer, an order or a motto': [
    '“{D ?:Until six,}” was the reply. Otto Brix left.',
    '“{D Otto Brix:Until six,}” was the answer from Otto Brix.',
    '“{D Sato:Get down,}” came the order from Sergeant Sato.',
    '“{D Mina Sato:Not a chance,}” was Mina Sato’s answer.',
    '“{D the warden:Not a chance,}” was the warden’s only reply.',
    'A walker asked Constable Otto Brix, “{D A walker:Is the ford shut?}”\n\n“{D ?:Until six,}” came the answer.',
    'The ministry’s warning that {I The ministry:the ice was thin} came late.',
  ],
  'who passes on, between commas, what the subject before says': [
    'Sources at the mill, according to the Tarn Herald, say {I Sources at the mill:the wheel is lost}.',
    'Mayor Mina Sato, according to a report in the Tarn Herald, told aides {I Mina Sato:she would quit}.',
    'Otto Brix, according to the Tarn Herald, said: “{D Otto Brix:I am done.}”',
    '{I1 the owner:The pump}, according to the owner, {I1:failed in May}.',
  ],
  'what a text read, and a name with a stop behind a dash': [
    'The statement read:\n\n{D The statement:The mill regrets the spill and will pay for the bank.}\n\nThe price of flour fell.',
    'A banner on the weir ran:\n\n{D A banner on the weir:No more lorries in Mill Lane before the school bell rings.}\n\nIt was gone by noon.',
    '“{D Sato:We shall not pay for that}” – Mayor Sato.',
  ],
  'question and answer': [
    '“{D Dan Hill:Did you take the money?}” Dan Hill asked.\n\n“{D ?:No.}”\n\n“{D ?:Then who did?}”\n\n“{D Platt:I do not know,}” said Mr. Platt.',
    '“{D Lena Orr:Is it safe?}” Lena Orr asked.\n\n“{D ?:Not at night.}”',
  ],
  'descriptions of somebody': [
    'Envoy Tomasz Wilk spoke. “{D Tomasz Wilk:We wait,}” he said.\n\nA Western diplomat said {I A Western diplomat:it was doomed}. “{D A Western diplomat:Nobody had a mandate,}” the diplomat said.',
    'Lena Vance is making soup. “{D Lena Vance:Leek and potato,}” says the 44-year-old actor.',
    'Jan Novak, 24, and Tim Ray, 31, met. “{D Jan Novak:I let them down,}” the 24-year-old wrote.',
    'Jan Novak and Tim Ray met. “{D the 24-year-old:I let them down,}” the 24-year-old wrote.',
  ],
  'a last name that two have': [
    '“{D Owen Tarle:The river will not wait,}” Mayor Owen Tarle said.\n\nTarle’s deputy, Mina Tarle, voted against it. “{D ?:It costs too much,}” Tarle said.',
    'Margaret Alder died. Her daughter, Celia Alder, confirmed it. “{D Celia Alder:She worked,}” Celia Alder said. “{D Celia Alder:She loved clay,}” Celia Alder added.\n\n“{D ?:They thought women should decorate,}” Alder recalled in 1987.',
  ],
  'one name alone, and bodies': [
    'Obi told the Guardian {I Obi:he would not stand again}.\n\n“{D Obi:I am done,}” he said.',
    'Barlow Capital, which owns it, said {I Barlow Capital:it had lost confidence}.\n\n“{D Barlow Capital:We will meet them,}” it said.',
  ],
  'names that are no persons': [
    'The road to Kestrel Farm climbs. At the end lives Moira Roe, who has no sheep.\n\n“{D Moira Roe:They are bonny,}” she says.',
    'Tilda Marsh orders tea.\n\nThe director of “The Long Field” has not spoken in years.\n\n“{D Tilda Marsh:I was bored,}” she says.',
    'In an interview in Le Matin with the philosopher Anselme Roy, he said {I Anselme Roy:it was late}.',
    '{I a poll for the news agency Ritzau:Most Danes want to keep the day}, according to a poll for the news agency Ritzau.',
  ],
  'whom a question is about': [
    'Ruth Osei spoke first. “{D Ruth Osei:I saw a man,}” she said.\n\nCounsel to the inquiry, Piers Hall, asked {I Piers Hall:whether she could describe him}.\n\n“{D Ruth Osei:Tall,}” she said.',
  ],
  'two of one last name, told by a title': [
    'Governor Ali Juma spoke. “{D Ali Juma:Let them prove it,}” Ali Juma said. “{D Ali Juma:I will resign,}” said Juma.\n\nThe director, Hassan Juma, left. “{D Hassan Juma:We bought it,}” Mr Juma said.',
    'Ann Roe died in May. Mr Roe said {I Roe:it was late}. A nurse said {I A nurse:Ms Roe had smiled}. Ms Roe said {I Ann Roe:it hurt}.',
  ],
  'a clause that “and” ends': [
    'City were held by bottom side Thornham and Marco Lind admitted {M Marco Lind:his men “ran out of ideas”}.',
    'A group led by Ann Lee and Bob Kerr said {I A group led by Ann Lee and Bob Kerr:it was fair}.',
    'On Monday Ann Lee and Bob Kerr said {I Ann Lee and Bob Kerr:it was fair}.',
  ],
  'what somebody is, beside and before a name': [
    'His GP, Dr Sunita Rao, said {I Sunita Rao:he was ill}.',
    'It was read by Dr Mair Pritchard of Bay University, who says {I Mair Pritchard:the word means luck}.',
    'Coordinating Minister for the Economy Bambang Surya Wijaya said {I Bambang Surya Wijaya:it would rain}.',
    'Coroner Eilis Roche said {I Eilis Roche:she would write}.',
    'Producer Dev Malhotra said {I Dev Malhotra:it was fine}.',
    'Nominated MCA Fatuma Swaleh said {I Fatuma Swaleh:the land was sold}.',
    'Coach Rudi Hahn said {I Rudi Hahn:he would stay}. “{D Rudi Hahn:I go too,}” the German joked.',
    '“{D the German:I go too,}” the German joked.',
  ],
  'an attribution beside another': [
    'Luca Brandi has rejected a move because, his agent says, “{D his agent:he will not play in an oven}”.',
    'The president, Oleg Dravin, called {M Oleg Dravin:the move “an act of war”}, state television reported.',
    'One EU diplomat, speaking in private, said {I One EU diplomat:the deal had failed}.',
    '“{D the clerk I rang next:It will rain,}” said the clerk I rang next.',
    '“{D Hans Krog:It is late,}” Hans Krog told broadcaster DR. “{D Hans Krog:It is about time.}”',
    'Lord Amory didn’t mince his words: “{D Amory:I would have resigned.}”',
  ],
  'whom the sentence before is about, by where from and how old': [
    'Mara Obi won. “{D Mara Obi:I am glad,}” Obi said.\n\nAmerican Cody Lund lost. “{D Cody Lund:He is good,}” the Texan said.\n\nNils Berg was third. The 41-year-old said {I Nils Berg:he was tired}.',
    'A source close to Mayor Obi said {I A source close to Mayor Obi:it was late}. “{D A source close to Mayor Obi:Nobody heard,}” the source said.',
    'There she quotes Hugh of Wem, who complained that {I Hugh of Wem:millers eat}.',
    'Omar Said made it. “{D Bea Lind:He is the dreamer,}” Bea Lind says. Said demurs: “{D Omar Said:I just hated it.}”',
  ],
  'a husband is no she, and who speaks behind a relative clause speaks': [
    'Jessie Rennie came home to a car park. Her late husband, Sandy, planted the roses. “{D Jessie Rennie:He’d have chased them,}” she said.',
    'Ann Lee spoke with Sandy Roe.\n\nBill Innes tried to stop the men. “{D Bill Innes:They told me,}” he said.',
    'Rosa Diaz said {I Rosa Diaz:it was late}.\n\nThe mother of the boy, who asked not to be named, said {I The mother of the boy:her son loved trucks}. “{D The mother of the boy:I did not know,}” she said.',
    'A council spokesman declined to say what it cost, but confirmed: “{D A council spokesman:The concrete will go.}”',
  ],
  'who passes words on, and what only looks like a verb': [
    '{I the ministry:The raid killed six}, the ministry said, according to Al Sahar TV.',
    'Another neighbour, who gave no name, said {I Another neighbour:Dunphy once told him so}.',
    'Jones, quoting her late father, said: “{D Jones:Never sign what you have not read.}”',
    'Leader Shailaja Menon slammed them on X. “{D Shailaja Menon:They have contempt for us,}” she wrote.',
    'NEW DELHI, July 14 (PTN) The Supreme Court met on Monday, saying {I Supreme Court:the delay was long}.',
  ],
  'somebody beside whoever a pronoun means': [
    'Mina Sato spoke. “{D Mina Sato:It held,}” Mina Sato said.\n\nOle Brandt blames salt. His supervisor is less sure. “{D His supervisor:Ole loves salt,}” she said.',
    'Ann Lee spoke. “{D Ann Lee:It held,}” Ann Lee said.\n\nHer lawyer was late. “{D ?:It is over,}” she said.',
    'Ivor Hale built boats. His first wife, Morwen, left him in 1966; “{D Morwen:he loved anything that floated,}” she explained.',
    'Emma Tait was funny. “{D Emma Tait:I fell,}” Emma Tait said.\n\nMy companion, a farmer from Elm, was bored. “{D My companion:It is long,}” she hissed.',
    '“{D Dan Hill:You need friends,}” said Dan Hill.\n\nEmil Roe’s wife, Lorna, died in May. He was back at work by June. “{D Emil Roe:What else was I to do?}” he said.',
  ],
  'a description of somebody who was not named': [
    'The bus left the road. “{D Jan Pick:He did it,}” said police spokesman Jan Pick.\n\nThe 58-year-old driver was calm. “{D ?:I braked,}” he told a paper.',
    'Prosecutor Nora Hume said {I Nora Hume:the wipe was found}.\n\nThe mother gave evidence. “{D The mother:I was sick,}” she said.',
    'Kit Vane has spoken.\n\nThe actor, 48, who played a spy for years, said {I Kit Vane:he was on holiday}.',
  ],
  'whom a sentence names beside whom it is about': [
    'The skipper, Dan Bell, came in for criticism from former bowler Mark Sage, now on the radio. “{D ?:You cannot play that,}” he said.',
    'Paul Orr, a clerk, said {I Paul Orr:the street was wet}. Another, retired teacher Mary Dale, held up a jar. “{D Mary Dale:It is brown,}” she said.',
    'Bob Ray came, and Dan Low too. When contacted, Zeta Works director Vik Jalan refused to say more. “{D Vik Jalan:It is under inquiry,}” he said.',
  ],
  'a calling, with the capital of its sentence, before a name in commas': [
    'Team-mate, goalkeeper Otto Brix, said: “{D Otto Brix:He never missed a day.}”',
    'Shopkeeper, Mina Sato, said {I Mina Sato:the street was dark}.',
    'Ex-mayor, Tom Sato, said {I Tom Sato:the plan was mad}.',
  ],
  'an occasion and a day before a name': [
    'In an email Friday Brix said {I Brix:the mill would shut}.',
    'Asked by reporters Monday Brix said {I Brix:he had no plans}.',
    'Professor Emeritus Hal Brix said {I Hal Brix:the ice was thin}.',
  ],
  'words that are no part of a name': [
    'Eyewitness Munna Yade said {I Munna Yade:there was a bang}.',
    'Co-host Bex Adeo asked {I Bex Adeo:if he had seen it}.',
    'The spokesman of the Fire Service, DO III Desmond Ack, said {I Desmond Ack:it was out}.',
    'French Secretary of State for the Sea Hervé Lagard said {I Hervé Lagard:it was cold}.',
    'Cross-examining, Dominic Bell-Frase KC suggested that {I Dominic Bell-Frase:the footage had been edited}.',
    'State Works and Transport member Tuan Haji Roslan Isma said {I Roslan Isma:it was off}.',
    'Marijke van den Heuv, a chemist, spoke. “{D Marijke van den Heuv:It learns,}” van den Heuv says.',
  ],
  'a body, and who speaks for it': [
    'The Danish Nurses’ Council said {I Danish Nurses’ Council:it would wait}.',
    '“{D Peter Lindq:The lenders walk away,}” said Peter Lindq of the Copenhagen-based consultancy Norrsk.',
    'A senior official of the National Grid Company said {I A senior official of the National Grid Company:it failed}.',
    'The Metropolitan Chief Executive said {I The Metropolitan Chief Executive:help would come}.',
    'Acme Robots, a maker of arms, today announced that {I Acme Robots:its plant in Ghent would open}.',
    'The manager of the shop, Cory Platt, said {I Cory Platt:the aide, whom he did not name, had been dismissed}.',
  ],
  'a name that “called” gives somebody beside a description': [
    'The boy’s uncle – a tanner called Otto Brix – said: “{D Otto Brix:He never lied.}”',
    'The boy’s uncle (a tanner called Otto Brix) said: “{D The boy’s uncle:He never lied.}”',
  ],
  'nouns for one person': [
    'Former Weir Rovers striker and current pundit Otto Brix said {I Otto Brix:the club had lost}.',
    'Sgt. 1st Class Mina Sato said {I Mina Sato:the ford held}.',
    'Mina Sato said {I Mina Sato:the toll would fall}. A rival said {I A rival:it would rise}. “{D A rival:He has not read the figures,}” she said.',
    'Mina Sato said {I Mina Sato:the toll would fall}. One local said {I One local:it would rise}. “{D One local:Read the figures,}” she said.',
    'Mina Sato said {I Mina Sato:the toll would fall}. A passer-by said {I A passer-by:it was high}. “{D A passer-by:I walk now,}” she said.',
  ],
  'one of several, and what is said beside somebody': [
    'Hamid Daud said {I Hamid Daud:the trucks were stopped}. One of the drivers, who was hurt, said {I One of the drivers:it was dark}. “{D One of the drivers:They took my phone,}” he said.',
    '“{D the mayor:People will dance,}” declared the mayor in an interview with Radio Sert.',
    'The president of the samba school Unidos do Turv, known to all, says {I The president of the samba school Unidos do Turv:it will float}.',
    'They hurt a doctor, Dr Nisha Thomas. Dr Thomas said {I Nisha Thomas:she was well}.',
    'Leader of the Opposition V. Chandrasek said {I V. Chandrasek:it was late}.',
    'An expert on sirens, Prof. Wei-Lin Tsa of Buckeye Tech, said {I Wei-Lin Tsa:it was common}.',
    'Dad Wayne Bagsh said {I Wayne Bagsh:the policy was bonkers}.',
    'Churchwarden Hilary Bone was unconvinced. “{D Hilary Bone:He never answered,}” she said.',
    'Her coach, the 1984 Olympian Trevor Hain, said {I Trevor Hain:she would win}.',
  ],
  'roles of whoever does not speak there': [
    'Edil Braga, the mayor of Porto, opened the fair. A clerk left.\n\n“{D Edil Braga:People will dance,}” the mayor said.',
    'The mayor of Porto, Edil Braga, opened the fair. A clerk left.\n\n“{D Edil Braga:People will dance,}” the mayor said.',
    'Dan Roe lost. Pavel Hrusk was not laughing. “{D the Czech international:It was clear,}” said the Czech international.',
    'Dan Roe lost.\n\nPavel Hrusk was not laughing. “{D Pavel Hrusk:It was clear,}” said the Czech international.',
  ],
  'a first name that is a place, and somebody who spoke once': [
    'The mayor left. Rebels said {I Rebels:it was theirs}. “{D ?:It is a lie,}” she said.',
    'Nora Tarn has won gold at Chelsea. “{D Nora Tarn:He gave me a knife,}” she said.',
    '“{D Mara Quill:I write,}” Mara Quill says. “{D Mara Quill:He drowned it,}” she adds.\n\nHer editor, Quen Weath, said {I Quen Weath:it was a hedgehog}. I read this out. She is delighted. “{D ?:It was the commas,}” she says.',
  ],
  'an outlet called after a day': [
    'The Sunday Lantern said {I Sunday Lantern:it had the tape}.',
    'According to the Monday Lantern, {I Monday Lantern:the pier is closed}.',
    'On the Monday Otto Brix said {I Otto Brix:it was late}.',
  ],
  'letters, callings and days beside a name': [
    'Rep. Dale Norcross, R-W.Va., toured the locks near Halden, Ohio, and argued that {I Dale Norcross:the river needs more pumps}.',
    'Young farmer and weekend sculptor Gert Sabel said {I Gert Sabel:a plan helps}.',
    'Rovers DL Sheldon Rickard came late. Rickard said {I Sheldon Rickard:it was over}.',
    'Despite Mr. Tarn’s May 14 announcement that {M Tarn:they had found a “lasting” answer}, nothing was done.',
    '“{D a Tarn spokesperson:We know of it,}” said a Tarn spokesperson when contacted by the Herald.',
    'Tarn Braun has gone home, according to E! News. “{D an insider:He is tired,}” an insider told E! News.',
    'We’ll start by noting that {I ?:the best data concern ships}.',
  ],
  'the work in which somebody writes is nobody who speaks': [
    'The writers of the essay printed in the journal NORD Botany said {I The writers of the essay printed in the journal NORD Botany:it was late}.',
    'The director of the film The Long Night said {I The director of the film The Long Night:it was cold}.',
  ],
  'whom “who” stands for behind a verb or a preposition': [
    'The plan was opposed by several harbour workers, who said {I several harbour workers:it was late}.',
    'Hakim is working with the International Harbour Forces, who have said {I International Harbour Forces:they want to see the quay}.',
    'He lives with his mother, who said {I his mother:he was ill}.',
    'It came in an interview with the mayor, who said {I the mayor:the road was closed}.',
    'The letter was met with doubt by one of the neighbours, who said {I one of the neighbours:the stamp was old}.',
    'Lindo, Harva and Ostrel are among grocers that said {I grocers:they had changed suppliers}.',
    '“{D Sanders:I don’t believe they are saying it,}” Sanders said.',
  ],
  'whom a sentence names behind the same pronoun, and a body paragraphs before': [
    'Prince Arthur has told friends that {I Arthur:it was good}.\n\nServants were there. On the second day, he was seen rowing for hours with Anton Weber before lunch. Did they talk of the debt?\n\nHe instead told the Herald interviewer: “{D ?:I kept the boat.}”',
    'On Monday, the Harbour Daily warned that {I Harbour Daily:the flood was near}.\n\nNobody could miss it.\n\nMany in the valley will shrug. Meanwhile, they note that {I ?:the dam has held for years}.',
    'The Orrin Commission on noise and sleep found that {I The Orrin Commission on noise and sleep:there was harm}.',
  ],
  'a field, a calling or an agency beside a name': [
    'Deputy Director of Public Works Anna-Lena Brook signed the order. Ms Brook said: “{D Anna-Lena Brook:I would like to go.}”',
    'Writer-painters Otto Brand and Ralf Dorn will sail. “{D Otto Brand:We’re ready,}” Brand said.',
    'The flood has UK engineers wondering {I UK engineers:if taller walls are of use}.',
    '{I Scott Orme:One Merrow County reporting station had no snow all winter}, said Scott Orme, a forecaster.',
    'In a note asking for the vote, board President Anna Brook said that “{D Anna Brook:the lift is out of order.}”',
    '(BWN) {I White House:President Dan Tarn went to see the dam}, the White House said.',
    'Helen put the lamp with its crooked shade on my desk, telling me {I Helen:I would need it}.',
  ],
  'a place, a time and a body before whoever speaks': [
    'Valmer-based McOrme owns mills. McOrme said {I McOrme:its grain was dry}.',
    'Hours before Otto Brand’s race on Tuesday, coach Bruce Orme expressed hope, saying {I Bruce Orme:he likes the rain}.',
    'The mill did not say. The agency said {I The agency:it was late}.\n\nGov. Erik Holm and the heads of the board had gone. However, they said {I ?:they would wait}.',
  ],
  'capitals that are nobody': [
    'The Herald met one aunt, who knew her nephew was posing as a Boat Repair Service and a Pony-Ride Track, but never asked. “{D ?:I keep out of it,}” she said.',
    'Whatever Lindo changed is selling. Lindo says that {I Lindo:it is new}.',
  ],
  'a pull quote that the text has elsewhere': [
    '“{D Hugh Brand:A smaller fleet is a better one,}” said Hugh Brand, a former officer.\n\n“{D Tom Orme:Without a deep harbour there is no use in building ships,}” Orme said of the plan.\n\n“{D Hugh Brand:We have more boats than crews,}” he continued.\n\nFormer pilot Tom Orme came. “{D Tom Orme:Without a deep harbour there is no use in building ships,}” he said. It was late, and the hearing went on for many hours in the heat of the town.',
  ],
  'a name with works in brackets beside a description': [
    'Brook’s son, filmmaker Otto Marsh (“The Crossing,” “A Night in Ayr”), has it too. “{D Otto Marsh:It hung in the hall,}” he said.',
    'According to his cousin, Jane Orme, “{D Jane Orme:He could swim before he could walk.}”',
  ],
  'a first name cut short': [
    'Patrick W. Orme Jr., a baker, was fined. “{D Lena Vogel:Pat Orme has paid,}” his lawyer Lena Vogel said.\n\nOrme was fined for a letter he sent to Ilka Brook’s office, in which he said {I Patrick W. Orme:he was hungry}.',
  ],
  'a heading in marks, and what introduces it': [
    'Kurt Vogel said {I Kurt Vogel:he had no map}.\n\nHere are the main points:\n\n“{D ?:The bridge was known to lean}”\n\nVogel told the board, “{D Kurt Vogel:I measured it in May.}”',
    '“{D Hugh Brand:Nobody counts them,}” Hugh Brand said.\n\n“{D ?:… keep the boats of the yard from sailing}”\n\nA source inside the yard said {I A source inside the yard:it was not true}.',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
