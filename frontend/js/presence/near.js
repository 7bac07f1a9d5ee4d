// Is the phone at the place? It looks, compares and says yes, no or unknown. Where it is never leaves
// this function. Off unless the student turned it on, on this phone.
const EARTH = 6_371_000; // metres
const BLURRED = 500; // a phone that knows no better says nothing
const PATIENCE = 5_000;
const DAY = 86_400_000;
const key = (person) => `kindling-near ${person}`;

export function placeOf(person, placement) {
  return read(person)?.[placement] ?? null;
}

export const isOn = (person) => read(person) !== null;

export async function turnOn(person, placement, address) {
  if ((await position()) === null) return false; // asks the phone's owner, once
  return learn(person, placement, address);
}

// A place may move, and a student may go to another one: learnt anew once a day.
export async function renew(person, placement, address) {
  const place = placeOf(person, placement);
  if (!place || Date.now() - place.learnt > DAY) await learn(person, placement, address);
}

async function learn(person, placement, address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) return false;
  write(person, { ...read(person), [placement]: { ...(await answer.json()), learnt: Date.now() } });
  return true;
}

export function turnOff(person) {
  try { localStorage.removeItem(key(person)); } catch { /* nothing was kept */ }
}

export async function atSite(person, placement) {
  const place = placeOf(person, placement);
  if (!place || place.latitude === null) return "unknown";
  const here = await position();
  if (here === null || here.accuracy > BLURRED) return "unknown";
  return distance(here, place) - here.accuracy <= place.metres ? "yes" : "no";
}

function position() {
  if (!navigator.geolocation) return Promise.resolve(null);
  const options = { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 };
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition((found) => resolve(found.coords), () => resolve(null), options);
  });
}

function distance(one, other) {
  const rad = (degrees) => (degrees * Math.PI) / 180;
  const height = Math.sin(rad(other.latitude - one.latitude) / 2) ** 2;
  const width = Math.sin(rad(other.longitude - one.longitude) / 2) ** 2;
  const bent = Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * width;
  return 2 * EARTH * Math.asin(Math.sqrt(height + bent));
}

function read(person) {
  try { return JSON.parse(localStorage.getItem(key(person))); } catch { return null; }
}

function write(person, places) {
  try { localStorage.setItem(key(person), JSON.stringify(places)); } catch { /* stays off */ }
}
