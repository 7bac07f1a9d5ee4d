// In the service worker: show a notification that came by push, and open its page at a tap.
// What it says carries no names; see kindling/notices/letters.py, title_of.
self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  const { title = "Kindling", url = "/", tag, lang, urgent = false } = told;
  const shown = { tag, lang, data: { url }, icon: "/favicon.ico", requireInteraction: urgent, renotify: Boolean(tag) };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url ?? "/"));
});

async function open(url) {
  const address = new URL(url, location.origin);
  if (address.origin !== location.origin) return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((one) => new URL(one.url).pathname === address.pathname) ?? windows[0];
  if (!there) return self.clients.openWindow(address.href);
  await there.focus();
  // A page that this worker does not control cannot be led elsewhere.
  return there.navigate(address.href).catch(() => self.clients.openWindow(address.href));
}
