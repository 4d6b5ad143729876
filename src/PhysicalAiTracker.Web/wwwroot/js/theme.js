// Loaded in <head>, without defer: the reader's choice must stand before the first paint, and inline script is not allowed.
// The choice is "light", "dark", or absent, when the system decides.
(() => {
  const root = document.documentElement;
  const key = 'theme';
  const words = { auto: 'Theme: automatic', light: 'Theme: light', dark: 'Theme: dark' };
  const order = ['auto', 'light', 'dark'];

  const stored = () => {
    try {
      const value = localStorage.getItem(key);
      return value === 'light' || value === 'dark' ? value : 'auto';
    } catch {
      return 'auto'; // Storage may be forbidden; the page then follows the system.
    }
  };

  const apply = (theme) => {
    if (theme === 'auto') root.removeAttribute('data-theme');
    else root.dataset.theme = theme;
    for (const button of document.querySelectorAll('[data-theme-toggle]')) {
      button.textContent = words[theme];
      button.hidden = false;
    }
  };

  let theme = stored();
  apply(theme);
  addEventListener('DOMContentLoaded', () => apply(theme));
  addEventListener('storage', (event) => event.key === key && apply(theme = stored()));
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-theme-toggle]')) return;
    theme = order[(order.indexOf(theme) + 1) % order.length];
    try {
      if (theme === 'auto') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch { /* The choice then lasts for this page. */ }
    apply(theme);
  });
})();
