// Language, numbers and elements. Data reach the page as text nodes and attributes only, never as markup.
const data = JSON.parse(document.getElementById('data').textContent);
const report = data.report;
let language = data.language;

const t = (key, ...values) =>
  values.reduce((text, value, i) => text.replaceAll('{' + i + '}', value), data.labels[language][key]);
const say = text => (text == null ? '' : text[language]);
const locale = () => (language === 'zh' ? 'zh-CN' : 'en-GB');
const DASH = '\u2013';

// A minus before nothing but zeros says nothing.
const format = (value, options) =>
  value == null
    ? DASH
    : new Intl.NumberFormat(locale(), { signDisplay: 'negative', ...options }).format(value).replace('-', '\u2212');
const whole = value => format(value, { maximumFractionDigits: 0 });
const brief = value =>
  Math.abs(value) < 10000
    ? decimal(value, Math.abs(value) < 100 && value % 1 !== 0 ? 1 : 0)
    : format(value, { notation: 'compact', maximumSignificantDigits: 3 });
const decimal = (value, digits) => format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const plain = value => (Math.abs(value) < 1000 ? format(value, { maximumSignificantDigits: 4 }) : whole(value));
const signed = (value, digits = 2) =>
  format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' });
// Never rounds a part of the whole to all of it, nor something to nothing.
const percent = (share, digits = 0) => {
  const edge = (share > 0 && share < 0.01) || (share < 1 && share > 0.995);
  const shown = edge ? Math.min(Math.max(share, 0.0001), 0.9999) : share;
  return format(shown, {
    style: 'percent',
    minimumFractionDigits: edge ? 1 : digits,
    maximumFractionDigits: edge ? 2 : digits,
  });
};
const amount = value => decimal(value, Math.abs(value) < 1000 ? 2 : 0);
const utc = day => new Date(day + 'T00:00:00Z');
const date = day =>
  day == null ? DASH : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(utc(day));
const daysBetween = (from, to) => Math.round((utc(to) - utc(from)) / 86400000);
const period = (day, step) => {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (step) {
    case 'YEAR':
      return year;
    case 'QUARTER':
      return year + ' Q' + Math.ceil(month / 3);
    case 'MONTH':
      return year + '-' + day.slice(5, 7);
    default:
      return day;
  }
};
const sum = list => list.reduce((total, value) => total + value, 0);

function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value == null || value === false) continue;
    if (name.startsWith('--')) element.style.setProperty(name, value);
    else if (name === 'paint') Object.assign(element.style, value);
    else if (name === 'onclick' || name === 'onchange') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

// A table that turns into a list of cards on a narrow screen. Columns: { name, num, of: row => text or element }.
function table(columns, rows, options = {}) {
  const th = column => el('th', { scope: 'col', class: column.num ? 'num' : null }, column.name);
  const td = (column, row, first) => {
    const content = column.of(row);
    const attributes = {
      class: [column.num && 'num', content === '' && 'empty', column.class].filter(Boolean).join(' ') || null,
      'data-label': first ? null : column.name,
    };
    return first ? el('th', { scope: 'row', ...attributes }, content) : el('td', attributes, el('div', {}, content));
  };
  return el(
    'table',
    { class: options.plain ? null : 'stack' },
    options.caption ? el('caption', {}, options.caption) : null,
    el('thead', {}, el('tr', {}, columns.map(th))),
    el(
      'tbody',
      {},
      rows.map(row =>
        el(
          'tr',
          {},
          columns.map((column, i) => td(column, row, i === 0)),
        ),
      ),
    ),
  );
}

const card = (size, title, sub, ...content) =>
  el('div', { class: 'card ' + size }, el('h3', {}, title), sub ? el('p', { class: 'sub' }, sub) : null, content);

// A list of named bars; entries: { name, value, shown, hue }.
function bars(entries) {
  const most = Math.max(...entries.map(entry => Math.abs(entry.value)), 1e-12);
  return el(
    'ul',
    { class: 'bars' },
    entries.map(entry =>
      el(
        'li',
        {},
        el('div', { class: 'name' }, el('span', {}, entry.name), el('span', {}, entry.shown)),
        el(
          'div',
          { class: 'track', 'aria-hidden': 'true' },
          entry.value === 0
            ? null
            : el('div', { class: 'fill', '--w': (100 * Math.abs(entry.value)) / most + '%', '--hue': entry.hue }),
        ),
      ),
    ),
  );
}

const hue = i => 'var(--c' + ((i % 8) + 1) + ')';
const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Colours of heat maps: a mix of two colours, with the ink that contrasts better.
const channels = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
const mix = (from, to, part) => channels(from).map((c, i) => Math.round(c + (channels(to)[i] - c) * part));
const luminance = rgb => {
  const [r, g, b] = rgb.map(c => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
function shade(to, part) {
  const rgb = mix(color('--surface'), to, part);
  const light = luminance(rgb);
  return { background: 'rgb(' + rgb.join(',') + ')', color: (light + 0.05) ** 2 > 1.05 * 0.05 ? '#10151b' : '#ffffff' };
}

function reasons(list, digits) {
  return list.length === 0
    ? ''
    : el(
        'ul',
        { class: 'why' },
        list.map(reason =>
          el(
            'li',
            { title: reason.code },
            el(
              'b',
              { class: Math.abs(reason.contribution) < 0.05 ? 'muted' : reason.contribution < 0 ? 'down' : 'up' },
              reason.contribution === 0
                ? ''
                : Math.abs(reason.contribution) < 0.05
                ? '0'
                : (reason.contribution < 0 ? '\u2193 ' : '\u2191 ') + brief(Math.abs(reason.contribution), digits),
            ),
            el('span', {}, say(reason.text)),
          ),
        ),
      );
}

const severity = name =>
  ({
    ERROR: { label: t('severity.error'), tone: 'bad' },
    WARNING: { label: t('severity.warning'), tone: 'warn' },
    NOTE: { label: t('severity.note'), tone: '' },
  })[name];
const pill = (text, tone) => el('span', { class: 'pill ' + (tone || '') }, text);
