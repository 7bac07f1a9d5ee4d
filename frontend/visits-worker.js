// Serves the kept page of notes when there is no network, and sends what waits when there is one.
import { serve } from "./js/kept/serve.js";
import { visits } from "./js/visits/kept.js";
import { sendOnSync } from "./js/visits/send.js";

serve(visits);
sendOnSync();
