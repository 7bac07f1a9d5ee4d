// jose: a VC-JWT, by the key its header names in the school's DID document.
import { readFileSync } from 'node:fs';
import { answers, folder, read } from './offline.mjs';
const { importJWK, jwtVerify } = await import('jose');

const tokens = JSON.parse(readFileSync(`${folder}/tokens.json`));
const key = async ({ kid }) => {
  const [did] = kid.split('#');
  const address = `https://${did.slice(8).split(':').map(decodeURIComponent).join('/')}/did.json`;
  const document = read(answers[address]);
  return importJWK(document.verificationMethod.find((one) => one.id === kid).publicKeyJwk, 'RS256');
};
const found = {};
for (const [name, token] of Object.entries(tokens)) {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, key, { currentDate: new Date() });
    found[name] = { verified: payload.iss === protectedHeader.kid.split('#')[0], header: protectedHeader, type: payload.type };
  } catch (error) {
    found[name] = { verified: false, error: error.code };
  }
}
console.log(JSON.stringify(found));
