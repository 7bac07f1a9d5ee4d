// What is kept of the emergency cards: pages of one person's sites, until the end of one day.
import { shelfOf } from "../kept/shelf.js";

export const cards = shelfOf({ name: "cards", whose: "X-Kindling-Card" });
