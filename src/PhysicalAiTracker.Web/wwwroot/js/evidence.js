// Puts an evidence card beside its mark in browsers without CSS anchor positioning. Elsewhere, and on phones where
// the card is a bottom sheet, the style sheet does it and this module does nothing.
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
