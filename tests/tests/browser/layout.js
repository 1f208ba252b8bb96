// What of a page is cut, sticks out or lies on something else, and what a person reads on it.
const faults = [];
const tidy = text => text.replace(/\s+/g, " ").trim();
const name = e => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""} "${tidy(e.textContent).slice(0, 60)}"`;
const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".cs-sr");
const scrolls = e => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
// A phone shows a page that is too wide from farther off, and `innerWidth` with it.
const { clientWidth: room, scrollWidth: wide } = document.documentElement;
if (wide > room) faults.push(`the page is ${wide} wide, the screen ${room}`);

// No text sticks out of any box that it stands in.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode;
  if (!text.data.trim() || !seen(text.parentElement) || text.parentElement.closest("option, thead")) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = [...range.getClientRects()].filter(line => line.width > 1);
  for (let box = text.parentElement; box !== document.documentElement; box = box.parentElement) {
    if (scrolls(box)) break;
    if (getComputedStyle(box).display === "inline") continue;
    const edge = box.getBoundingClientRect();
    const boxed = box.matches("button, .cs-button, .cs-badge, summary");
    const out = line => line.right > edge.right + 1 || line.left < edge.left - 1
      || (boxed && (line.bottom > edge.bottom + 1 || line.top < edge.top - 1));
    if (lines.some(out)) {
      faults.push(`${name(text.parentElement)} sticks out of ${name(box)}`);
      break;
    }
  }
  // No word is broken where it should not be. Addresses and keys may be.
  if (document.documentElement.lang === "ja" || text.parentElement.closest("code")) continue;
  for (const word of text.data.matchAll(/(?<![^\s(„“"«])\p{L}{5,}(?![^\s.,;:!?)”"»])/gu)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(part => part.top)).size > 1) faults.push(`"${word[0]}" is broken`);
  }
}

// What is chosen from a list can be read in full, whichever it is. Of a list that the browser draws itself
// only the width is known; in one that we draw the lines stand in the box.
const canvas = document.createElement("canvas").getContext("2d");
for (const select of document.querySelectorAll("select")) {
  if (!seen(select)) continue;
  const style = getComputedStyle(select);
  canvas.font = style.font;
  const space = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20;
  const chosen = select.selectedIndex;
  for (const option of select.options) {
    select.selectedIndex = option.index;
    const fits = style.appearance === "base-select"
      ? select.clientHeight >= select.scrollHeight && select.clientWidth >= select.scrollWidth
      : canvas.measureText(option.label).width <= space;
    if (!fits) faults.push(`${name(option)} is cut in its list`);
  }
  select.selectedIndex = chosen;
}
for (const field of document.querySelectorAll("input:not([type=hidden])")) {
  if (seen(field) && field.scrollWidth > field.clientWidth + 1) faults.push(`#${field.id} cuts "${field.value}"`);
}

// Nothing that is pressed lies on something else that is.
const pressed = [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")]
  .filter(seen).map(e => [e, [...e.getClientRects()]]);
for (const [i, [one, ones]] of pressed.entries()) {
  for (const [other, others] of pressed.slice(i + 1)) {
    if (one.contains(other)) continue;
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    if (ones.some(a => others.some(b => meet(a, b)))) faults.push(`${name(one)} lies on ${name(other)}`);
  }
}

// Everything that is there to be read or heard, in sentences; folded parts as well.
const blocks = "p, h1, h2, h3, li, dt, dd, label, legend, button, summary, option, th, td, figcaption, a, span, strong";
const words = [document.title];
for (const block of document.querySelectorAll(blocks)) {
  if (block.querySelector("p, ul, ol, dl, h3, form") || block.closest("#codes, .cs-who")) continue;
  words.push(tidy(block.textContent));
}
for (const heard of ["aria-label", "title", "placeholder", "data-cs-copied", "data-cs-by-hand", "data-cs-over"]) {
  for (const e of document.querySelectorAll(`[${heard}]`)) words.push(tidy(e.getAttribute(heard)));
}
const sentences = words.flatMap(text => text.split(/(?<=[.!?])\s+/)).filter(text => text);

// What the page is made of, in every language alike. What is removed has names of its own.
const marks = [...document.querySelectorAll("main [id]")]
  .map(e => e.id.replace(/^remove-.*?(-hint|-error)?$/, "remove$1"));
return { lang: document.documentElement.lang, faults, sentences: [...new Set(sentences)], marks };
