// What is kept of the visits: the page of notes of one person, for a week.
import { shelfOf } from "../kept/shelf.js";

export const visits = shelfOf({ name: "visits", whose: "X-Kindling-Visits" });
