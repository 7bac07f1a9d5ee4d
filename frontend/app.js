import "htmx.org";
import "./js/dialog.js";
import "./js/forms.js";
import "./js/filters.js";
import "./js/toast.js";
import "./js/cards/leaving.js";
