/**
 * Titles before a name, as they are shortened.
 * Source: compromise 14.17.0 (MIT).
 * Made by `npm run lexicon`: not to be edited.
 */
import { list } from '../set.ts';

/** With their points and without. */
export const SHORTENED_TITLES = list(`
adm,adm.,asst,asst.,atty,atty.
brig,brig.
capt,capt.,cmdr,cmdr.,comdr,comdr.,cpl,cpl.
det,det.,dr,dr.
gen,gen.,gov,gov.
hon,hon.
lt,lt.
maj,maj.,messrs,messrs.,mlle,mlle.,mme,mme.,mr,mr.,mrs,mrs.,ms,ms.,mstr,mstr.
prof,prof.,pvt,pvt.
rep,rep.,reps,reps.,rev,rev.
sen,sen.,sens,sens.,sfc,sfc.,sgt,sgt.,sir,sir.,supt,supt.,surg,surg.
`);
