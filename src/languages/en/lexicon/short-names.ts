/**
 * First names and what they are cut to.
 * Source: written by hand.
 */
const ROWS =
  'robert rob bob bobby robbie|william will bill billy willie|patrick pat paddy|patricia pat trish tricia|' +
  'michael mike mick mickey|james jim jimmy jamie|joseph joe joey|thomas tom tommy|timothy tim|daniel dan danny|' +
  'david dave davy|stephen steve|steven steve|christopher chris|christine chris|christina chris tina|matthew matt|' +
  'anthony tony|antony tony|nicholas nick|benjamin ben benny|samuel sam sammy|samantha sam|alexander alex sandy|' +
  'alexandra alex sandy|andrew andy drew|edward ed eddie ted ned|edwin ed eddie|frederick fred freddie|gregory greg|' +
  'jeffrey jeff|geoffrey geoff|jonathan jon|joshua josh|kenneth ken kenny|lawrence larry|laurence larry|leonard len lenny|' +
  'elizabeth liz beth betty lizzie eliza|margaret maggie meg peggy|katherine kate katie kathy|catherine kate cathy cate|' +
  'kathleen kate kathy|susan sue suzie|deborah deb debbie|jennifer jen jenny|jessica jess|victoria vicky vicki|' +
  'rebecca becky|peter pete|philip phil|phillip phil|raymond ray|ronald ron ronnie|donald don donnie|' +
  'richard rick ricky dick rich|stanley stan|vincent vince|walter walt|zachary zach zack|abraham abe|albert al bert|' +
  'alan al|eugene gene|gerald gerry jerry|jeremy jerry|harold harry hal|henry harry hank|john jack johnny|martin marty|' +
  'melvin mel|nathan nate|nathaniel nate|norman norm|russell russ|terence terry|teresa terry|theodore ted theo|wesley wes|' +
  'charles charlie chuck|cynthia cindy|barbara barb|bernard bernie|angela angie|amanda mandy|pamela pam|sandra sandy|' +
  'stephanie steph|valerie val|herbert herb bert|arthur art|douglas doug|francis frank|franklin frank|leslie les|' +
  'louis lou|lewis lew|maxwell max|maximilian max|oliver ollie|rodney rod|roderick rod|sidney sid|simon si|stuart stu|' +
  'judith judy|jacqueline jackie|kimberly kim|madeleine maddie|nancy nan|roberta bobbie|suzanne sue|tamara tammy|virginia ginny';

const SHORT: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROWS.split('|').map((row) => {
    const [whole = '', ...short] = row.split(' ');
    return [whole, new Set(short)];
  }),
);

/** Whether two first names, as keys, may be one person's: one is short for the other. */
export const isShortFor = (one: string, other: string): boolean =>
  (SHORT.get(one)?.has(other) ?? false) || (SHORT.get(other)?.has(one) ?? false);
