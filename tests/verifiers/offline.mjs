// The world as the test made it: a clock, and the few addresses that answer. argv[2]: its folder.
import { readFileSync } from 'node:fs';

export const folder = process.argv[2];
const map = JSON.parse(readFileSync(`${folder}/map.json`));
export const read = (name) => JSON.parse(readFileSync(name.startsWith('/') ? name : `${folder}/${name}`));
export const cases = map.cases;
export const answers = map.answers;
export const refused = [];

const Real = Date;
const shift = map.now - Real.now();
globalThis.Date = class extends Real {
  constructor(...told) {
    super(...(told.length ? told : [Real.now() + shift]));
  }
  static now() {
    return Real.now() + shift;
  }
};

globalThis.fetch = async (asked) => {
  const url = String(asked.url ?? asked);
  if (!(url in answers)) {
    refused.push(url);
    throw new TypeError(`offline: ${url}`);
  }
  return new Response(JSON.stringify(read(answers[url])), {
    status: 200,
    headers: { 'content-type': 'application/json' },
  });
};
