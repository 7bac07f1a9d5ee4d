// <pass-key> asks the device for a passkey and sends its form with the answer. Without a browser
// that can (or at an address without a name, where none works) its sentence says so.
import { bytes } from "./js/bytes.js";

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

// What the server says, with its base64url turned to bytes.
function ready(said, how) {
  const asked = { ...said.publicKey, challenge: bytes(said.publicKey.challenge) };
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  if (how === "get") return { ...asked, allowCredentials: known(asked.allowCredentials) };
  const selection = { ...asked.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" };
  const user = { ...asked.user, id: bytes(asked.user.id) };
  return { ...asked, user, excludeCredentials: known(asked.excludeCredentials), authenticatorSelection: selection };
}

// What the device says, with its bytes turned to base64url.
function told(made) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[name]) response[name] = text(made.response[name]);
  }
  if (made.response.getTransports) response.transports = made.response.getTransports();
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment ?? null,
    clientExtensionResults: made.getClientExtensionResults(),
    response,
  };
}

class PassKey extends HTMLElement {
  connectedCallback() {
    const named = !/^[\d.]+$|^\[/.test(location.hostname);
    if (!window.PublicKeyCredential || !window.isSecureContext || !named) return;
    this.button = this.querySelector("button");
    this.button.hidden = false;
    this.querySelector("[data-unable]").hidden = true;
    this.button.addEventListener("click", () => {
      this.button.disabled = true;
      this.failed(false);
      this.ask().catch(() => this.failed(true)).finally(() => (this.button.disabled = false));
    });
  }

  async ask() {
    const { how, name, options, fetch: from } = this.dataset;
    const said = options ? JSON.parse(options) : await this.options(from);
    const made = await navigator.credentials[how]({ publicKey: ready(said, how) });
    const form = this.closest("form");
    form.elements.namedItem(name).value = JSON.stringify(told(made));
    form.submit();
  }

  async options(from) {
    const answer = await fetch(from, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options;
  }

  failed(yes) {
    this.querySelector("[data-failed]").hidden = !yes;
  }
}

customElements.define("pass-key", PassKey);
