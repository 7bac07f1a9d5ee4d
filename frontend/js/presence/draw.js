// What the page says about taps on this phone; and, on the page for no network, the day itself.

export function draw(element, taps, { today, signedOut, time }) {
  const own = taps.filter((tap) => tap.person === element.dataset.person);
  const others = taps.filter((tap) => tap.person !== element.dataset.person && tap.state === "waiting");
  tellOf(element, own, { signedOut, time });
  element.querySelector("[data-others]")?.toggleAttribute("hidden", others.length === 0);
  if (element.dataset.days) drawDay(element, own, { today, time });
  else hideTaken(element, own, today);
}

// ── the list of taps ──

function tellOf(element, own, { signedOut, time }) {
  const list = element.querySelector("[data-taps]");
  if (!list) return;
  const told = own.filter((tap) => tap.state !== "sent" || tap.why || tap.sent_at - tap.tapped_at > 60_000);
  list.replaceChildren(...told.map((tap) => tellOne(list, tap, time)));
  list.hidden = told.length === 0;
  const isAsked = signedOut && own.some((tap) => tap.state === "waiting");
  element.querySelector("[data-sign-in]")?.toggleAttribute("hidden", !isAsked);
}

function tellOne(list, tap, time) {
  const line = list.parentElement.querySelector(`template[data-tap="${tap.state}"]`).content.cloneNode(true).firstElementChild;
  const facts = { time: time(tap.shown), sent: time(tap.shown + (tap.sent_at ?? 0) - tap.tapped_at), why: tap.why ?? "" };
  const words = line.querySelector(`[data-words=${tap.kind}]`);
  line.querySelectorAll("[data-words]").forEach((one) => one !== words && one.remove());
  words.textContent = words.textContent.replace(/\{(\w+)\}/g, (_all, name) => facts[name]);
  if (tap.state === "sent" && tap.why) words.append(` ${tap.why}`); // the code was wrong
  const button = line.querySelector("[data-forget]");
  if (button) button.dataset.forget = tap.tap;
  return line;
}

// A tap that waits is not asked for again.
function hideTaken(element, own, today) {
  for (const form of element.querySelectorAll("form[data-kind]")) {
    const isTaken = own.some((tap) => tap.state === "waiting" && tap.on === today
      && tap.kind === form.dataset.kind && tap.placement === form.dataset.placement);
    form.hidden = isTaken;
  }
}

// ── the day, drawn from what the phone knows ──

function drawDay(element, own, { today, time }) {
  const days = JSON.parse(element.dataset.days).filter((day) => day.on === today);
  const drawn = days.map((day) => ({ ...day, ...stepOf(day, own, time) }));
  const day = drawn.find((one) => one.step !== "done") ?? drawn.at(-1) ?? { step: "off" };
  const hero = element.querySelector("[data-hero]");
  if (hero.dataset.drawn === `${day.step} ${day.placement}`) return;
  hero.dataset.drawn = `${day.step} ${day.placement}`;
  const part = element.querySelector(`template[data-step=${day.step}]`).content.cloneNode(true);
  for (const one of part.querySelectorAll("[data-fill]")) {
    one.textContent = one.textContent.replace(/\{(\w+)\}/g, (_all, name) => day[name] ?? "");
  }
  const form = part.querySelector("form[data-kind]");
  if (form) form.dataset.placement = day.placement;
  const code = part.querySelector("input[name=code]");
  if (code) code.value = new URLSearchParams(location.search).get("code") ?? "";
  const line = part.querySelector("input[name=line]");
  if (line) line.required = ["remote", "family"].includes(day.mode);
  hero.replaceChildren(part);
}

function stepOf(day, own, time) {
  const mine = own.filter((tap) => tap.placement === day.placement && tap.on === day.on && tap.state !== "refused");
  const came = mine.find((tap) => tap.kind === "check_in");
  if (mine.some((tap) => tap.kind === "check_out") || day.step === "done") return { step: "done" };
  if (came) return { step: "here", since: day.since ?? time(came.shown), mode: came.mode || day.mode };
  return { step: day.step ?? "go" };
}
