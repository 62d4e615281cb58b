// Text that stands out too little from what is behind it (WCAG 2.2, 1.4.3, level AA): a list of sentences. Run as a
// function's body. Any way to write a colour is read by drawing it.

const ENOUGH = 4.5;
const ENOUGH_LARGE = 3;

const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const read = new Map();
function colour(text) {
  if (!read.has(text)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = '#000';
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    read.set(text, [red, green, blue, alpha / 255]);
  }
  return read.get(text);
}
const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
const linear = part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
function ratio(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is painted behind: the boxes around it, and in a drawing the shapes beneath. */
function behind(element) {
  const layers = [];
  if (element.closest('svg') !== null) {
    const box = element.getBoundingClientRect();
    const beneath = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    for (const shape of beneath.slice(beneath.indexOf(element) + 1)) {
      const style = getComputedStyle(shape);
      if (shape instanceof SVGGeometryElement && style.fill !== 'none') {
        const filled = colour(style.fill);
        layers.push([filled[0], filled[1], filled[2], filled[3] * Number(style.fillOpacity) * Number(style.opacity)]);
      }
    }
  }
  for (let around = element; around !== null; around = around.parentElement) {
    layers.push(colour(getComputedStyle(around).backgroundColor));
  }
  return layers.reverse().reduce((below, top) => over(top, below), colour(getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#ffffff'));
}
function faded(element) {
  let opacity = 1;
  for (let around = element; around !== null; around = around.parentElement) {
    opacity *= Number(getComputedStyle(around).opacity);
  }
  return opacity;
}

const found = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const looked = new Set();
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || looked.has(element) || ['SCRIPT', 'STYLE', 'OPTION', 'TITLE', 'NOSCRIPT', 'TEMPLATE'].includes(element.tagName)) {
    continue;
  }
  looked.add(element);
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility({visibilityProperty: true}) || box.width <= 1 || box.height <= 1 || element.closest(':disabled, [aria-disabled=true]')) {
    continue;
  }
  if (element.closest('svg') !== null) {
    element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  }
  const style = getComputedStyle(element);
  const back = behind(element);
  const ink = colour(element.closest('svg') === null ? style.color : style.fill);
  const front = over([ink[0], ink[1], ink[2], ink[3] * faded(element)], back);
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const contrast = ratio(front, back);
  if (contrast < (large ? ENOUGH_LARGE : ENOUGH) - 0.005) {
    found.add(contrast.toFixed(2) + ': ' + element.tagName.toLowerCase() + '.' + (element.getAttribute('class') ?? '') + ' "' + element.textContent.trim().slice(0, 30)
        + '" rgb(' + front.slice(0, 3).map(Math.round) + ') on rgb(' + back.slice(0, 3).map(Math.round) + ')');
  }
}
scrollTo(0, 0);
return [...found];
