// A live part (board, alarms) asks again every eight seconds while somebody looks at it. An answer
// without news is a 304 and changes nothing. When no answer comes for half a minute, the page says that it is old.
const EVERY = 8000;
const OLD = 30000;
const part = () => document.querySelector("[data-live]");
const isSeen = () => document.visibilityState === "visible";
let heard = Date.now();

function ask() {
  if (!isSeen()) return;
  part()?.dispatchEvent(new Event("ask-again"));
  tell();
}

function tell() {
  const note = document.querySelector("[data-live-old]");
  if (note) note.hidden = Date.now() - heard < OLD;
}

document.addEventListener("htmx:before:response", (event) => {
  const { status } = event.detail.ctx.response;
  if (status === 200 || status === 304) heard = Date.now();
  tell();
});
document.addEventListener("visibilitychange", ask);
setInterval(ask, EVERY);
