// A phone is a hand: it shows the page that the table sends, and says what is pressed and written.
// It decides nothing, and loads nothing from elsewhere.
"use strict";

const page = document.getElementById("page");
const toast = document.getElementById("toast");
const line = document.getElementById("line");
const STORE = "gevinst";
const SLOWEST = 8000; // milliseconds between two attempts to connect at most

const WORDS = {
  da: { lost: "Forbindelsen er væk. Prøver igen …", read: "Læs op", stop: "Stop" },
  en: { lost: "The connection is lost. Trying again …", read: "Read aloud", stop: "Stop" },
};

let socket = null;
let wait = 500;
let lang = (navigator.language || "da").toLowerCase().startsWith("da") ? "da" : "en";

// ---------------------------------------------------------------- what the phone keeps
function kept() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) || {};
  } catch {
    return {};
  }
}

function keep(changes) {
  try {
    localStorage.setItem(STORE, JSON.stringify({ ...kept(), ...changes }));
  } catch {
    // A private window keeps nothing: the seat is asked for again after the page is closed.
  }
}

// The secret of the picture code stands behind the #, so that it is never sent with a request.
if (location.hash.length > 1) {
  keep({ secret: decodeURIComponent(location.hash.slice(1)) });
  history.replaceState(null, "", location.pathname);
}

// ---------------------------------------------------------------- the connection
function connect() {
  socket = new WebSocket(`ws://${location.host}/phone`);
  socket.onopen = () => {
    wait = 500;
    line.hidden = true;
    const hello = { say: "hello" };
    if (kept().token) hello.token = kept().token;
    if (kept().lang) hello.lang = kept().lang;
    say(hello);
  };
  socket.onmessage = (event) => hear(JSON.parse(event.data));
  socket.onclose = () => {
    line.textContent = WORDS[lang].lost;
    line.hidden = false;
    setTimeout(connect, wait);
    wait = Math.min(SLOWEST, wait * 1.6);
  };
}

function say(message) {
  if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function hear(told) {
  if ("token" in told) keep({ token: told.token || null });
  if ("toast" in told) notify(told.toast);
  if ("page" in told) show(told.page, told.lang);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && socket && socket.readyState === WebSocket.CLOSED) connect();
});

// ---------------------------------------------------------------- showing
function notify(text) {
  toast.textContent = text;
  toast.className = "shown";
  clearTimeout(notify.timer);
  notify.timer = setTimeout(() => (toast.className = ""), 5000);
}

// What somebody is writing, where the page is scrolled to and what has the focus stay as they are.
function show(html, language) {
  lang = language;
  document.documentElement.lang = language;
  const focused = document.activeElement && document.activeElement.id;
  const written = new Map();
  for (const field of page.querySelectorAll("input[id], textarea[id], select[id]")) {
    if (field.value !== field.defaultValue) written.set(field.id, field.value);
  }
  const before = page.firstElementChild && page.firstElementChild.dataset.page;
  page.innerHTML = html;
  for (const [id, value] of written) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
  const secret = page.querySelector("[data-secret]");
  if (secret && kept().secret) secret.classList.add("invited");
  setClock();
  const again = focused && document.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
  const after = page.firstElementChild && page.firstElementChild.dataset.page;
  if (before !== after) {
    scrollTo(0, 0);
    speechSynthesis && speechSynthesis.cancel();
    const head = page.querySelector("h1");
    if (head && !again) head.focus({ preventScroll: true });
  }
}

// ---------------------------------------------------------------- pressing and writing
page.addEventListener("click", (event) => {
  const pressed = event.target.closest("[data-say]");
  if (pressed && pressed.tagName !== "FORM") {
    const message = JSON.parse(pressed.dataset.say);
    if (message.say === "speak") keep({ lang: message.lang });
    say(message);
    return;
  }
  if (event.target.closest("[data-read]")) readAloud(event.target.closest("[data-read]"));
});

page.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-say]");
  if (!form) return;
  event.preventDefault();
  const message = JSON.parse(form.dataset.say);
  const filled = form.dataset.into ? message[form.dataset.into] : message;
  for (const field of form.elements) {
    if (field.name) filled[field.name] = field.value;
  }
  if (message.say === "join" && kept().secret) message.secret = kept().secret;
  say(message);
  if (form.dataset.empties) form.reset();
});

// ---------------------------------------------------------------- clocks
let ends = null;

function setClock() {
  const clock = page.querySelector("[data-seconds]");
  ends = clock ? Date.now() + 1000 * Number(clock.dataset.seconds) : null;
  tick();
}

function tick() {
  const clock = page.querySelector("[data-seconds]");
  if (!clock || ends === null) return;
  const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

setInterval(tick, 500);

// ---------------------------------------------------------------- the phone's own voice
function readAloud(button) {
  if (!("speechSynthesis" in window)) return;
  if (speechSynthesis.speaking) {
    speechSynthesis.cancel();
    return;
  }
  const spoken = page.querySelector(button.dataset.read);
  const words = new SpeechSynthesisUtterance(spoken.innerText);
  words.lang = lang === "da" ? "da-DK" : "en-GB";
  speechSynthesis.speak(words);
}

connect();
