// Make elements of the page. Texts become text nodes, never markup.

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */
/** @typedef {Node | string | null | undefined | false} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an HTML element with attributes and children; what is null or false is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/**
 * Make an SVG element with attributes and children.
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
function draw(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/** @param {Element} element @param {Attributes} attributes */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
}

/** @param {Element} element @param {Child[]} children */
function append(element, children) {
  for (const child of children) if (child) element.append(child);
}

/**
 * Return the element of the page with this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/**
 * Make a link where the address is one of the web, else the text alone.
 * @param {string} text
 * @param {string | undefined} address
 * @param {Attributes} [attributes]
 */
function webLink(text, address, attributes = {}) {
  if (!address || !URL.canParse(address) || !["http:", "https:"].includes(new URL(address).protocol))
    return make("span", attributes, text);
  return make("a", { ...attributes, href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

/**
 * Make a button that does something.
 * @param {Attributes} attributes
 * @param {() => void} act
 * @param {...Child} children
 */
function button(attributes, act, ...children) {
  const made = make("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", act);
  return made;
}

/**
 * Return so many of a thing in words, digits grouped.
 * @param {number} count
 * @param {string} thing
 */
function counted(count, thing) {
  const plural = thing.endsWith("y") ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${count.toLocaleString("en")} ${count === 1 ? thing : plural}`;
}
