/**
 * What people of a country are called, as an adjective.
 * Source: i18n-nationality 1.4.0 (MIT), compromise 14.17.0 (MIT).
 * Made by `npm run lexicon`: not to be edited.
 */
import { list } from '../set.ts';

/** Adjectives of one word. */
export const ADJECTIVES = list(`
afghan,african,albanian,algerian,american,andorran,angolan,antiguans,argentine,argentinean,armenian,asian,aussie,australian,austrian,azerbaijani
bahamian,bahraini,bangladeshi,barbadian,batswana,belarusian,belgian,belizean,beninese,bhutanese,bolivian,bosnian,brazilian,brit,british,bruneian,bulgarian,burkinabe,burmese,burundian
californian,cambodian,cameroonian,canadian,chadian,chilean,chinese,cocos,colombian,comoran,congolese,croat,croatian,cuban,cypriot,czech
dane,danish,dominican,dutch
ecuadorean,ecuadorian,egyptian,emirati,emirian,englishman,eritrean,estonian,ethiopian,european
fijian,filipino,finnish,french
gabonese,gambian,georgian,german,ghanaian,greek,grenadian,guatemalan,guinean,guyanese
haitian,herzegovinian,hindi,honduran,hungarian
icelandic,indian,indonesian,iranian,iraqi,irish,irishman,israeli,italian,ivorian
jamaican,japanese,jordanian
kazakh,kazakhstani,kenyan,korean,kuwaiti,kyrgyz
laotian,latvian,lebanese,liberian,libyan,liechtensteiner,lithuanian,luxembourger
macedonian,malagasy,malawian,malaysian,maldivan,malian,maltese,manx,marshallese,mauritanian,mauritian,mexican,micronesian,moldovan,monacan,mongolian,montenegrin,moroccan,mosotho,mozambican
namibian,nauruan,nepalese,nicaraguan,nigerian,nigerien,norwegian
omani
pakistani,palauan,palestinian,panamanian,paraguayan,peruvian,philippine,pitcairn,polish,portuguese
qatari
romanian,russian,rwandan
salvadoran,samoan,saudi,scottish,senegalese,serbian,seychellois,singaporean,slovak,slovakian,slovenian,somali,somalian,spaniard,spanish,sudanese,surinamer,swazi,swede,swedish,swiss,syrian
taiwanese,tajik,tanzanian,texan,thai,togolese,tongan,trinidadian,tunisian,turkish,turkmen,tuvaluan
ugandan,ukrainian,uruguayan,uzbekistani
venezuelan,vietnamese
welsh
yemenite
zambian,zimbabwean
`);
