// Disclosure editor: saves what is typed, says so, and says who else has the draft open. Without it the buttons save.
//   <form data-autosave>                       sends itself with the button "keep"; its input "draft" has the version it was drawn from
//   <… data-save-state>, <… data-save-alert>   what became of the last save; the second is read out, and only where it went wrong
//   <… data-presence>                          filled with what the server says
const form = document.querySelector('form[data-autosave]');
const state = document.querySelector('[data-save-state]');
const alarm = document.querySelector('[data-save-alert]');
const presence = document.querySelector('[data-presence]');
const pause = 1200;
const beat = 30_000;
const retries = [3_000, 10_000, 30_000];

let timer;
let running = null;
let dirty = false;
let failures = 0;
let stuck = false;
let leaving = false;

function tell(text, wrong = '') {
  state.textContent = text;
  alarm.hidden = !wrong;
  if (alarm.textContent !== wrong) alarm.textContent = wrong;
}

const later = (delay) => { clearTimeout(timer); timer = setTimeout(save, delay); };

function again(reason) {
  dirty = true;
  tell('not saved', `Not saved: ${reason}. What you typed is all here; it is tried again by itself.`);
  later(retries[Math.min(failures++, retries.length - 1)]);
}

function stop(reason) {
  dirty = stuck = true;
  tell('not saved', reason);
}

async function send() {
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'keep');
  let answer;
  try {
    answer = await fetch(form.getAttribute('action'), { method: 'POST', body, redirect: 'manual' });
  } catch {
    return again('no connection to the server');
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) return again('you are signed out. Sign in on another page');
  if (answer.status === 409) {
    const { by, at } = await answer.json();
    return stop(`Not saved: ${by} saved this draft at ${at}. Press “Save draft” to see both; nothing is lost.`);
  }
  if (answer.status === 410) return stop('Not saved: the draft was published or discarded meanwhile. Press “Save draft” to keep what you typed in a new one.');
  if (!answer.ok) return again(`the server answered ${answer.status}`);
  const { version, at } = await answer.json();
  form.elements.draft.value = version;
  failures = 0;
  tell(`saved ${at}`);
}

async function save() {
  clearTimeout(timer);
  if (running || leaving || stuck) return;
  dirty = false;
  tell('saving …', alarm.textContent);
  running = send();
  await running;
  running = null;
  if (dirty && !failures) later(pause);
}

// What was typed, chosen or ticked before this script listened.
function changed(field) {
  if (!field.name?.startsWith('/')) return false;
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

async function visit() {
  const body = new URLSearchParams({ draft: form.elements.draft.value, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  try {
    const answer = await fetch(`${form.getAttribute('action')}?handler=Presence`, { method: 'POST', body, redirect: 'manual' });
    if (!answer.ok || running || leaving) return;
    const told = await answer.text();
    // Only what is new is written, and so read out.
    if (told.trim() !== presence.innerHTML.trim()) presence.innerHTML = told;
  } catch { /* A save tells that the server is away. */ }
}

if (form && state && alarm) {
  form.addEventListener('input', ({ target }) => {
    if (!target.name?.startsWith('/') || stuck) return;
    dirty = true;
    if (!failures) later(pause);
  });
  form.addEventListener('submit', async (event) => {
    clearTimeout(timer);
    leaving = true;
    if (!running) return;
    // A save on its way would make this one look like another person's.
    event.preventDefault();
    await running;
    running = null;
    form.requestSubmit(event.submitter);
  });
  document.addEventListener('visibilitychange', () => document.hidden && dirty && save());
  addEventListener('beforeunload', (event) => (dirty || running) && !leaving && event.preventDefault());
  addEventListener('pageshow', () => { leaving = false; });
  if ([...form.elements].some(changed)) {
    dirty = true;
    later(pause);
  }
  visit();
  setInterval(visit, beat);
}
