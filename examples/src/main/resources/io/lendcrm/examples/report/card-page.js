// The page of a scorecard: its head and its sections.
function hero() {
  const { title, proof, variables } = report;
  const tile = (name, shown, note) =>
    el('div', { class: 'tile' }, el('dt', {}, name), el('dd', {}, shown), note ? el('dd', { class: 'aside' }, note) : null);
  return el(
    'header',
    { class: 'hero', id: 'top' },
    el('p', { class: 'eyebrow' }, t('title.eyebrow', date(title.asOf))),
    el('h1', {}, say(title.lender)),
    el('p', { class: 'lead' }, t('card.lead', whole(title.rows), whole(title.bads), percent(title.bads / title.rows, 1), title.target)),
    el(
      'dl',
      { class: 'tiles' },
      tile(
        t('tile.auc'),
        decimal(proof.auc, 3),
        proof.lower == null ? null : t('proof.interval', decimal(proof.lower, 3), decimal(proof.upper, 3)),
      ),
      proof.foldMean == null
        ? null
        : tile(t('tile.cross'), decimal(proof.foldMean, 3), t('tile.folds', whole(proof.folds.length))),
      tile('Gini', decimal(proof.gini, 3)),
      tile('KS', decimal(proof.ks, 3)),
      tile('H', decimal(proof.h, 3)),
      tile(t('tile.columns'), whole(variables.length), t('tile.dropped', whole(report.dropped.length))),
    ),
  );
}

function proofSection() {
  const { proof } = report;
  return [
    el(
      'div',
      { class: 'grid' },
      rocPlot('half', proof),
      ksPlot('half', proof),
      calibrationPlot(proof.folds.length ? 'half' : '', proof),
      proof.folds.length
        ? card(
            'half',
            t('proof.folds'),
            t('proof.foldsText'),
            bars(
              proof.folds.map((area, i) => ({
                name: t('proof.fold', whole(i + 1)),
                value: area,
                shown: decimal(area, 4),
                hue: null,
              })),
            ),
          )
        : null,
    ),
  ];
}

// On a narrow screen there is room for the bin, its clients, bad rate and points; the bins below show all.
const pointsColumns = () => binColumns().filter((_, i) => innerWidth > 680 || (i !== 2 && i !== 4));

const pointsSection = () => [
  el(
    'div',
    { class: 'grid' },
    report.variables.map(variable =>
      card('half', variable.name, null, el('div', { class: 'gap' }, table(pointsColumns(), variable.bins, { plain: true }))),
    ),
  ),
];

const binsSection = () => [el('div', { class: 'grid' }, report.variables.map(variable => binPlot('half', variable)))];

const droppedSection = () => [
  el(
    'div',
    { class: 'grid' },
    card(
      '',
      t('dropped.table'),
      null,
      table(
        [
          { name: t('points.column'), of: each => each.name },
          { name: t('dropped.iv'), num: true, of: each => decimal(each.iv, 4) },
          { name: t('dropped.cause'), of: each => say(each.cause) },
        ],
        report.dropped,
      ),
    ),
  ),
];

const sections = () =>
  [
    { id: 'proof', title: t('proof.title'), text: t('proof.text'), build: proofSection, when: true },
    {
      id: 'points',
      title: t('points.title'),
      text: t(
        'points.lead',
        points(report.title.base),
        plain(report.title.points),
        plain(report.title.odds),
        plain(report.title.pdo),
      ),
      build: pointsSection,
      when: true,
    },
    { id: 'bins', title: t('bins.title'), text: t('bins.lead'), build: binsSection, when: true },
    {
      id: 'dropped',
      title: t('dropped.title'),
      text: t('dropped.text'),
      build: droppedSection,
      when: report.dropped.length,
    },
  ].filter(section => section.when);
