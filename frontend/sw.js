// The service worker. Each concern is a module of its own.
import "./js/worker/shelf.js";
import "./js/worker/pocket.js";
import "./js/worker/taps.js";
import "./js/worker/pieces.js";
import "./js/worker/push.js";
import "./js/worker/renew.js";
