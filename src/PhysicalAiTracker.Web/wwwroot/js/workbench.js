// Disclosure editor: shortcuts, and the way between a passage and its place in the text. Without it links and buttons do the same.
const text = document.querySelector('[data-source-text]');
const form = document.querySelector('form[data-autosave]');
const panes = [...document.querySelectorAll('[data-pane]')];
const cards = () => [...document.querySelectorAll('.change-card')];

/** Scrolls a pane, and nothing around it, until an element in it is seen. */
function reveal(pane, element) {
  if (!pane || !element) return;
  const [box, it] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  if (it.top < box.top || it.bottom > box.bottom) pane.scrollTop += it.top - box.top - box.height / 3;
}

function show(id, scroll) {
  for (const mark of text?.querySelectorAll('mark.here') ?? []) mark.classList.remove('here');
  const marks = id ? [...text?.querySelectorAll(`mark[data-of~="${CSS.escape(id)}"]`) ?? []] : [];
  for (const mark of marks) mark.classList.add('here');
  if (scroll) reveal(text, marks[0]);
}

const passageOf = (node) => node.closest?.('[data-passage], [data-passage-of]');

/** The place that the address names: opened, lit and focused. */
function arrive() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let at = target.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  if (id.startsWith('at/')) show(id.slice(2), true);
  target.focus();
}

// What the panes showed is shown again after a button has loaded the page anew.
const kept = `panes ${location.pathname}`;
addEventListener('pagehide', () => {
  try { sessionStorage.setItem(kept, JSON.stringify(panes.map((pane) => pane.scrollTop))); } catch { /* Then it begins on top. */ }
});
try {
  JSON.parse(sessionStorage.getItem(kept) ?? '[]').forEach((top, index) => { if (panes[index] && (index === 0 || !location.hash)) panes[index].scrollTop = top; });
} catch { /* Likewise. */ }

document.addEventListener('focusin', ({ target }) => { const at = passageOf(target); if (at) show(at.dataset.passageOf ?? at.id, true); });
document.addEventListener('mouseover', ({ target }) => { const at = passageOf(target); if (at) show(at.dataset.passageOf ?? at.id, false); });
addEventListener('hashchange', arrive);
arrive();

// What somebody types over is no suggestion any more; the server sees it the same way.
form?.addEventListener('input', ({ target }) => {
  const field = target.closest('.suggested');
  field?.classList.remove('suggested');
  field?.querySelector('.suggested-note')?.setAttribute('hidden', '');
});

const press = (selector) => document.querySelector(selector)?.click();

function step(by) {
  const all = cards();
  if (!all.length) return;
  const at = all.findIndex((card) => card.contains(document.activeElement));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'start' });
}

const shortcuts = {
  KeyR: () => text?.focus(),
  KeyN: () => step(1),
  KeyP: () => step(-1),
  KeyY: () => document.activeElement.closest('.change-card')?.querySelector('[data-confirm]')?.click(),
  KeyG: () => press('[data-key="suggest"]'),
  KeyL: () => press('[data-key="check"]'),
  KeyS: () => press('[data-key="save"]'),
};

const help = document.querySelector('[data-keys]');
const on = help?.querySelector('[data-keys-on]');
if (help && on) {
  help.hidden = false;
  try { on.checked = localStorage.getItem('shortcuts') !== 'off'; } catch { /* They are on. */ }
  on.addEventListener('change', () => { try { localStorage.setItem('shortcuts', on.checked ? 'on' : 'off'); } catch { /* For this page, then. */ } });
  document.addEventListener('keydown', (event) => {
    if (!on.checked || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.getModifierState('AltGraph') || !shortcuts[event.code]) return;
    event.preventDefault();
    shortcuts[event.code]();
  });
}
