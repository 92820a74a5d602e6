// A phone is a hand: it shows the page that the table sends, and says what is pressed and written.
// It decides nothing, and loads nothing from elsewhere.
"use strict";

const page = document.getElementById("page");
const toast = document.getElementById("toast");
const line = document.getElementById("line");
const STORE = "gevinst";
const DRAFTS = "gevinst-drafts";
const SLOWEST = 8000; // milliseconds between two attempts to connect at most
const LONGEST = 64; // letters of a secret
const SILENT = 25000; // milliseconds without a word, after which the connection is made anew

const WORDS = {
  da: {
    lost: "Forbindelsen er væk. Prøver igen …",
    full: (room) => `Der er plads til ${room} tegn her, og ikke til mere.`,
    unsent: "Det blev ikke sendt. Prøv igen, når forbindelsen er der.",
    late: "Der skrives ikke mere. Det, du ikke nåede at lægge, ligger på telefonen, til der skrives igen.",
  },
  en: {
    lost: "The connection is lost. Trying again …",
    full: (room) => `There is room for ${room} characters here, and for no more.`,
    unsent: "That was not sent. Try again when the connection is back.",
    late: "Writing is over. What you had not laid down is kept on this phone until there is writing again.",
  },
};

let socket = null;
let heard = 0; // when the table was last heard
let wait = 500;
let sent = null; // the draft that was sent, until the table answers
let trying = null; // the timer of the next attempt
let lang = (navigator.language || "da").toLowerCase().startsWith("da") ? "da" : "en";

// ---------------------------------------------------------------- what the phone keeps
// A private window keeps nothing: the seat is asked for again after the page is closed.
function taken(storage, key) {
  try {
    return JSON.parse(window[storage].getItem(key)) || {};
  } catch {
    return {};
  }
}

function put(storage, key, value) {
  try {
    window[storage].setItem(key, JSON.stringify(value));
  } catch {
    // It is gone with the page.
  }
}

function kept() {
  return taken("localStorage", STORE);
}

function keep(changes) {
  put("localStorage", STORE, { ...kept(), ...changes });
}

// What somebody has begun to write stays until it has arrived: wherever else they look meanwhile,
// when the page is loaded anew, and when the table goes on without it. With it stands what was in
// the field before, since what the table has put there since is newer.
function drafts() {
  return taken("sessionStorage", DRAFTS);
}

function keepDrafts(all) {
  put("sessionStorage", DRAFTS, all);
}

function written(form) {
  return [...form.querySelectorAll("input[id]:not([type=radio]), textarea[id]")];
}

function keepDraft(form) {
  const begun = written(form).filter((field) => field.value !== field.defaultValue);
  const kept = begun.map((field) => [field.id, [field.value, field.defaultValue]]);
  keepDrafts({ ...drafts(), [form.dataset.keep]: Object.fromEntries(kept) });
}

function dropDraft(key) {
  const all = drafts();
  delete all[key];
  keepDrafts(all);
}

function bringDraftsBack() {
  for (const form of page.querySelectorAll("form[data-keep]")) {
    const kept = drafts()[form.dataset.keep] || {};
    for (const field of written(form)) {
      const [value, before] = kept[field.id] || [];
      if (field.value === field.defaultValue && field.defaultValue === before) field.value = value;
    }
  }
}

// The secret of the picture code stands behind the #, so that it is never sent with a request.
if (location.hash.length > 1) {
  keep({ secret: decoded(location.hash.slice(1)).slice(0, LONGEST) });
  history.replaceState(null, "", location.pathname);
}

// A link that was cut off or altered on its way opens nothing, which the table says.
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// ---------------------------------------------------------------- the connection
function connect() {
  clearTimeout(trying);
  forsake();
  heard = Date.now();
  const mine = new WebSocket(`ws://${location.host}/phone`);
  socket = mine;
  mine.onopen = () => {
    line.hidden = true;
    const hello = { say: "hello" };
    if (kept().token) hello.token = kept().token;
    if (kept().lang) hello.lang = kept().lang;
    mine.send(JSON.stringify(hello));
  };
  mine.onmessage = (event) => {
    heard = Date.now();
    hear(JSON.parse(event.data));
  };
  mine.onclose = lost;
}

// Close the connection without waiting for the other end, which may be gone.
function forsake() {
  if (!socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
  socket = null;
}

function lost() {
  forsake();
  sent = null; // nobody knows whether it arrived
  line.textContent = WORDS[lang].lost;
  line.hidden = false;
  clearTimeout(trying);
  trying = setTimeout(connect, wait);
  wait = Math.min(SLOWEST, wait * 1.6);
}

function isOpen() {
  return socket !== null && socket.readyState === WebSocket.OPEN;
}

// Whether it was sent. What was said of the try before it is true no longer.
function say(message) {
  hush();
  if (isOpen()) socket.send(JSON.stringify(message));
  else notify(WORDS[lang].unsent);
  return isOpen();
}

function hear(told) {
  if ("token" in told) {
    if (told.token !== kept().token) keepDrafts({}); // somebody else, or another game
    keep({ token: told.token || null });
  }
  if ("secret" in told) {
    keep({ secret: null });
    invite();
  }
  if ("toast" in told) {
    notify(told.toast);
    sent = null; // it did not arrive
  }
  if ("page" in told) {
    if (sent) dropDraft(sent);
    sent = null;
    wait = 500; // where no page comes, it is tried ever more seldom
    show(told.page, told.lang);
  }
}

// The table is heard every ten seconds: a phone that slept, or whose laptop is gone, notices here.
function listen() {
  if (socket && Date.now() - heard > SILENT) lost();
}

setInterval(listen, 1000);
addEventListener("offline", lost);
addEventListener("online", connect);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  listen();
  if (!socket) connect();
});

// ---------------------------------------------------------------- showing
function notify(text) {
  toast.textContent = text;
  toast.className = "shown";
  clearTimeout(notify.timer);
  notify.timer = setTimeout(hush, 5000);
}

function hush() {
  toast.className = "";
}

// Another question is a new page; whatever else changes is changed in place, so that what somebody
// writes, what has the focus and where a screen reader reads stay as they are.
function show(html, language) {
  lang = language;
  document.documentElement.lang = language;
  const fresh = document.createElement("div");
  fresh.innerHTML = html;
  const [sheets, late] = [count(page), isLate(fresh)];
  if (topic(fresh) === topic(page)) change(page, fresh);
  else turnTo(fresh);
  if (count(page) > sheets) emptySent();
  bringDraftsBack();
  if (late) notify(WORDS[lang].late);
  invite();
  setClock();
}

function topic(part) {
  const head = part.querySelector("h1");
  return JSON.stringify([root(part), head && head.textContent]);
}

// Which of the phone's pages it is.
function root(part) {
  return part.firstElementChild && part.firstElementChild.dataset.page;
}

// How many sheets the table has from here; NaN, which is never more, where none is written.
function count(part) {
  const form = part.querySelector("form[data-count]");
  return form ? Number(form.dataset.count) : NaN;
}

// Whether the table ends the writing while a sheet is half written here.
function isLate(fresh) {
  const form = page.querySelector("form[data-count]");
  const begun = form && form.elements.text.value.trim();
  return Boolean(begun) && root(fresh) === root(page) && !fresh.querySelector("form[data-count]");
}

// A sheet has arrived: it is emptied, unless somebody has begun to write the next one meanwhile.
function emptySent() {
  const sheets = [...page.querySelectorAll("[data-lies]")].map((sheet) => letters(sheet.textContent));
  const form = page.querySelector("form[data-count]");
  if (!sheets.includes(letters(form.elements.text.value))) return;
  form.reset();
  dropDraft(form.dataset.keep);
}

// The table leaves out of a text what cannot be shown, and puts it on one line.
function letters(text) {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}

function turnTo(fresh) {
  const fields = [...page.querySelectorAll("input[id], textarea[id]")];
  const written = new Map(fields.filter((f) => f.value !== f.defaultValue).map((f) => [f.id, f.value]));
  page.replaceChildren(...fresh.childNodes);
  for (const field of page.querySelectorAll("input[id], textarea[id]")) {
    if (written.has(field.id)) field.value = written.get(field.id);
  }
  scrollTo(0, 0);
  if ("speechSynthesis" in window) speechSynthesis.cancel();
  const head = page.querySelector("h1");
  if (head) head.focus({ preventScroll: true });
}

function change(old, fresh) {
  const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
  after.forEach((part, n) => {
    const there = before[n];
    if (!there) old.append(part);
    else if (!sameKind(there, part)) there.replaceWith(part);
    else if (part.nodeType !== Node.ELEMENT_NODE) there.data = part.data;
    else {
      changeAttributes(there, part);
      change(there, part);
    }
  });
  for (const part of before.slice(after.length)) part.remove();
}

function sameKind(one, other) {
  return one.nodeName === other.nodeName && one.id === other.id;
}

// What somebody has unfolded stays so, unless the table folds it: data-open is another then.
function changeAttributes(old, fresh) {
  if (old.dataset.open !== fresh.dataset.open) old.open = fresh.open;
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

// Whoever came by the picture code needs no letters.
function invite() {
  const door = page.querySelector("[data-secret]");
  if (door) door.classList.toggle("invited", Boolean(kept().secret));
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

page.addEventListener("input", (event) => {
  tellWhenFull(event.target);
  const form = event.target.closest("form[data-keep]");
  if (form) keepDraft(form);
});

// The browser drops without a word what has no room.
function tellWhenFull(field) {
  if (field.maxLength > 0 && field.value.length >= field.maxLength) notify(WORDS[lang].full(field.maxLength));
}

page.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-say]");
  if (!form) return;
  event.preventDefault();
  const message = JSON.parse(form.dataset.say);
  const filled = form.dataset.into ? message[form.dataset.into] : message;
  for (const field of form.elements) {
    if (!field.name || (field.type === "radio" && !field.checked)) continue;
    const value = field.dataset.number ? Number(field.value) : field.value;
    const [name, part] = field.name.split(".");
    if (part) filled[name] = { ...filled[name], [part]: value };
    else filled[name] = value;
  }
  if (message.say === "join" && kept().secret) message.secret = kept().secret;
  // A sheet is laid beside the others: that it has arrived is seen there.
  if (say(message) && form.dataset.keep && !form.dataset.count) sent = form.dataset.keep;
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
