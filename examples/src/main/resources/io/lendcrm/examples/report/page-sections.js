// The sections of the page, in the order of the review. A section whose part is absent is not built.
const money = text => (report.title.currency ? text + ' (' + report.title.currency + ')' : text);

function headline() {
  const { title, findings, rfm, value, segments, overview } = report;
  const read = sum(findings.feeds.map(feed => feed.read));
  const points = [];
  if (read > 0) points.push(t('headline.rows', percent(sum(findings.feeds.map(f => f.accepted)) / read, 1), whole(read), whole(findings.rules.length)));
  if (title.clients > 0) points.push(t('headline.active', percent(overview.active / title.clients)));
  if (value && value.concentration) points.push(t('headline.value', percent(value.concentration.topTenth)));
  if (rfm && rfm.segments.length) {
    const largest = rfm.segments.reduce((a, b) => (b.clients > a.clients ? b : a));
    points.push(t('headline.rfm', say(largest.name), percent(largest.clients / Math.max(title.clients, 1))));
  }
  if (segments && segments.profiles.length) points.push(t('headline.segments', whole(segments.profiles.length), say(segments.profiles[0].name)));
  return el('ul', { class: 'points' }, points.map(text => el('li', {}, text)));
}

function hero() {
  const { title, overview, value, kpi, findings } = report;
  const tile = (name, shown, note) =>
    el('div', { class: 'tile' }, el('dt', {}, name), el('dd', {}, shown), note ? el('dd', { class: 'aside' }, note) : null);
  return el('header', { class: 'hero', id: 'top' },
    el('p', { class: 'eyebrow' }, t('title.eyebrow', date(title.asOf))),
    el('h1', {}, say(title.lender)),
    el('p', { class: 'lead' }, t('title.lead', whole(title.clients), whole(title.interactions), date(title.from), date(title.to)), language === 'zh' ? '' : ' ', say(title.source)),
    headline(),
    el('dl', { class: 'tiles' },
      tile(t('tile.clients'), title.clients < 1e6 ? whole(title.clients) : brief(title.clients), t('tile.interactions', brief(title.interactions))),
      tile(t('tile.active'), title.clients ? percent(overview.active / title.clients) : DASH, say(overview.activeRule)),
      tile(money(t('tile.monetary')), brief(overview.monetary), say(overview.monetaryRule)),
      value ? tile(money(t('tile.value')), brief(value.total), t('tile.horizon', say(value.horizon))) : null,
      kpi ? tile(t('tile.score'), decimal(kpi.scores.mean, 1), t('tile.scale', plain(kpi.from), plain(kpi.to))) : null,
      tile(t('tile.findings'), brief(sum(findings.rules.map(rule => rule.count))), t('tile.rules', whole(findings.rules.length)))));
}

function overviewSection() {
  const { overview, title } = report;
  const share = list => { const all = Math.max(sum(list.map(c => c.count)), 1); return list.map((c, i) => ({ name: say(c.name), value: c.count, shown: whole(c.count) + ' \u00b7 ' + percent(c.count / all), hue: null, i })); };
  const kinds = share(overview.kinds);
  const total = Math.max(sum(kinds.map(k => k.value)), 1);
  const size = overview.stages.length && overview.industries.length ? 'half' : '';
  return [el('div', { class: 'grid' },
    overview.growth.length > 1 ? [
      barsOverTime('half', t('overview.newClients'), overview.growth, overview.step, p => p.newClients, '--c1'),
      barsOverTime('half', t('overview.interactions'), overview.growth, overview.step, p => p.interactions, '--c2')] : null,
    kinds.length ? card('', t('overview.kinds'), null,
      el('div', { class: 'split', 'aria-hidden': 'true' }, kinds.map(k => el('span', { '--w': (100 * k.value) / total + '%', '--hue': hue(k.i) }))),
      el('ul', { class: 'legend' }, kinds.map(k => el('li', {}, el('i', { '--hue': hue(k.i), 'aria-hidden': 'true' }), k.name + ' ' + k.shown)))) : null,
    overview.stages.length ? card(size, t('overview.stages'), null, bars(share(overview.stages))) : null,
    overview.industries.length ? card(size, t('overview.industries'), null, bars(share(overview.industries))) : null)];
}

function findingsSection() {
  const { feeds, rules } = report.findings;
  return [el('div', { class: 'grid' },
    feeds.length === 0 ? null : card('', t('findings.reconciliation'), t('findings.reconciliationText'),
      table([
        { name: t('findings.file'), of: feed => feed.file },
        { name: t('findings.read'), num: true, of: feed => whole(feed.read) },
        { name: t('findings.accepted'), num: true, of: feed => whole(feed.accepted) },
        { name: t('findings.rejected'), num: true, of: feed => whole(feed.rejected) },
        { name: t('findings.balance'), num: true, of: feed => pill(feed.read === feed.accepted + feed.rejected ? t('findings.balanced') : t('findings.unbalanced'), feed.read === feed.accepted + feed.rejected ? 'good' : 'bad') },
      ], feeds)),
    card('', t('findings.rules'), rules.length ? t('findings.rulesText') : t('findings.none'),
      rules.map(rule => el('details', { class: 'rule' },
        el('summary', {}, pill(severity(rule.severity).label, severity(rule.severity).tone), el('span', { class: 'what' }, say(rule.name)), el('b', {}, whole(rule.count))),
        el('p', { class: 'small muted' }, el('span', { class: 'code' }, rule.code), ' \u00b7 ', t('findings.samples', whole(rule.samples.length), whole(rule.count))),
        rule.samples.length ? table([
          { name: t('findings.place'), class: 'code', of: s => (s.line > 0 ? s.file + ':' + s.line : s.file) },
          { name: t('findings.field'), class: 'code', of: s => s.field },
          { name: t('findings.value'), class: 'code', of: s => s.value },
          { name: t('findings.expected'), of: s => s.expected },
        ], rule.samples) : null))))];
}

function gateSection() {
  const { gate } = report;
  const denied = sum(gate.denials.map(denial => denial.reads));
  const all = Math.max(gate.granted + denied, 1);
  return [el('div', { class: 'grid' },
    card('five', t('gate.reads'), t('gate.purpose', say(gate.purpose)), bars([
      { name: t('gate.granted'), value: gate.granted, shown: whole(gate.granted) + ' \u00b7 ' + percent(gate.granted / all, 1), hue: 'var(--good)' },
      { name: t('gate.denied'), value: denied, shown: whole(denied) + ' \u00b7 ' + percent(denied / all, 1), hue: 'var(--bad)' },
    ])),
    card('seven', t('gate.denials'), gate.denials.length ? null : t('gate.noDenials'), gate.denials.length ? table([
      { name: t('gate.reason'), of: d => say(d.reason) },
      { name: t('gate.code'), class: 'code', of: d => d.code },
      { name: t('gate.count'), num: true, of: d => whole(d.reads) },
    ], gate.denials) : null))];
}

let heatOf = 'clients';
function rfmSection() {
  const { rfm } = report;
  const all = sum(rfm.segments.map(s => s.clients));
  const withValue = rfm.segments.some(s => s.meanValue != null);
  const host = el('div', { class: 'card five' });
  const show = which => { heatOf = which; host.replaceChildren(...heat(rfm, show)); };
  show(heatOf);
  return [el('div', { class: 'grid' }, host, all > 0 ? treemap('seven', rfm) : null,
    rfm.segments.length === 0 ? null : card('', t('rfm.segments'), null, table([
      { name: t('rfm.segment'), of: s => say(s.name) },
      { name: t('rfm.meaning'), of: s => el('span', { class: 'small' }, say(s.description)) },
      { name: t('chart.clientsName'), num: true, of: s => whole(s.clients) },
      { name: t('chart.share'), num: true, of: s => percent(s.clients / Math.max(all, 1), 1) },
      { name: money(t('rfm.meanMonetary')), num: true, of: s => (s.clients ? amount(s.meanMonetary) : '') },
      ...(withValue ? [{ name: money(t('rfm.meanValue')), num: true, of: s => (s.meanValue == null ? '' : amount(s.meanValue)) }] : []),
    ], rfm.segments)))];
}

function heat(rfm, show) {
  const by = new Map(rfm.cells.map(cell => [cell.recency + '/' + cell.frequency, cell]));
  const measure = cell => (heatOf === 'clients' ? cell.clients : Math.max(cell.meanMonetary, 0));
  const most = Math.max(...rfm.cells.map(measure), 1e-12);
  const scores = Array.from({ length: rfm.bins }, (_, i) => i + 1);
  const cellOf = (r, f) => {
    const cell = by.get(r + '/' + f);
    if (!cell || cell.clients === 0) return el('td', { 'aria-label': t('rfm.cell', r, f, 0, DASH), paint: { background: color('--raised'), color: color('--soft') } }, '\u00b7');
    const text = t('rfm.cell', r, f, whole(cell.clients), amount(cell.meanMonetary));
    return el('td', { title: text, 'aria-label': text, paint: shade(color('--accent'), 0.08 + 0.87 * Math.sqrt(measure(cell) / most)) },
      heatOf === 'clients' ? brief(cell.clients) : brief(cell.meanMonetary));
  };
  const choice = (which, name) => el('button', { type: 'button', 'aria-pressed': String(heatOf === which), onclick: () => show(which) }, name);
  return [
    el('div', { class: 'head' }, el('h3', {}, t('rfm.heat')), el('div', { class: 'switch', role: 'group', 'aria-label': t('rfm.colourBy') }, choice('clients', t('rfm.byClients')), choice('monetary', t('rfm.byMonetary')))),
    el('p', { class: 'sub' }, say(rfm.method)),
    el('table', { class: 'heat', 'aria-label': t('rfm.heat') },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('rfm.corner')), scores.map(f => el('th', { scope: 'col' }, 'F' + f)))),
      el('tbody', {}, [...scores].reverse().map(r => el('tr', {}, el('th', { scope: 'row' }, 'R' + r), scores.map(f => cellOf(r, f)))))),
    el('p', { class: 'axis' }, t('rfm.axes')),
  ];
}

function valueSection() {
  const { value } = report;
  const most = Math.max(...value.top.map(c => c.upper == null ? c.value : c.upper), 1e-12);
  const place = x => (100 * Math.max(x, 0)) / most + '%';
  const interval = c => el('div', {}, amount(c.value), c.lower == null || c.upper == null ? null : [
    el('div', { class: 'range', 'aria-hidden': 'true' }, el('i', { '--from': place(c.lower), '--w': (100 * (c.upper - Math.max(c.lower, 0))) / most + '%' }), el('b', { '--at': place(c.value) })),
    el('div', { class: 'small muted' }, brief(c.lower) + ' \u2013 ' + brief(c.upper))]);
  return [el('div', { class: 'grid' },
    histogram(value.concentration ? 'seven' : '', t('value.distribution'), t('value.distributionText', brief(value.values.median), brief(value.values.mean)), value.values, money(t('value.axis')), '--c1'),
    value.concentration ? lorenz('five', value) : null,
    value.top.length ? card('', t('value.top'), null, table([
      { name: t('value.client'), of: c => el('span', {}, say(c.name), el('span', { class: 'small muted block' }, c.client)) },
      ...(value.top.some(c => c.segment) ? [{ name: t('value.segment'), of: c => (c.segment ? pill(say(c.segment)) : '') }] : []),
      { name: money(t('value.expected')), num: true, of: interval },
      { name: t('value.alive'), num: true, of: c => percent(c.probabilityAlive, 1) },
      { name: t('value.purchases'), num: true, of: c => decimal(c.expectedPurchases, 1) },
      { name: t('value.reasons'), class: 'reasons', of: c => reasons(c.reasons) },
    ], value.top)) : null)];
}

function kpiSection() {
  const { kpi } = report;
  return [el('div', { class: 'grid' },
    histogram('half', t('kpi.distribution'), t('kpi.distributionText', decimal(kpi.scores.mean, 1), decimal(kpi.scores.p10, 1), decimal(kpi.scores.p90, 1)), kpi.scores, t('kpi.score'), '--c3'),
    kpi.contributions.length ? contributions('half', kpi) : null,
    kpi.notScored.length ? card('', t('kpi.notScored'), t('kpi.notScoredText'), bars(kpi.notScored.map(c => ({ name: say(c.name), value: c.count, shown: whole(c.count), hue: 'var(--soft)' })))) : null)];
}
