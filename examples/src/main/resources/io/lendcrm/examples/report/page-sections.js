// The head of the page and the sections on the book and its data.
const money = text => (report.title.currency ? text + ' (' + report.title.currency + ')' : text);

function headline() {
  const { title, findings, rfm, value, segments, overview } = report;
  const read = sum(findings.feeds.map(feed => feed.read));
  const points = [];
  if (read > 0)
    points.push(
      t(
        'headline.rows',
        percent(sum(findings.feeds.map(f => f.accepted)) / read, 1),
        whole(read),
        whole(findings.rules.length),
      ),
    );
  if (title.clients > 0) points.push(t('headline.active', percent(overview.active / title.clients)));
  if (value && value.concentration) points.push(t('headline.value', percent(value.concentration.topTenth)));
  if (rfm && rfm.segments.length) {
    const largest = rfm.segments.reduce((a, b) => (b.clients > a.clients ? b : a));
    points.push(t('headline.rfm', say(largest.name), percent(largest.clients / Math.max(title.clients, 1))));
  }
  if (segments && segments.profiles.length)
    points.push(t('headline.segments', whole(segments.profiles.length), say(segments.profiles[0].name)));
  return el(
    'ul',
    { class: 'points' },
    points.map(text => el('li', {}, text)),
  );
}

function hero() {
  const { title, overview, value, kpi, findings } = report;
  const tile = (name, shown, note) =>
    el(
      'div',
      { class: 'tile' },
      el('dt', {}, name),
      el('dd', {}, shown),
      note ? el('dd', { class: 'aside' }, note) : null,
    );
  return el(
    'header',
    { class: 'hero', id: 'top' },
    el('p', { class: 'eyebrow' }, t('title.eyebrow', date(title.asOf))),
    el('h1', {}, say(title.lender)),
    el(
      'p',
      { class: 'lead' },
      t('title.lead', whole(title.clients), whole(title.interactions), date(title.from), date(title.to)),
      language === 'zh' ? '' : ' ',
      say(title.source),
    ),
    headline(),
    el(
      'dl',
      { class: 'tiles' },
      tile(
        t('tile.clients'),
        title.clients < 1e6 ? whole(title.clients) : brief(title.clients),
        t('tile.interactions', brief(title.interactions)),
      ),
      tile(t('tile.active'), title.clients ? percent(overview.active / title.clients) : DASH, say(overview.activeRule)),
      tile(money(t('tile.monetary')), brief(overview.monetary), say(overview.monetaryRule)),
      value ? tile(money(t('tile.value')), brief(value.total), t('tile.horizon', say(value.horizon))) : null,
      kpi ? tile(t('tile.score'), decimal(kpi.scores.mean, 1), t('tile.scale', plain(kpi.from), plain(kpi.to))) : null,
      tile(
        t('tile.findings'),
        brief(sum(findings.rules.map(rule => rule.count))),
        t('tile.rules', whole(findings.rules.length)),
      ),
    ),
  );
}

function overviewSection() {
  const { overview, title } = report;
  const share = list => {
    const all = Math.max(sum(list.map(c => c.count)), 1);
    return list.map((c, i) => ({
      name: say(c.name),
      value: c.count,
      shown: whole(c.count) + ' \u00b7 ' + percent(c.count / all),
      hue: null,
      i,
    }));
  };
  const kinds = share(overview.kinds);
  const total = Math.max(sum(kinds.map(k => k.value)), 1);
  const size = overview.stages.length && overview.industries.length ? 'half' : '';
  return [
    el(
      'div',
      { class: 'grid' },
      overview.growth.length > 1
        ? [
            barsOverTime('half', t('overview.newClients'), overview.growth, overview.step, p => p.newClients, '--c1'),
            barsOverTime(
              'half',
              t('overview.interactions'),
              overview.growth,
              overview.step,
              p => p.interactions,
              '--c2',
            ),
          ]
        : null,
      kinds.length
        ? card(
            '',
            t('overview.kinds'),
            null,
            el(
              'div',
              { class: 'split', 'aria-hidden': 'true' },
              kinds.map(k => el('span', { '--w': (100 * k.value) / total + '%', '--hue': hue(k.i) })),
            ),
            el(
              'ul',
              { class: 'legend' },
              kinds.map(k =>
                el('li', {}, el('i', { '--hue': hue(k.i), 'aria-hidden': 'true' }), k.name + ' ' + k.shown),
              ),
            ),
          )
        : null,
      overview.stages.length ? card(size, t('overview.stages'), null, bars(share(overview.stages))) : null,
      overview.industries.length ? card(size, t('overview.industries'), null, bars(share(overview.industries))) : null,
    ),
  ];
}

function findingsSection() {
  const { feeds, rules } = report.findings;
  return [
    el(
      'div',
      { class: 'grid' },
      feeds.length === 0
        ? null
        : card(
            '',
            t('findings.reconciliation'),
            t('findings.reconciliationText'),
            table(
              [
                { name: t('findings.file'), of: feed => feed.file },
                { name: t('findings.read'), num: true, of: feed => whole(feed.read) },
                { name: t('findings.accepted'), num: true, of: feed => whole(feed.accepted) },
                { name: t('findings.rejected'), num: true, of: feed => whole(feed.rejected) },
                {
                  name: t('findings.balance'),
                  num: true,
                  of: feed =>
                    pill(
                      feed.read === feed.accepted + feed.rejected ? t('findings.balanced') : t('findings.unbalanced'),
                      feed.read === feed.accepted + feed.rejected ? 'good' : 'bad',
                    ),
                },
              ],
              feeds,
            ),
          ),
      card(
        '',
        t('findings.rules'),
        rules.length ? t('findings.rulesText') : t('findings.none'),
        rules.map(rule =>
          el(
            'details',
            { class: 'rule' },
            el(
              'summary',
              {},
              pill(severity(rule.severity).label, severity(rule.severity).tone),
              el('span', { class: 'what' }, say(rule.name)),
              el('b', {}, whole(rule.count)),
            ),
            el(
              'p',
              { class: 'small muted' },
              el('span', { class: 'code' }, rule.code),
              ' \u00b7 ',
              t('findings.samples', whole(rule.samples.length), whole(rule.count)),
            ),
            rule.samples.length
              ? table(
                  [
                    {
                      name: t('findings.place'),
                      class: 'code',
                      of: s => (s.line > 0 ? s.file + ':' + s.line : s.file),
                    },
                    { name: t('findings.field'), class: 'code', of: s => s.field },
                    { name: t('findings.value'), class: 'code', of: s => s.value },
                    { name: t('findings.expected'), of: s => s.expected },
                  ],
                  rule.samples,
                )
              : null,
          ),
        ),
      ),
    ),
  ];
}

function gateSection() {
  const { gate } = report;
  const denied = sum(gate.denials.map(denial => denial.reads));
  const all = Math.max(gate.granted + denied, 1);
  return [
    el(
      'div',
      { class: 'grid' },
      card(
        'five',
        t('gate.reads'),
        t('gate.purpose', say(gate.purpose)),
        bars([
          {
            name: t('gate.granted'),
            value: gate.granted,
            shown: whole(gate.granted) + ' \u00b7 ' + percent(gate.granted / all, 1),
            hue: 'var(--good)',
          },
          {
            name: t('gate.denied'),
            value: denied,
            shown: whole(denied) + ' \u00b7 ' + percent(denied / all, 1),
            hue: 'var(--bad)',
          },
        ]),
      ),
      card(
        'seven',
        t('gate.denials'),
        gate.denials.length ? null : t('gate.noDenials'),
        gate.denials.length
          ? table(
              [
                { name: t('gate.reason'), of: d => say(d.reason) },
                { name: t('gate.code'), class: 'code', of: d => d.code },
                { name: t('gate.count'), num: true, of: d => whole(d.reads) },
              ],
              gate.denials,
            )
          : null,
      ),
    ),
  ];
}
