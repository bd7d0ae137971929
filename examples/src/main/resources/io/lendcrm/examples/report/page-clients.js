// Segments of the book, single clients, method and provenance; then the page itself.
function segmentsSection() {
  const { segments } = report;
  const all = Math.max(sum(segments.profiles.map(p => p.clients)), 1);
  const few = segments.features.length >= 3 && segments.features.length <= 12;
  const pair = (name, shown) => [el('dt', {}, name), el('dd', {}, shown)];
  const cell = (profile, i) => {
    const z = profile.zMeans[i];
    const feature = segments.features[i];
    const text = say(feature.name) + ': ' + plain(profile.means[i]) + ' ' + say(feature.unit) + ', z = ' + signed(z);
    return el('td', { title: text, 'data-label': say(feature.name), paint: shade(color(z < 0 ? '--c2' : '--c1'), Math.min(0.92, Math.abs(z) / 2.2)) }, signed(z, 1));
  };
  return [
    el('div', { class: 'cards' }, segments.profiles.map((profile, i) =>
      el('article', { class: 'card swatch', '--hue': hue(i) },
        el('div', { class: 'head' }, el('h3', {}, say(profile.name)), pill(profile.id)),
        el('p', {}, el('span', { class: 'big' }, percent(profile.clients / all)), ' ', el('span', { class: 'muted small' }, t('chart.clients', whole(profile.clients)))),
        el('p', { class: 'small' }, say(profile.description)),
        few ? radar(segments, profile, '--c' + ((i % 8) + 1)) : null,
        el('dl', { class: 'pairs' },
          profile.meanValue == null ? null : pair(money(t('segments.meanValue')), amount(profile.meanValue)),
          profile.meanScore == null ? null : pair(t('segments.meanScore'), decimal(profile.meanScore, 1)),
          profile.prototypes.length ? pair(t('segments.prototypes'), el('span', { class: 'code' }, profile.prototypes.join(', '))) : null)))),
    el('div', { class: 'card below' },
      el('h3', {}, t('segments.heat')), el('p', { class: 'sub' }, t('segments.heatText')),
      el('table', { class: 'heat z', 'aria-label': t('segments.heat') },
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('segments.segment')), segments.features.map(f => el('th', { scope: 'col' }, say(f.name))))),
        el('tbody', {}, segments.profiles.map(profile => el('tr', {}, el('th', { scope: 'row' }, say(profile.name)), segments.features.map((f, i) => cell(profile, i))))))),
  ];
}

let chosen = 0;
function portraitSection() {
  const host = el('div', {});
  const show = i => {
    chosen = i;
    dropPlots(host);
    host.replaceChildren(portraitOf(report.portraits[i]));
    drawPlots();
  };
  const pick = report.portraits.length < 2 ? null : el('label', { class: 'small' }, t('portrait.choose') + ' ',
    el('select', { onchange: event => show(Number(event.target.value)) },
      report.portraits.map((p, i) => el('option', { value: i, selected: i === chosen ? '' : null }, say(p.name) + ' \u00b7 ' + p.client))));
  host.replaceChildren(portraitOf(report.portraits[chosen]));
  return [pick ? el('p', { class: 'pick' }, pick) : null, host];
}

function portraitOf(portrait) {
  const age = day => {
    const days = daysBetween(day, report.title.asOf);
    return days === 0 ? t('portrait.today') : t('portrait.daysOld', whole(days));
  };
  return el('div', {},
    el('div', { class: 'who' },
      el('div', {}, el('span', { class: 'big' }, say(portrait.name)), pill(say(portrait.kind)), el('span', { class: 'code muted block' }, portrait.client))),
    portrait.flags.length ? el('ul', { class: 'flags', 'aria-label': t('portrait.flags') }, portrait.flags.map(flag =>
      el('li', { class: severity(flag.severity).tone }, el('b', {}, say(flag.name)), flag.since ? el('span', { class: 'small' }, ' \u00b7 ' + t('portrait.since', date(flag.since))) : null, el('div', { class: 'small' }, say(flag.detail))))) : null,
    el('div', { class: 'grid loose' },
      portrait.events.length ? timeline('', portrait) : null,
      portrait.measures.length ? card('seven', t('portrait.measures'), null, table([
        { name: t('portrait.measure'), of: m => say(m.name) },
        { name: t('portrait.value'), num: true, of: m => (m.label ? say(m.label) : m.value == null ? t('portrait.unknown') : plain(m.value) + (say(m.unit) ? '\u00a0' + say(m.unit) : '')) },
        { name: t('portrait.source'), of: m => el('span', { class: 'small muted' }, say(m.source), el('span', { class: 'block' }, age(m.asOf))) },
        { name: t('portrait.why'), class: 'reasons', of: m => reasons(m.reasons) },
      ], portrait.measures)) : null,
      el('div', { class: 'five column' },
        portrait.facts.length ? card('', t('portrait.facts'), null, el('dl', { class: 'pairs' }, portrait.facts.map(fact => [
          el('dt', {}, say(fact.name)),
          el('dd', {}, say(fact.value), el('span', { class: 'small muted block' }, [say(fact.source), fact.known ? t('portrait.known', date(fact.known)) : ''].filter(Boolean).join(' \u00b7 ')))]))) : null,
        portrait.preferences.length ? card('', t('portrait.preferences'), t('portrait.preferencesText'), portrait.preferences.map(preference => [
          el('h4', {}, say(preference.dimension)),
          preference.shares.length
            ? bars(preference.shares.map((share, i) => ({ name: say(share.name), value: share.share, shown: percent(share.share), hue: i === 0 ? null : 'var(--c7)' })))
            : el('p', { class: 'small muted' }, t('portrait.noPreference'))])) : null)));
}

// Short formulas; shown with the block or the model they belong to.
const used = (...types) => report.title.models.some(model => types.includes(model.type));
const methods = () => [
  { when: true, term: t('method.asof'), text: t('method.asofText'), formula: 'occurred ≤ d  ∧  recorded ≤ known by', source: '' },
  { when: report.rfm, term: t('method.rfm'), text: t('method.rfmText'), formula: 'R = days(last → d),  F = n,  M = Σ a / n', source: 'Hughes 1994; Fader, Hardie, Lee 2005' },
  { when: used('bg-nbd'), term: t('method.bgnbd'), text: t('method.bgnbdText'), formula: 'λ ~ Γ(r, α),  p ~ B(a, b)', source: 'Fader, Hardie, Lee 2005' },
  { when: used('gamma-gamma'), term: t('method.spend'), text: t('method.spendText'), formula: 'E[M | m̄, x] = p (v + x m̄) / (p x + q − 1)', source: 'Fader, Hardie 2013' },
  { when: report.value && report.value.concentration, term: t('method.gini'), text: t('method.giniText'), formula: 'G = 2 Σ i·v₍ᵢ₎ / (n Σ v) − (n + 1)/n', source: 'Gini 1912; Lorenz 1905' },
  { when: report.kpi, term: t('method.kpi'), text: t('method.kpiText'), formula: 'S = Σ wᵢ uᵢ(xᵢ)', source: '' },
  { when: used('k-means', 'kmeans'), term: t('method.kmeans'), text: t('method.kmeansText'), formula: 'min Σ ‖zᵢ − μ₍c(i)₎‖²', source: 'Lloyd 1982; Arthur, Vassilvitskii 2007' },
  ...report.notes.map(note => ({ when: true, term: say(note.term), text: say(note.meaning), formula: note.formula, source: note.source })),
].filter(method => method.when);

function methodSection() {
  const { models, parameters } = report.title;
  const pairs = map => Object.entries(map).map(([name, shown]) => [el('dt', {}, name), el('dd', { class: 'code' }, shown)]);
  return [
    el('div', { class: 'notes' }, methods().map(method =>
      el('div', {}, el('h3', {}, method.term), el('p', {}, method.text), method.formula ? el('span', { class: 'formula' }, method.formula) : null, method.source ? el('p', { class: 'small' }, method.source) : null))),
    el('div', { class: 'grid below' },
      models.map(model => card('half', say(model.name), model.type + ' \u00b7 ' + t('method.schema', model.schemaVersion),
        el('dl', { class: 'pairs gap' },
          el('dt', {}, t('method.rows')), el('dd', {}, whole(model.rows)),
          model.dataFrom && model.dataTo ? [el('dt', {}, t('method.window')), el('dd', {}, date(model.dataFrom) + ' \u2013 ' + date(model.dataTo))] : null,
          pairs(model.details),
          model.fingerprint ? [el('dt', {}, 'SHA-256'), el('dd', { class: 'code hash', title: model.fingerprint }, model.fingerprint)] : null))),
      Object.keys(parameters).length ? card('half', t('method.parameters'), null, el('dl', { class: 'pairs gap' }, pairs(parameters))) : null)];
}

const sections = () => [
  { id: 'overview', title: t('overview.title'), text: t('overview.text'), build: overviewSection, when: report.overview.growth.length > 1 || report.overview.kinds.length || report.overview.stages.length || report.overview.industries.length },
  { id: 'findings', title: t('findings.title'), text: t('findings.text'), build: findingsSection, when: report.findings.feeds.length || report.findings.rules.length },
  { id: 'gate', title: t('gate.title'), text: t('gate.text'), build: gateSection, when: report.gate },
  { id: 'rfm', title: t('rfm.title'), text: t('rfm.text'), build: rfmSection, when: report.rfm },
  { id: 'value', title: t('value.title'), text: report.value ? say(report.value.method) : '', build: valueSection, when: report.value },
  { id: 'kpi', title: t('kpi.title'), text: report.kpi ? say(report.kpi.card) : '', build: kpiSection, when: report.kpi },
  { id: 'segments', title: t('segments.title'), text: report.segments ? say(report.segments.method) : '', build: segmentsSection, when: report.segments },
  { id: 'portrait', title: t('portrait.title'), text: t('portrait.text'), build: portraitSection, when: report.portraits.length },
  { id: 'method', title: t('method.title'), text: t('method.text'), build: methodSection, when: true },
].filter(section => section.when);

function build() {
  dropPlots();
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(report.title.lender) + ' \u00b7 ' + t('title.document');
  const parts = sections();
  const contents = () => el('ol', {}, parts.map(part => el('li', {}, el('a', { href: '#' + part.id }, part.title))));
  const choose = (code, name) => el('button', { type: 'button', lang: code, 'aria-pressed': String(language === code), onclick: () => { language = code; build(); } }, name);
  document.getElementById('page').replaceChildren(
    el('div', { class: 'bar' }, el('a', { class: 'brand', href: '#top' }, say(report.title.lender)),
      el('div', { class: 'switch', role: 'group', 'aria-label': t('title.language') }, choose('en', 'English'), choose('zh', '\u4e2d\u6587'))),
    el('div', { class: 'frame' },
      el('nav', { class: 'toc', 'aria-label': t('title.contents') }, contents()),
      el('main', {}, hero(), el('details', { class: 'jump' }, el('summary', {}, t('title.contents')), contents()), parts.map(part =>
        el('section', { id: part.id, 'aria-labelledby': part.id + '-title' },
          el('header', {}, el('h2', { id: part.id + '-title' }, part.title), part.text ? el('p', {}, part.text) : null), part.build())),
      el('footer', {}, t('title.footer', date(report.title.asOf)), ' ', t('title.library')))));
  drawPlots();
  follow(parts);
}

// Marks the section being read in the contents.
let watcher = null;
function follow(parts) {
  if (watcher) watcher.disconnect();
  watcher = new IntersectionObserver(seen => {
    for (const entry of seen.filter(e => e.isIntersecting)) {
      document.querySelectorAll('.toc a').forEach(link =>
        link.getAttribute('href') === '#' + entry.target.id ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  parts.forEach(part => watcher.observe(document.getElementById(part.id)));
}

// On paper everything is light, and what the rules found is unfolded.
function paper(on) {
  document.documentElement.classList.toggle('paper', on);
  build();
  document.querySelectorAll('details.rule').forEach(rule => { rule.open = on; });
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', build);
window.addEventListener('beforeprint', () => paper(true));
window.addEventListener('afterprint', () => paper(false));
build();
