// The verifier of the Digital Credentials Consortium.
import { cases, read, refused } from './offline.mjs';
const { verifyCredential } = await import('@digitalcredentials/verifier-core');

const found = {};
for (const name of cases) {
  const result = await verifyCredential({ credential: read(`${name}.json`), knownDIDRegistries: [] });
  const log = Object.fromEntries((result.log ?? []).map((one) => [one.id, one.valid ?? one.error?.name ?? false]));
  found[name] = {
    log,
    errors: (result.errors ?? []).map((one) => one.name),
  };
}
console.log(JSON.stringify({ found, refused }));
