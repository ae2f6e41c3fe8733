/**
 * Letters that Unicode does not take apart, as plain ones: ł, đ, ø, ß, æ, œ, þ, ı and every other letter of the
 * Latin script (after any-ascii 0.3, ISC), and the letters that Arabic and Persian write in several ways.
 */

/** Marks above and below letters, and the stroke that only lengthens Arabic ones. */
export const MARKLESS = /[\p{M}\u0640]/gu;

/** Groups parted by blanks: the plain letters, then all that stand for them; the first group stands for none. */
const LATIN =
  'ƅƨƹƽɂʔʕʡʢʭᴤᴥꜣꜥꜫꜭꜯꝫꝯꞌꞏ꟏ aɐɑɒʌᴀᶏᶐⱥꞻꬰꭤ aaꜳ aeæᴁᴂꞛꬱ aoꜵ auꜷ avꜹꜻ ayꜽ bƀƃɓʙᴃᴯᵬᶀꞗꞵ ' +
  'cƈǀȼɕᴄↄꜿꞓꞔ dðđƌȡɖɗᴅᴆᵭᶁᶑẟꝱꝺꟈ dbȸ dzƻʣʥꭦ dzhʤ eǝɇɘəɛɜᴇᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴ erɚɝ fƒɸᵮᶂⅎꜰꝼꞙꟻꬵ ' +
  'fngʩ gǥɠɡɢɣʛᵷᵹᶃꞡꟑꬶ ghƣ hħɦɧʜⱨⱶꜧꞕꟶ hwƕ iıɨɩɪɿʅᴉᵎᵻᵼᶖꞽꟷꟾ iaꭠ ieꭡ jȷɉɟʄʝᴊ kƙʞᴋᶄⱪꝁꝃꝅꞣ ' +
  'lłƚƛȴɫɬɭʟᴌᶅⱡꝇꝉꝲꞎꟛꬷꬸꬹ llỻꞁ lsʪ lzʫ lzhɮ mɱᴍᵯᶆꝳꟽꟿꬺ nƞȵɲɳɴᴎᴻᵰᶇꝴꞑꞥꬻ ngŋꝿꬼ ' +
  'oøɔɞɵᴏᴐᴑᴒᴓᴖᴗᶗⱷⱺꝋꝍꞷꟁꬽꬾꬿ oeœɶʚᴔꞝꭀꭁꭂꭢ ooꝏꭃꭄ ouȣᴕ pƥᴘᵱᵽᶈꝑꝓꝕꟼ pcʘ qĸǃɋʗʠꝗꝙꞯ qcǂ qpȹ ' +
  'rɍɹɺɻɼɽɾʀʁᴙᴚᵲᵳᶉⱹꝛꝝꝵꝶꞃꞧꭅꭆꭇꭉꭋꭌꭨ rrꭈꭊ sȿʂᵴᶊẜẝꜱꝭꝸꞅꞩꟊꟍꟗꟙ shƪʃʆᶋᶘꭍ ssß tŧƫƭȶʇʈᴛᵵⱦꝷꞇ ' +
  'tcʨ thþᵺꝥꝧ ththꟓ tsƾʦꭧ tshʧ tzꜩ uɤɷʉʊᴜᴝᴞᵾᵿᶙꞹꞿꭎꭏꭒ ueᵫꞟ uiꭐꭑ uoꭣ vʋᴠᶌỽⱱⱴꝟꝩ vyꝡ ' +
  'wƿɯɰʍᴟᴡⱳꟃꟺ wwʬꟕ xǁʖᶍꭓꭔꭕꭖꭗꭘꭙ yƴȝɏɥʎʏʮʯỿꭚ zƍƶȥɀʐʑᴢᵶᶎⱬꝣ zhƺʒʓᴣᶚ';
const ARABIC = 'اٱ يىیېۍ كکڪ هةہھۀۃە';
const DIGITS = [0x0660, 0x06f0, 0x0966, 0x09e6];

const plainOf = new Map<string, string>();
for (const [i, group] of LATIN.split(' ').entries()) {
  const to = i === 0 ? '' : (/^[a-z]*/.exec(group)?.[0] ?? '');
  for (const letter of group.slice(to.length)) plainOf.set(letter, to);
}
for (const [plain = '', ...others] of ARABIC.split(' '))
  for (const letter of others) plainOf.set(letter, plain);
for (const zero of DIGITS)
  for (let n = 0; n < 10; n++) plainOf.set(String.fromCharCode(zero + n), String(n));

/** The word with plain letters for all that have them. */
export const plainLetters = (word: string): string =>
  /^[\0-\x7f]*$/.test(word) ? word : word.replace(/[^\0-\x7f]/g, (c) => plainOf.get(c) ?? c);
