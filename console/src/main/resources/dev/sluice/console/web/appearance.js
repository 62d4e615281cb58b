// Light or dark: what the system prefers, or what was chosen here (theme.js applies the choice before the first drawing).

const KEY = 'sluice-theme';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** Told with 'change' when the colours are others; for what is drawn with pixels. */
export const appearance = new EventTarget();

/** 'light' or 'dark', as it is now. */
export function theme() {
  return document.documentElement.dataset.theme ?? (prefersDark.matches ? 'dark' : 'light');
}

/** Takes the other one and remembers it. */
export function toggleTheme() {
  const other = theme() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = other;
  localStorage.setItem(KEY, other);
  changed();
}

/** What a CSS colour, such as `var(--accent)`, is at this moment: canvases know no custom properties. */
export function colour(css) {
  const probe = document.createElement('span');
  probe.style.color = css;
  probe.hidden = true;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

function changed() {
  appearance.dispatchEvent(new Event('change'));
}

prefersDark.addEventListener('change', changed);
