// Disclosure editor: "Use selection" copies the words selected in the source text into the passage one is working on.
// Without it the analyst pastes the quote. The markup:
//   <… data-source-text>                    the snapshot's text exactly (one element with white-space: pre-wrap, or a textarea)
//   <fieldset data-passage>                 one passage; inside it the three inputs:
//   data-quote-target="exact|prefix|suffix"
//   <button data-use-selection hidden>      shown by this module
//   <p data-quote-status role="status">     says what happened
const context = 32;

/** The selector of text[start, end), without the blanks at its ends; null if nothing but blanks is selected. */
export function quoteOf(text, start, end) {
  const raw = text.slice(start, end);
  const exact = raw.trim();
  if (!exact) return null;
  const from = start + raw.indexOf(exact);
  const to = from + exact.length;
  return { exact, prefix: text.slice(Math.max(0, from - context), from), suffix: text.slice(to, to + context) };
}

/** Where the selection stands in an element's text, without the blanks at its ends; null where there is none. */
export function rangeIn(source) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!source.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(source);
  before.setEnd(range.startContainer, range.startOffset);
  const raw = range.toString();
  const words = raw.trim();
  if (!words) return null;
  const start = before.toString().length + raw.indexOf(words);
  return { start, end: start + words.length };
}

function selectionIn(source) {
  if (source instanceof HTMLTextAreaElement) return quoteOf(source.value, source.selectionStart, source.selectionEnd);
  const range = rangeIn(source);
  return range && quoteOf(source.textContent, range.start, range.end);
}

function fill(passage, quote) {
  // What the server said was about the words that stood here before.
  for (const stale of passage.querySelectorAll('.proof, .error')) stale.hidden = true;
  passage.querySelector('[data-quote-target="exact"]')?.removeAttribute('aria-invalid');
  for (const [part, value] of Object.entries(quote)) {
    const input = passage.querySelector(`[data-quote-target="${part}"]`);
    if (!input) continue;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

function start(source) {
  const buttons = document.querySelectorAll('[data-use-selection]');
  const status = document.querySelector('[data-quote-status]');
  let passage = null;
  let kept = null;

  const follow = (node) => {
    const next = node.closest?.('[data-passage]') ?? node.closest?.('.change-card')?.querySelector('[data-passage]');
    if (!next || next === passage) return;
    passage?.closest('.change-card')?.classList.remove('focused');
    passage = next;
    passage.closest('.change-card')?.classList.add('focused');
  };
  const say = (text) => { if (status) status.textContent = text; };

  document.addEventListener('focusin', (event) => follow(event.target));
  // A press on the button clears the selection in some browsers; what was last selected is kept for it.
  document.addEventListener('selectionchange', () => { kept = selectionIn(source) ?? kept; });
  source.addEventListener('select', () => { kept = selectionIn(source) ?? kept; });

  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => {
      follow(button);
      const target = passage?.isConnected ? passage : document.querySelector('[data-passage]');
      const quote = selectionIn(source) ?? kept;
      if (!quote) return say('Select the words in the source text first.');
      if (!target) return say('Add a change first.');
      fill(target, quote);
      kept = null;
      target.querySelector('[data-quote-target="exact"]')?.focus({ preventScroll: false });
      say(`Passage filled with ${quote.exact.length} characters.`);
    });
  }
}

const source = document.querySelector('[data-source-text]');
if (source) start(source);
