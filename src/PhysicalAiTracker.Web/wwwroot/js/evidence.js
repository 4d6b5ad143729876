// Opens the evidence of a list as a card, which without scripts is a page; and puts a card beside its mark in browsers
// without CSS anchor positioning. Elsewhere, and on phones where the card is a bottom sheet, the style sheet does that.
const margin = 8;
const wide = matchMedia('(min-width: 40rem)');

/** Where a card of this size goes: below the mark if it fits, else above; never outside the window. */
export function place(mark, card, view) {
  const below = mark.bottom + margin;
  const above = mark.top - margin - card.height;
  const top = below + card.height <= view.height || above < margin ? below : above;
  return {
    left: Math.max(margin, Math.min(mark.left, view.width - card.width - margin)),
    top: Math.max(margin, Math.min(top, view.height - card.height - margin)),
  };
}

function markOf(card) {
  return document.querySelector(`[popovertarget="${CSS.escape(card.id)}"]:not([popovertargetaction="hide"])`);
}

function position(card) {
  const mark = markOf(card);
  if (!mark || !wide.matches) return;
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  const { left, top } = place(mark.getBoundingClientRect(), card.getBoundingClientRect(), view);
  Object.assign(card.style, { inset: 'auto', margin: '0', left: `${left}px`, top: `${top}px` });
}

function reset(card) {
  for (const property of ['inset', 'margin', 'left', 'top']) card.style.removeProperty(property);
}

if (!CSS.supports('position-area', 'block-end span-inline-end')) {
  let open = null;
  // toggle does not bubble, so it is caught on its way down.
  document.addEventListener('toggle', (event) => {
    const card = event.target;
    if (!card.matches?.('.evidence[popover]')) return;
    if (event.newState === 'open') position(open = card);
    else if (open === card) reset(card), open = null;
  }, true);

  // The card stands still in the window, so it would come loose from its mark when the page scrolls.
  addEventListener('scroll', (event) => {
    if (open && wide.matches && !open.contains(event.target)) open.hidePopover();
  }, { capture: true, passive: true });
  addEventListener('resize', () => open && position(open));
}

/** A mark and its card as a page has them that came with all passages, from the link that a list has. */
function cardOf(link, page, id) {
  const mark = document.createElement('button');
  Object.assign(mark, { type: 'button', className: link.className, textContent: link.textContent });
  mark.setAttribute('aria-label', link.getAttribute('aria-label'));
  mark.setAttribute('popovertarget', id);
  const card = document.createElement('div');
  Object.assign(card, { className: 'evidence', id, popover: 'auto' });
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-labelledby', `${id}-t`);
  const head = document.createElement('header');
  const title = document.createElement('p');
  Object.assign(title, { id: `${id}-t`, textContent: page.querySelector('h1').textContent });
  const close = document.createElement('button');
  Object.assign(close, { type: 'button', className: 'close', textContent: '×' });
  close.setAttribute('aria-label', 'Close');
  close.setAttribute('popovertarget', id);
  close.setAttribute('popovertargetaction', 'hide');
  head.append(title, close);
  card.append(head, ...page.querySelector('[data-evidence]').childNodes);
  return { mark, card };
}

let cards = 0;
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a.ev[href^="/evidence/"]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.ariaBusy) return;
  link.ariaBusy = 'true';
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const { mark, card } = cardOf(link, new DOMParser().parseFromString(await answer.text(), 'text/html'), `ev${(cards += 1)}`);
    const hadFocus = document.activeElement === link;
    link.replaceWith(mark, card);
    if (hadFocus) mark.focus();
    mark.click();
  } catch {
    // The page says what went wrong, or is there now.
    location.assign(link.href);
  }
});
