// Digital Bazaar's verifier. `verified` stays true for a revoked one: read its status, too.
import { answers, cases, read } from './offline.mjs';
const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const { securityLoader } = await import('@digitalbazaar/security-document-loader');
const { checkStatus } = await import('@digitalbazaar/vc-bitstring-status-list');
const vc = await import('@digitalbazaar/vc');

const known = securityLoader().build();
const documentLoader = async (url) => {
  const [where, part] = url.split('#');
  const address = where.startsWith('did:web:')
    ? `https://${where.slice(8).split(':').map(decodeURIComponent).join('/')}/did.json`
    : url;
  if (!(address in answers)) return known(url);
  let document = read(answers[address]);
  if (part && where.startsWith('did:web:')) {
    const method = document.verificationMethod.find((one) => one.id === url);
    if (!method) throw new Error(`no such key: ${url}`);
    document = { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  }
  return { documentUrl: url, contextUrl: null, document };
};

const suite = new DataIntegrityProof({ cryptosuite });
const status = (options) =>
  checkStatus({ ...options, documentLoader, suite, verifyBitstringStatusListCredential: true, verifyMatchingIssuers: true });
const said = (error) => (error ? [error.message, ...(error.errors ?? []).flatMap(said), ...said(error.cause)] : []);

const found = {};
for (const name of cases) {
  const result = await vc.verifyCredential({ credential: read(`${name}.json`), suite, documentLoader, checkStatus: status });
  found[name] = {
    verified: result.verified,
    revoked: result.statusResult?.results?.some((one) => one.status) ?? null,
    errors: said(result.error),
  };
}
console.log(JSON.stringify(found));
