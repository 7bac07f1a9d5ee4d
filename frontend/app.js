import "htmx.org";
import "./js/dialog.js";
import "./js/forms.js";
import "./js/filters.js";
import "./js/toast.js";
import { tell } from "./js/told.js";
import "./js/kept/leaving.js";
import "./js/editing/leaving.js";
import "./js/editing/unsent.js";

tell();
