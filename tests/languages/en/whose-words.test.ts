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
    'Margaret Alder died. Her daughter, Celia Alder, confirmed it. “{D Celia Alder:She worked,}” Celia Alder said. “{D Celia Alder:She loved clay,}” Celia Alder added.\n\n“{D ?:They thought women should decorate,}” Alder recalled in 1987.',
  ],
  'one name alone, and bodies': [
    'Obi told the Guardian {I Obi:he would not stand again}.\n\n“{D Obi:I am done,}” he said.',
    'Barlow Capital, which owns it, said {I Barlow Capital:it had lost confidence}.\n\n“{D Barlow Capital:We will meet them,}” it said.',
  ],
  'who passes words on, and what only looks like a verb': [
    '{I the ministry:The raid killed six}, the ministry said, according to Al Sahar TV.',
    'Another neighbour, who gave no name, said {I Another neighbour:Dunphy once told him so}.',
    'Jones, quoting her late father, said: “{D Jones:Never sign what you have not read.}”',
    'Leader Shailaja Menon slammed them on X. “{D Shailaja Menon:They have contempt for us,}” she wrote.',
    'NEW DELHI, July 14 (PTN) The Supreme Court met on Monday, saying {I Supreme Court:the delay was long}.',
  ],
};

describe.each(Object.entries(KINDS))('%s', (_, sources) => {
  test.each(sources)('%s', (source) => {
    const { found, expected } = speakers(source);
    expect(found).toEqual(expected);
  });
});
