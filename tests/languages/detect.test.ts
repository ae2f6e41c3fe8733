/** Languages are told by running words; short texts and names tell none. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readCard } from '../../src/intake/cards/read.ts';
import { ArticleCard } from '../../src/intake/cards/schema.ts';
import { extractQuotes } from '../../src/archive/extract.ts';
import { detectLanguage } from '../../src/languages/detect.ts';
import { draftArticle } from '../../src/archive/article.ts';

const TEXTS: Record<string, string> = {
  en: '“We will keep the night ferry,” said Mara Obi, who has chaired the harbour board for two years.',
  de: '„Wir behalten die Nachtfähre“, sagte Mara Obi, die seit zwei Jahren den Hafenrat der Stadt leitet.',
  fr: '« Nous garderons le ferry de nuit », a déclaré Mara Obi, qui préside le conseil du port depuis deux ans.',
  es: '«Mantendremos el transbordador de noche», dijo Mara Obi, que preside el consejo del puerto desde hace dos años.',
  it: '«Manterremo il traghetto notturno», ha detto Mara Obi, che presiede da due anni il consiglio del porto.',
  nl: '“Wij houden de nachtveerboot”, zei Mara Obi, die al twee jaar voorzitter is van de raad van de haven.',
  sv: '”Vi behåller nattfärjan”, sade Mara Obi, som har varit ordförande i hamnens styrelse i två år.',
  pl: '„Zachowamy nocny prom”, powiedziała Mara Obi, która od dwóch lat kieruje radą portu w tym mieście.',
  tr: '“Gece feribotunu koruyacağız” dedi iki yıldır liman kurulunun başkanlığını yapan Mara Obi.',
  ru: '«Мы сохраним ночной паром», — сказала Мара Оби, которая два года возглавляет совет порта.',
  ar: '«سنبقي على العبارة الليلية»، قالت مارا أوبي التي ترأس مجلس الميناء منذ عامين.',
  he: '„נשמור על מעבורת הלילה”, אמרה מארה אובי, העומדת בראש מועצת הנמל זה שנתיים.',
  zh: '“我们会保留夜间渡轮，”担任港口委员会主席两年的玛拉·奥比说。',
  ja: '「夜のフェリーは残します」と、港湾委員会の議長を二年務めるマラ・オビは述べた。',
};
const NAMES = 'Mara Obi\nNina Hult\nTove Lindqvist\nJosé Pérez\nIda van der Berg\nKarim Osman\n';

test.each(Object.entries(TEXTS))('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

const SWAHILI =
  'Baraza la mji liliamua jana usiku kuendelea na kivuko cha mwisho kinachovuka mto, baada ya mabishano ya miaka miwili. Wakazi wa upande wa mashariki walisema kwamba bila kivuko hicho wangelazimika kuzunguka kwa barabara ndefu kila siku. Nauli itapanda kuanzia mwezi wa sita, na fedha hizo zitatumika kutengeneza gati la zamani ambalo limeharibika kwa mvua nyingi za mwaka huu. Wajumbe wawili hawakupiga kura, lakini wengine wote waliunga mkono uamuzi huo kwa furaha kubwa.';
const pageIn = (stated: string, words: string) =>
  draftArticle(
    'a',
    new VFile({
      path: 'a.html',
      value: new TextEncoder().encode(
        `<html lang="${stated}"><body><article><h1>Kivuko</h1><p>${words}</p></article></body></html>`,
      ),
    }),
    { index: { byId: new Map(), byName: new Map() } },
  )?.language;

const WELSH =
  'Ni fydd y fferi yn hwylio cyn dydd Gwener am fod y cei o dan ddŵr o hyd ar ôl y storm neithiwr. Dywedodd meistr yr harbwr fod y ramp wedi plygu ac y bydd plymiwr yn edrych arno bore yfory. Mae pobl yr ynys wedi bod yn aros ers pythefnos ac maen nhw yn siomedig am na ddaeth yr ail gwch yr oedd y llywodraeth wedi ei addo. Dim ond mynd adref a gwerthu ein pysgod yn y farchnad yr ydym ni eisiau, meddai hi wrth y papur.';

test('a text without the small words of English is no English, though its page says so', () => {
  expect(detectLanguage(WELSH)).toBe('und');
  expect(pageIn('en-US', WELSH)).toEqual({ tag: 'und', basis: 'detected' });
  expect(pageIn('cy', WELSH)).toEqual({ tag: 'cy', basis: 'stated' });
});

/** Languages that eld 2.1.0 does not know; it takes most of them for a neighbour, as `other` says. */
test.each([
  ['sw', 'nothing', SWAHILI],
  [
    'af',
    'nl',
    'Die veerboot sal nie voor Vrydag vertrek nie omdat die kaai ná gisteraand se storm nog onder water is. Die hawemeester het gesê dat die laaibrug gebuig is en dat ’n duiker dit môreoggend sal nagaan. Die eilandbewoners wag al twee weke lank.',
  ],
  [
    'id',
    'ms',
    'Kapal tidak bisa berangkat sebelum hari Jumat karena dermaga masih terendam setelah badai kemarin malam. Kepala pelabuhan menjelaskan bahwa jembatan muatnya bengkok. Uang sewa kapal pengganti belum ada, dan warga pulau sudah menunggu dua minggu.',
  ],
  [
    'gl',
    'pt',
    'A barca non vai saír ata o venres porque o peirao segue baixo a auga, dixo o capitán do porto. Hai unha rampla torcida e un mergullador ha de mirala mañá cedo. A xente da illa xa leva dúas semanas agardando polo pan, e nin a segunda barca chegou.',
  ],
  [
    'ps',
    'fa',
    'د تېرې شپې له توپان وروسته بندر لا هم تر اوبو لاندې دی او کښتۍ به تر جمعې مخکې ونه خوځېږي. د بندر مشر وويل چې پله کږه شوې ده او سبا سهار به يې يو غوټه وهونکی وګوري. د ټاپو اوسېدونکي دوه اوونۍ کېږي چې انتظار کوي.',
  ],
  [
    'mk',
    'sr',
    'Траектот нема да тргне пред петок затоа што кејот е сè уште под вода по синоќешната бура. Капетанот на пристаништето рече дека рампата е свиткана и дека нуркач ќе ја провери утре наутро. Жителите на островот чекаат веќе две недели.',
  ],
  [
    'ne',
    'hi',
    'हिजो रातिको आँधीपछि घाट अझै पानीमुनि रहेकाले शुक्रबारअघि डुङ्गा चल्ने छैन। बन्दरगाह प्रमुखले पुल बाङ्गिएको र भोलि बिहान गोताखोरले त्यसको जाँच गर्ने बताए। टापुका बासिन्दाहरू दुई हप्तादेखि पर्खिरहेका छन् र दोस्रो डुङ्गा कहिल्यै आएन।',
  ],
  [
    'kk',
    'be',
    'Кеше түнгі дауылдан кейін кемежай әлі де су астында қалғандықтан, паром жұмаға дейін жүрмейді. Айлақ бастығы көпірдің майысқанын және оны ертең таңертең сүңгуір тексеретінін айтты. Арал тұрғындары екі аптадан бері күтіп отыр.',
  ],
])('%s is not taken for %s', (language, _, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  [
    'nl',
    'De veerboot zal niet voor vrijdag vertrekken omdat de kade na de storm van gisteravond nog onder water staat. De havenmeester zei dat de laadbrug verbogen is en dat een duiker die morgenochtend zal bekijken. De eilandbewoners wachten al twee weken.',
  ],
  [
    'ms',
    'Feri tidak akan bertolak sebelum hari Jumaat kerana jeti masih ditenggelami air selepas ribut semalam. Ketua pelabuhan berkata bahawa jambatan muatan itu bengkok dan seorang penyelam akan memeriksanya esok pagi. Penduduk pulau sudah menunggu dua minggu.',
  ],
  [
    'pt',
    'A balsa não partirá antes de sexta-feira porque o cais continua debaixo de água depois da tempestade da noite passada. O capitão do porto disse que a rampa está torta e que um mergulhador irá verificá-la amanhã de manhã. Os moradores esperam há duas semanas.',
  ],
  [
    'bg',
    'Фериботът няма да тръгне преди петък, защото кеят все още е под вода след снощната буря. Капитанът на пристанището каза, че рампата е огъната и че водолаз ще я провери утре сутринта. Жителите на острова чакат вече две седмици.',
  ],
])('%s stays what it is, beside a neighbour that one detector does not know', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('of two languages that are much alike a page is in the one that it states, by its usual tag', () => {
  const malay =
    'Dewan kota memutuskan tadi malam untuk tetap menjalankan kapal penyeberangan terakhir di sungai itu. Warga di tepi timur mengatakan bahwa mereka tidak akan menunggu lagi dalam gelap setelah hujan turun.';
  expect(pageIn('ID', malay)?.tag).toBe('id');
  expect(pageIn('En-gb', TEXTS.en ?? '')?.tag).toBe('en-GB');
});

test.each([
  ['a short text', 'It rained all day.'],
  ['a list of names', NAMES.repeat(10)],
  ['figures', '12 34 56 km/h, 7/8, 2021'],
  ['a name in quotation marks', '“Der Spiegel”'],
  [
    'a list of dishes',
    'Menu: tomato soup, gnocchi alla romana, risotto al nero di seppia, crème brûlée, tarte Tatin, saltimbocca, moules marinière, sauerkraut and bratwurst, paella valenciana, pad thai, dim sum, sushi. The waiter said that the kitchen closes at ten and the bar at midnight, and that dogs are welcome.',
  ],
  ['nothing', ''],
])('%s tells none', (_, text) => {
  expect(detectLanguage(text)).toBeNull();
});

test('a text in capitals', () => {
  expect(detectLanguage((TEXTS.en ?? '').toUpperCase())).toBe('en');
});

test.each([
  ['de', '„Wir haben zu lange gewartet“, sagte Brandt.'],
  ['it', '“Abbiamo aspettato troppo”, ha detto la sindaca Brandt.'],
  ['no', '– Vi har ventet for lenge, sier ordfører Brandt.'],
  ['cs', '„Čekali jsme příliš dlouho,“ řekla starostka Brandtová.'],
])('one sentence in %s tells it', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('a menu in English above a text in another language does not decide', () => {
  const menu =
    'Home News Sport Business Sign in Subscribe now to our newsletter and read more stories about everything.';
  const body =
    'Le maire a dit que le pont fermerait lundi pour une semaine de travaux, et que les bateaux passeraient toutes les dix minutes. ';
  expect(detectLanguage(`${menu}\n\n${body.repeat(3)}`)).toBe('fr');
});

test('some paragraphs of another language do not decide', () => {
  expect(detectLanguage(`${`${TEXTS.en}\n\n`.repeat(40)}${TEXTS.de}\n\n${TEXTS.fr}`)).toBe('en');
});

const draft = (text: string, card = '', siteLanguage?: string) => {
  const file = new VFile({ path: 'content/sources/a.txt', value: new TextEncoder().encode(text) });
  const cardFile = new VFile({ path: 'content/articles/a.md', value: `---\n${card}---\n` });
  const read = card ? readCard(cardFile, ArticleCard) : null;
  const index = { byId: new Map(), byName: new Map() };
  const found = draftArticle('a', file, { card: read, index, siteLanguage });
  if (!found) throw new Error(file.messages.map(String).join('\n'));
  const rules = file.messages.map(({ ruleId }) => ruleId);
  return { ...found, warned: rules.filter((rule) => rule === 'language-without-rules').length };
};
const article = (text: string) => `Night ferry\n\nBy Ann Lee\n\n${text}\n\n${text}\n`;

describe('an article', () => {
  test.each(Object.entries(TEXTS))('in %s', (language, text) => {
    const { language: told, claims, warned } = draft(article(text));
    expect(told).toEqual({ tag: language, basis: 'detected' });
    expect(warned).toBe(language === 'en' ? 0 : 1);
    expect(claims.length > 0).toBe(language === 'en');
  });

  test('too short to tell is in the language of the site', () => {
    expect(draft('Quiet day\n\nIt rained.\n').language).toEqual({ tag: 'en', basis: 'default' });
    const german = draft('Ruhe\n\nEs goss.\n', '', 'de');
    expect(german.language).toEqual({ tag: 'de', basis: 'default' });
    expect(german.warned).toBe(1);
  });

  test('is in the language that its card or front matter names', () => {
    const { language, claims, warned } = draft(article(TEXTS.en ?? ''), 'language: sco\n');
    expect([language, claims.length, warned]).toEqual([{ tag: 'sco', basis: 'card' }, 0, 1]);
    expect(draft(`---\ntitle: A\nlanguage: fr\n---\n\n${TEXTS.en}\n`).language).toEqual({
      tag: 'fr',
      basis: 'stated',
    });
    expect(
      draft(`---\ntitle: A\nlanguage: 12\n---\n\n${article(TEXTS.en ?? '')}`).language.tag,
    ).toBe('en');
  });

  test('without rules has the claims of its card', () => {
    const { claims, warned } = draft(
      article(TEXTS.de ?? ''),
      'claims:\n  - words: Wir behalten die Nachtfähre\n    occurrence: 1\n    add: true\n    type: direct\n    why: named beside it\n',
    );
    expect(claims.map(({ text, review }) => [text, review])).toEqual([
      ['Wir behalten die Nachtfähre', 'added'],
    ]);
    expect(warned).toBe(1);
  });

  test('of turns in another language has none', () => {
    const { found, claims } = draft(
      'Interview\n\nAnna Lee: Wie lange bleibt die Fähre denn noch in dieser Stadt?\n\nMara Obi: Sie bleibt, solange es den Hafen gibt, und noch etwas länger.\n\nAnna Lee: Und wer soll das alles am Ende bezahlen, wenn es so weit ist?\n\nMara Obi: Das zahlen wir, und niemand sonst muss dafür aufkommen.\n',
    );
    expect([found.turns, claims]).toEqual([[], []]);
  });
});

describe('a loose text', () => {
  test('in another language says so and has no quotes', () => {
    expect(extractQuotes(TEXTS.de ?? '')).toEqual({ language: 'de', quotes: [] });
  });
  test('says what was undone before it was read', () => {
    const misread = new TextDecoder('windows-1252').decode(new TextEncoder().encode(TEXTS.en));
    const { undone, quotes } = extractQuotes(misread);
    expect(undone).toEqual(['windows-1252']);
    expect(misread.slice(quotes[0]?.start, quotes[0]?.end)).toBe('We will keep the night ferry,');
    expect(
      extractQuotes((TEXTS.de ?? '').replaceAll('„', '&bdquo;').replaceAll('ä', '&auml;')),
    ).toEqual({
      language: 'de',
      undone: ['references'],
      quotes: [],
    });
  });
  test('in English is answered as ever, however short', () => {
    for (const text of [
      '“No,” he said.',
      TEXTS.en ?? '',
      '“Der Spiegel” is right, said Mara Obi.',
    ]) {
      const { quotes, ...rest } = extractQuotes(text);
      expect(quotes.length).toBeGreaterThan(0);
      expect(rest).toEqual({});
    }
  });
});

test.each([
  ['letters', 'a'],
  ['signs', '*'],
  ['pictures', '🚀'],
  ['letters and marks', 'a/'],
  ['ampersands', '&a'],
])('a run without a blank costs no more than its length: %s', (_, piece) => {
  const before = process.cpuUsage();
  detectLanguage(piece.repeat(400_000 / piece.length));
  const { user } = process.cpuUsage(before);
  // Some milliseconds; work that grows with the square of the length takes minutes.
  expect(user / 1e6).toBeLessThan(5);
});
