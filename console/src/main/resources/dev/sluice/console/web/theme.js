// Runs before anything is drawn, so that a chosen theme does not flash in the other one's colours.
const chosen = localStorage.getItem('sluice-theme');
if (chosen === 'light' || chosen === 'dark') {
  document.documentElement.dataset.theme = chosen;
}
