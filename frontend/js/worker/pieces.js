// Sends pieces of work that wait on the phone when the browser says there is a network again.
import { sendOnSync } from "../pieces/send.js";

sendOnSync();
