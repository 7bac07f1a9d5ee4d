// The server sends HX-Trigger: {"toast": {"text": "Note saved."}} and the words appear for a while.
document.addEventListener("toast", (event) => {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = event.detail.text ?? event.detail.value ?? "";
  document.querySelector(".toasts")?.append(toast);
  setTimeout(() => toast.remove(), 6000);
});
