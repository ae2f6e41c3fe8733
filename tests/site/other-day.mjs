// Another day, and folders that list their files the other way round.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const Today = Date;
const later = 777 * 86_400_000 + 12_345_678;
globalThis.Date = class extends Today {
  constructor(...args) {
    if (args.length === 0) super(Today.now() + later);
    else super(...args);
  }
  static now() {
    return Today.now() + later;
  }
};

const { readdirSync, readdir } = fs;
const { readdir: promised } = fs.promises;
fs.readdirSync = (...args) => readdirSync(...args).reverse();
fs.promises.readdir = async (...args) => (await promised(...args)).reverse();
fs.readdir = (...args) => {
  const done = args.pop();
  readdir(...args, (error, list) => done(error, list?.reverse()));
};
syncBuiltinESMExports();
