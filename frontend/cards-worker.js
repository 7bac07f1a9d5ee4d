// Serves kept emergency cards when there is no network.
import { cards } from "./js/cards/kept.js";
import { serve } from "./js/kept/serve.js";

serve(cards);
