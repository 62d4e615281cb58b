// What on this page keeps somebody out: a list of sentences, empty where nothing does. Run as a function's body.

const found = [];
const seen = element => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
const told = element => {
  const text = (element.id ? '#' + element.id : '') + ' ' + (element.getAttribute('class') ?? '') + ' "' + element.textContent.trim().slice(0, 40) + '"';
  return element.tagName.toLowerCase() + ' ' + text.trim();
};
const named = element => {
  const by = element.getAttribute('aria-labelledby');
  return Boolean(element.getAttribute('aria-label')?.trim())
      || (by !== null && by.split(/\s+/).some(id => document.getElementById(id)?.textContent.trim()))
      || Boolean(element.getAttribute('title')?.trim());
};
const all = selector => [...document.querySelectorAll(selector)].filter(seen);

for (const field of all('input:not([type=hidden]), select, textarea')) {
  if (!named(field) && ![...(field.labels ?? [])].some(label => label.textContent.trim())) {
    found.push('a field without a label: ' + told(field));
  }
}
for (const image of all('img')) {
  if (!image.hasAttribute('alt') && image.closest('[aria-hidden=true]') === null) {
    found.push('a picture without a text: ' + told(image));
  }
}
for (const drawing of all('svg')) {
  if (drawing.parentElement.closest('svg') === null && drawing.closest('[aria-hidden=true]') === null && !named(drawing)
      && drawing.querySelector(':scope > title') === null) {
    found.push('a drawing without a name: ' + told(drawing));
  }
}
for (const canvas of all('canvas')) {
  if (canvas.closest('[aria-hidden=true]') === null && canvas.closest('[role=img]') === null && !named(canvas)) {
    found.push('a canvas without a name: ' + told(canvas));
  }
}
for (const control of all('button, a[href], [role=button], [role=tab], summary')) {
  if (!control.textContent.trim() && !named(control) && !control.querySelector('img[alt]:not([alt=""]), svg title, svg[aria-label]')) {
    found.push('a control without a name: ' + told(control));
  }
}
const firsts = all('h1');
if (firsts.length !== 1) {
  found.push(firsts.length + ' headings of the first level');
}
let level = 0;
for (const heading of all('h1, h2, h3, h4, h5, h6')) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1) {
    found.push('a heading of level ' + own + ' after one of level ' + level + ': ' + told(heading));
  }
  level = own;
}
for (const table of all('table')) {
  if (table.querySelector('th') === null) {
    found.push('a table without headings: ' + told(table));
  }
}
if (all('main, [role=main]').length !== 1) {
  found.push('there is not one main part');
}
if (!document.documentElement.lang) {
  found.push('the page does not say its language');
}
if (!document.title.trim()) {
  found.push('the page has no title');
}
const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) {
  found.push('an id twice: ' + id);
}
for (const element of document.querySelectorAll('[tabindex]')) {
  if (Number(element.getAttribute('tabindex')) > 0) {
    found.push('an order of its own for the Tab key: ' + told(element));
  }
}
return found;
