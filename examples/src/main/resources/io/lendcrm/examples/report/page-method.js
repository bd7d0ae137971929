// Method and provenance; then the page itself. A section whose part is absent is not built.

// Short formulas, shown with the block or the model they belong to.
const used = (...types) => report.title.models.some(model => types.includes(model.type));
const methods = () =>
  [
    {
      when: true,
      term: t('method.asof'),
      text: t('method.asofText'),
      formula: 'occurred ≤ d  ∧  recorded ≤ known by',
      source: '',
    },
    {
      when: report.rfm,
      term: t('method.rfm'),
      text: t('method.rfmText'),
      formula: 'R = days(last → d),  F = n,  M = Σ a / n',
      source: 'Hughes 1994; Fader, Hardie, Lee 2005',
    },
    {
      when: used('bg-nbd'),
      term: t('method.bgnbd'),
      text: t('method.bgnbdText'),
      formula: 'λ ~ Γ(r, α),  p ~ B(a, b)',
      source: 'Fader, Hardie, Lee 2005',
    },
    {
      when: used('gamma-gamma'),
      term: t('method.spend'),
      text: t('method.spendText'),
      formula: 'E[M | m̄, x] = p (v + x m̄) / (p x + q − 1)',
      source: 'Fader, Hardie 2013',
    },
    {
      when: report.value && report.value.concentration,
      term: t('method.gini'),
      text: t('method.giniText'),
      formula: 'G = 2 Σ i·v₍ᵢ₎ / (n Σ v) − (n + 1)/n',
      source: 'Gini 1912; Lorenz 1905',
    },
    {
      when: report.purchases && report.purchases.tracking,
      term: t('method.tracking'),
      text: t('method.trackingText'),
      formula: 'E[N(t)] = Σ E[X(t − tᵢ)]',
      source: 'Fader, Hardie, Lee 2005',
    },
    {
      when: report.lending && report.lending.waterfall,
      term: t('method.lending'),
      text: t('method.lendingText'),
      formula: 'V = Σ E[CFₜ] / (1 + i)ᵗ',
      source: '',
    },
    {
      when: report.lending && report.lending.retention.length,
      term: t('method.retention'),
      text: t('method.retentionText'),
      formula: 'Ŝ(t) = Π (1 − dᵢ/nᵢ)',
      source: 'Kaplan, Meier 1958; Fader, Hardie 2007',
    },
    { when: report.kpi, term: t('method.kpi'), text: t('method.kpiText'), formula: 'S = Σ wᵢ uᵢ(xᵢ)', source: '' },
    {
      when: used('k-means', 'kmeans'),
      term: t('method.kmeans'),
      text: t('method.kmeansText'),
      formula: 'min Σ ‖zᵢ − μ₍c(i)₎‖²',
      source: 'Lloyd 1982; Arthur, Vassilvitskii 2007',
    },
    ...report.notes.map(note => ({
      when: true,
      term: say(note.term),
      text: say(note.meaning),
      formula: note.formula,
      source: note.source,
    })),
  ].filter(method => method.when);

function methodSection() {
  const { models, parameters } = report.title;
  const pairs = map =>
    Object.entries(map).map(([name, shown]) => [el('dt', {}, name), el('dd', { class: 'code' }, shown)]);
  return [
    el(
      'div',
      { class: 'notes' },
      methods().map(method =>
        el(
          'div',
          {},
          el('h3', {}, method.term),
          el('p', {}, method.text),
          method.formula ? el('span', { class: 'formula' }, method.formula) : null,
          method.source ? el('p', { class: 'small' }, method.source) : null,
        ),
      ),
    ),
    el(
      'div',
      { class: 'grid below' },
      models.map(model =>
        card(
          'half',
          say(model.name),
          model.type + ' \u00b7 ' + t('method.schema', model.schemaVersion),
          el(
            'dl',
            { class: 'pairs gap' },
            el('dt', {}, t('method.rows')),
            el('dd', {}, whole(model.rows)),
            model.dataFrom && model.dataTo
              ? [el('dt', {}, t('method.window')), el('dd', {}, date(model.dataFrom) + ' \u2013 ' + date(model.dataTo))]
              : null,
            pairs(model.details),
            model.fingerprint
              ? [el('dt', {}, 'SHA-256'), el('dd', { class: 'code hash', title: model.fingerprint }, model.fingerprint)]
              : null,
          ),
        ),
      ),
      Object.keys(parameters).length
        ? card('half', t('method.parameters'), null, el('dl', { class: 'pairs gap' }, pairs(parameters)))
        : null,
    ),
  ];
}

const sections = () =>
  [
    {
      id: 'overview',
      title: t('overview.title'),
      text: t('overview.text'),
      build: overviewSection,
      when:
        report.overview.growth.length > 1 ||
        report.overview.kinds.length ||
        report.overview.stages.length ||
        report.overview.industries.length,
    },
    {
      id: 'findings',
      title: t('findings.title'),
      text: t('findings.text'),
      build: findingsSection,
      when: report.findings.feeds.length || report.findings.rules.length,
    },
    { id: 'gate', title: t('gate.title'), text: t('gate.text'), build: gateSection, when: report.gate },
    { id: 'rfm', title: t('rfm.title'), text: t('rfm.text'), build: rfmSection, when: report.rfm },
    {
      id: 'value',
      title: t('value.title'),
      text: report.value ? say(report.value.method) : '',
      build: valueSection,
      when: report.value,
    },
    {
      id: 'purchases',
      title: t('purchases.title'),
      text: t('purchases.text'),
      build: purchasesSection,
      when: report.purchases,
    },
    {
      id: 'lending',
      title: t('lending.title'),
      text: t('lending.text'),
      build: lendingSection,
      when: report.lending,
    },
    {
      id: 'kpi',
      title: t('kpi.title'),
      text: report.kpi ? say(report.kpi.card) : '',
      build: kpiSection,
      when: report.kpi,
    },
    {
      id: 'segments',
      title: t('segments.title'),
      text: report.segments ? say(report.segments.method) : '',
      build: segmentsSection,
      when: report.segments,
    },
    {
      id: 'portrait',
      title: t('portrait.title'),
      text: t('portrait.text'),
      build: portraitSection,
      when: report.portraits.length,
    },
    { id: 'method', title: t('method.title'), text: t('method.text'), build: methodSection, when: true },
  ].filter(section => section.when);
