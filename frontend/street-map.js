// <street-map>: the school's own map of its streets (PMTiles, from this host only), drawn when the page
// asks for it. The list beside it stays: without JavaScript, and where the map cannot be read.
import L from "leaflet";
import { leafletLayer } from "protomaps-leaflet";

window.L = L; // protomaps-leaflet looks for it there

class StreetMap extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    const [south, west, north, east] = numbers(this.dataset.bounds);
    const [min, max] = numbers(this.dataset.zooms);
    const box = this.querySelector(".street-map");
    this.map = L.map(box, { zoomControl: false, maxBounds: [[south, west], [north, east]], minZoom: min, maxZoom: max + 3, attributionControl: false });
    L.control.attribution({ prefix: false }).addTo(this.map);
    L.control.zoom({ zoomInTitle: this.dataset.nearer, zoomOutTitle: this.dataset.farther }).addTo(this.map);
    const flavor = document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const lang = document.documentElement.lang || "en";
    leafletLayer({ url: this.dataset.tiles, flavor, lang, maxDataZoom: max, noWrap: true }).addTo(this.map);
    const school = this.dataset.school ? numbers(this.dataset.school) : [(south + north) / 2, (west + east) / 2];
    const shown = [school, ...this.spots()];
    this.map.fitBounds(L.latLngBounds(shown).pad(0.1), { maxZoom: 15 });
    if (this.dataset.school) mark(school, this.dataset.name, "spot spot--school", false).addTo(this.map);
    if (this.dataset.picks) this.pick();
  }

  // The list is the source: what is not in it is not on the map.
  spots() {
    const rows = document.querySelectorAll(`#${this.dataset.spots || "none"} [data-at]`);
    return [...rows].map((row) => {
      const at = numbers(row.dataset.at);
      const link = row.querySelector("a");
      mark(at, link.textContent, `spot hue-${row.dataset.hue}`, true).bindPopup(() => told(row)).addTo(this.map);
      return at;
    });
  }

  // A click, or the button for the middle of the map, fills two fields. Nothing is sent by it.
  pick() {
    const [latitude, longitude] = this.dataset.picks.split(" ").map((id) => document.getElementById(id));
    const pin = L.circleMarker([0, 0], { radius: 9, interactive: false });
    const put = ({ lat, lng }) => {
      latitude.value = lat.toFixed(5);
      longitude.value = lng.toFixed(5);
      pin.setLatLng([lat, lng]).addTo(this.map);
    };
    this.map.on("click", (event) => put(event.latlng));
    this.querySelector("[data-middle]").addEventListener("click", () => put(this.map.getCenter()));
    this.closest("details")?.addEventListener("toggle", () => this.map.invalidateSize());
  }

  disconnectedCallback() {
    this.map?.remove();
  }
}

function mark(at, alt, className, keyboard) {
  const icon = L.divIcon({ className, iconSize: [24, 24] });
  return L.marker(at, { icon, keyboard, title: alt, alt, interactive: keyboard });
}

function told(row) {
  const box = document.createElement("div");
  const link = row.querySelector("a").cloneNode(true);
  const small = row.querySelector("small").cloneNode(true);
  box.append(link, document.createElement("br"), small);
  return box;
}

function numbers(text) {
  return text.split(",").map(Number);
}

customElements.define("street-map", StreetMap);
