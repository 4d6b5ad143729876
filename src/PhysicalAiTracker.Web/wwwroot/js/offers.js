// Disclosure editor: words selected in the source's text, by mouse, finger or keys, are asked about; the answer is a small menu
// beside them. Its buttons are buttons of the form: what they do, the server does. Without this module the words are pasted.
import { rangeIn } from './quote.js';

const text = document.querySelector('[data-source-text]');
const menu = document.querySelector('[data-offers]');
const status = document.querySelector('[data-quote-status]');
const most = 2000;
let asked = null;

function hide() {
  asked = null;
  menu.hidden = true;
}

/** Below the words where there is room, else above them; on narrow windows the style sheet makes it a sheet at the edge. */
function place() {
  const words = getSelection().getRangeAt(0).getBoundingClientRect();
  const { height, width } = menu.getBoundingClientRect();
  const below = words.bottom + 6;
  const top = below + height <= innerHeight - 8 ? below : words.top - height - 6;
  menu.style.top = `${Math.max(8, top)}px`;
  menu.style.left = `${Math.max(8, Math.min(words.left, document.documentElement.clientWidth - width - 8))}px`;
}

async function ask(focus) {
  const at = rangeIn(text);
  if (!at) return hide();
  const key = `${at.start}-${at.end}`;
  if (key !== asked) {
    asked = key;
    menu.hidden = true;
    if (at.end - at.start > most) {
      status.textContent = `That is too much for one passage: ${most.toLocaleString('en')} characters are the most.`;
      return;
    }
    let answer;
    try {
      answer = await fetch(`${location.pathname}?handler=Offers&start=${at.start}&end=${at.end}`, { redirect: 'manual' });
    } catch { /* Told below. */ }
    if (key !== asked) return;
    if (!answer?.ok) {
      asked = null;
      status.textContent = 'The server does not answer. The words can be pasted below once it does.';
      return;
    }
    menu.innerHTML = await answer.text();
    if (key !== asked || !getSelection().rangeCount) return;
    menu.hidden = false;
    place();
    status.textContent = `${menu.querySelectorAll('button').length} kinds on offer for the words selected: Enter goes to them.`;
  }
  if (focus) menu.querySelector('button')?.focus();
}

/** A caret where the visible part of the text begins. */
function begin(selection) {
  const box = text.getBoundingClientRect();
  const top = Math.max(box.top, 0) + 24;
  const caret = document.caretPositionFromPoint?.(box.left + 4, top);
  const range = caret ? null : document.caretRangeFromPoint?.(box.left + 4, top);
  const [node, offset] = caret ? [caret.offsetNode, caret.offset] : range ? [range.startContainer, range.startOffset] : [text, 0];
  selection.collapse(...(text.contains(node) ? [node, offset] : [text, 0]));
  selection.modify('move', 'backward', 'lineboundary');
}

const inside = (selection) => selection.rangeCount > 0 && text.contains(selection.anchorNode);

/** Whether the words selected are in the visible part of the text: keys go on from there, else from what is seen. */
function seen(selection) {
  if (!inside(selection)) return false;
  const words = selection.getRangeAt(0).getBoundingClientRect();
  const box = text.getBoundingClientRect();
  // A caret on a blank line has no place of its own.
  return (words.top === 0 && words.bottom === 0) || (words.bottom > Math.max(box.top, 0) && words.top < Math.min(box.bottom, innerHeight));
}

function select(direction, unit, extend) {
  const selection = getSelection();
  if (!inside(selection) || (!extend && !seen(selection))) begin(selection);
  else if (!extend && !selection.isCollapsed) direction === 'forward' ? selection.collapseToEnd() : selection.collapseToStart();
  selection.modify('extend', direction, unit);
  // Words stop at blanks: what was reached by blanks alone is no word yet.
  if (unit === 'word' && !selection.toString().trim()) selection.modify('extend', direction, unit);
  if (!text.contains(selection.focusNode)) return begin(selection);
  const words = selection.getRangeAt(0).getBoundingClientRect();
  const box = text.getBoundingClientRect();
  if (words.bottom > box.bottom - 16) text.scrollTop += words.bottom - box.bottom + 48;
  else if (words.top < box.top + 16) text.scrollTop -= box.top - words.top + 48;
  hide();
  status.textContent = selection.toString().trim();
}

/** The word a line below or above; blank lines are passed over. */
function walk(direction) {
  const selection = getSelection();
  direction === 'forward' ? selection.collapseToEnd() : selection.collapseToStart();
  if (direction === 'forward') selection.modify('move', 'backward', 'character');
  selection.modify('move', direction, 'line');
  // To the beginning of the word there.
  selection.modify('move', 'forward', 'character');
  selection.modify('move', 'backward', 'word');
  select('forward', 'word', false);
}

function keys(event) {
  if (event.target !== text || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') select(event.key === 'ArrowRight' ? 'forward' : 'backward', 'word', event.shiftKey);
  else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) select(event.key === 'ArrowDown' ? 'forward' : 'backward', 'line', true);
  // Until a word is chosen, these scroll.
  else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && seen(getSelection()) && !getSelection().isCollapsed) walk(event.key === 'ArrowDown' ? 'forward' : 'backward');
  else if (event.key === 'Enter') ask(true);
  else if (event.key === 'Escape') hide();
  else return;
  event.preventDefault();
}

function menuKeys(event) {
  const buttons = [...menu.querySelectorAll('button')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Escape') {
    hide();
    text.focus({ preventScroll: true });
  } else if (step && buttons.length) {
    buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
  } else return;
  event.preventDefault();
}

if (text && menu) {
  let touched;
  text.addEventListener('keydown', keys);
  menu.addEventListener('keydown', menuKeys);
  text.addEventListener('pointerup', (event) => event.pointerType !== 'touch' && setTimeout(() => ask(false)));
  text.addEventListener('scroll', () => !menu.contains(document.activeElement) && hide(), { passive: true });
  // A finger goes on moving the ends of a selection after it is lifted.
  document.addEventListener('selectionchange', () => {
    if (!matchMedia('(pointer: coarse)').matches) return;
    clearTimeout(touched);
    touched = setTimeout(() => ask(false), 700);
  });
  document.addEventListener('pointerdown', (event) => !menu.contains(event.target) && !text.contains(event.target) && hide());
}
