// The sections on what the clients are worth: RFM, expected value, KPI score.
let heatOf = 'clients';
function rfmSection() {
  const { rfm } = report;
  const all = sum(rfm.segments.map(s => s.clients));
  const withValue = rfm.segments.some(s => s.meanValue != null);
  const host = el('div', { class: 'card five' });
  const show = which => {
    heatOf = which;
    host.replaceChildren(...heat(rfm, show));
  };
  show(heatOf);
  return [
    el(
      'div',
      { class: 'grid' },
      host,
      all > 0 ? treemap('seven', rfm) : null,
      rfm.segments.length === 0
        ? null
        : card(
            '',
            t('rfm.segments'),
            null,
            table(
              [
                { name: t('rfm.segment'), of: s => say(s.name) },
                { name: t('rfm.meaning'), of: s => el('span', { class: 'small' }, say(s.description)) },
                { name: t('chart.clientsName'), num: true, of: s => whole(s.clients) },
                { name: t('chart.share'), num: true, of: s => percent(s.clients / Math.max(all, 1), 1) },
                { name: money(t('rfm.meanMonetary')), num: true, of: s => (s.clients ? amount(s.meanMonetary) : '') },
                ...(withValue
                  ? [
                      {
                        name: money(t('rfm.meanValue')),
                        num: true,
                        of: s => (s.meanValue == null ? '' : amount(s.meanValue)),
                      },
                    ]
                  : []),
              ],
              rfm.segments,
            ),
          ),
    ),
  ];
}

function heat(rfm, show) {
  const by = new Map(rfm.cells.map(cell => [cell.recency + '/' + cell.frequency, cell]));
  const measure = cell => (heatOf === 'clients' ? cell.clients : Math.max(cell.meanMonetary, 0));
  const most = Math.max(...rfm.cells.map(measure), 1e-12);
  const scores = Array.from({ length: rfm.bins }, (_, i) => i + 1);
  const cellOf = (r, f) => {
    const cell = by.get(r + '/' + f);
    if (!cell || cell.clients === 0)
      return el(
        'td',
        {
          'aria-label': t('rfm.cell', r, f, 0, DASH),
          paint: { background: color('--raised'), color: color('--soft') },
        },
        '\u00b7',
      );
    const text = t('rfm.cell', r, f, whole(cell.clients), amount(cell.meanMonetary));
    return el(
      'td',
      {
        title: text,
        'aria-label': text,
        paint: shade(color('--accent'), 0.08 + 0.87 * Math.sqrt(measure(cell) / most)),
      },
      heatOf === 'clients' ? brief(cell.clients) : brief(cell.meanMonetary),
    );
  };
  const choice = (which, name) =>
    el('button', { type: 'button', 'aria-pressed': String(heatOf === which), onclick: () => show(which) }, name);
  return [
    el(
      'div',
      { class: 'head' },
      el('h3', {}, t('rfm.heat')),
      el(
        'div',
        { class: 'switch', role: 'group', 'aria-label': t('rfm.colourBy') },
        choice('clients', t('rfm.byClients')),
        choice('monetary', t('rfm.byMonetary')),
      ),
    ),
    el('p', { class: 'sub' }, say(rfm.method)),
    el(
      'table',
      { class: 'heat', 'aria-label': t('rfm.heat') },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, t('rfm.corner')),
          scores.map(f => el('th', { scope: 'col' }, 'F' + f)),
        ),
      ),
      el(
        'tbody',
        {},
        [...scores].reverse().map(r =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, 'R' + r),
            scores.map(f => cellOf(r, f)),
          ),
        ),
      ),
    ),
    el('p', { class: 'axis' }, t('rfm.axes')),
  ];
}

function valueSection() {
  const { value } = report;
  const most = Math.max(...value.top.map(c => (c.upper == null ? c.value : c.upper)), 1e-12);
  const place = x => (100 * Math.max(x, 0)) / most + '%';
  const interval = c =>
    el(
      'div',
      {},
      amount(c.value),
      c.lower == null || c.upper == null
        ? null
        : [
            el(
              'div',
              { class: 'range', 'aria-hidden': 'true' },
              el('i', { '--from': place(c.lower), '--w': (100 * (c.upper - Math.max(c.lower, 0))) / most + '%' }),
              el('b', { '--at': place(c.value) }),
            ),
            el('div', { class: 'small muted' }, brief(c.lower) + ' \u2013 ' + brief(c.upper)),
          ],
    );
  return [
    el(
      'div',
      { class: 'grid' },
      histogram(
        value.concentration ? 'seven' : '',
        t('value.distribution'),
        t('value.distributionText', brief(value.values.median), brief(value.values.mean)),
        value.values,
        money(t('value.axis')),
        '--c1',
      ),
      value.concentration ? lorenz('five', value) : null,
      value.top.length
        ? card(
            '',
            t('value.top'),
            null,
            table(
              [
                {
                  name: t('value.client'),
                  of: c => el('span', {}, say(c.name), el('span', { class: 'small muted block' }, c.client)),
                },
                ...(value.top.some(c => c.segment)
                  ? [{ name: t('value.segment'), of: c => (c.segment ? pill(say(c.segment)) : '') }]
                  : []),
                { name: money(t('value.expected')), num: true, of: interval },
                { name: t('value.alive'), num: true, of: c => percent(c.probabilityAlive, 1) },
                { name: t('value.purchases'), num: true, of: c => decimal(c.expectedPurchases, 1) },
                { name: t('value.reasons'), class: 'reasons', of: c => reasons(c.reasons) },
              ],
              value.top,
            ),
          )
        : null,
    ),
  ];
}

function kpiSection() {
  const { kpi } = report;
  return [
    el(
      'div',
      { class: 'grid' },
      histogram(
        'half',
        t('kpi.distribution'),
        t('kpi.distributionText', decimal(kpi.scores.mean, 1), decimal(kpi.scores.p10, 1), decimal(kpi.scores.p90, 1)),
        kpi.scores,
        t('kpi.score'),
        '--c3',
      ),
      kpi.contributions.length ? contributions('half', kpi) : null,
      kpi.notScored.length
        ? card(
            '',
            t('kpi.notScored'),
            t('kpi.notScoredText'),
            bars(
              kpi.notScored.map(c => ({
                name: say(c.name),
                value: c.count,
                shown: whole(c.count),
                hue: 'var(--soft)',
              })),
            ),
          )
        : null,
    ),
  ];
}
