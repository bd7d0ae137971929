// The pictures of a scorecard; each gives an option for the plot and the columns of its table.
const diagonal = () => ({
  type: 'line',
  symbol: 'none',
  silent: true,
  tooltip: { show: false },
  data: [
    [0, 0],
    [1, 1],
  ],
  lineStyle: { width: 1, type: 'dashed', color: color('--soft') },
});
const shareAxis = more =>
  valueAxis({ min: 0, max: 1, interval: 0.25, axisLabel: labels({ formatter: v => percent(v) }), ...more });
const points = value => decimal(value, value % 1 === 0 ? 0 : 1);

function rocPlot(size, proof) {
  const cuts = proof.roc;
  const interval =
    proof.lower == null ? '' : ' (' + t('proof.interval', decimal(proof.lower, 3), decimal(proof.upper, 3)) + ')';
  return figure(
    size,
    t('proof.roc'),
    t('proof.rocText', decimal(proof.auc, 3), interval),
    320,
    () => ({
      grid: room({ top: 34, bottom: 24, right: 20 }),
      tooltip: hint({
        trigger: 'axis',
        formatter: list => {
          const cut = cuts[list[0].dataIndex];
          return tip(t('proof.upTo', points(cut.score)), t('proof.goods', percent(cut.goods, 1)), t('proof.bads', percent(cut.bads, 1)));
        },
      }),
      xAxis: shareAxis({ splitLine: { show: false }, ...below(t('proof.goodsShare')) }),
      yAxis: shareAxis({ name: t('proof.badsShare'), nameTextStyle: { color: color('--soft'), align: 'left' }, nameGap: 14 }),
      series: [
        {
          ...stroke('--c1', { width: 2.5 }),
          data: cuts.map(cut => [cut.goods, cut.bads]),
          areaStyle: { color: color('--c1'), opacity: 0.12 },
        },
        diagonal(),
      ],
    }),
    [
      { name: t('proof.score'), num: true, of: cut => points(cut.score) },
      { name: t('proof.goodsShare'), num: true, of: cut => percent(cut.goods, 1) },
      { name: t('proof.badsShare'), num: true, of: cut => percent(cut.bads, 1) },
    ],
    cuts,
  );
}

function ksPlot(size, proof) {
  const cuts = proof.distribution;
  return figure(
    size,
    t('proof.ks'),
    t('proof.ksText', decimal(proof.ks, 3), points(proof.ksScore)),
    320,
    () => ({
      legend: keys({ data: [t('proof.badsName'), t('proof.goodsName')] }),
      grid: room({ top: 34, bottom: 24, right: 20 }),
      tooltip: hint({
        trigger: 'axis',
        formatter: list => {
          const cut = cuts[list[0].dataIndex];
          return tip(t('proof.upTo', points(cut.score)), t('proof.goods', percent(cut.goods, 1)), t('proof.bads', percent(cut.bads, 1)));
        },
      }),
      xAxis: valueAxis({ scale: true, splitLine: { show: false }, ...below(t('proof.score')) }),
      yAxis: shareAxis(),
      series: [
        { ...stroke('--c2', { width: 2.5 }), name: t('proof.badsName'), data: cuts.map(cut => [cut.score, cut.bads]) },
        {
          ...stroke('--c1', { width: 2.5 }),
          name: t('proof.goodsName'),
          data: cuts.map(cut => [cut.score, cut.goods]),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: color('--soft'), type: 'dashed' },
            label: { formatter: 'KS ' + percent(proof.ks, 1), color: color('--ink'), fontSize: 12 },
            data: [{ xAxis: proof.ksScore }],
          },
        },
      ],
    }),
    [
      { name: t('proof.score'), num: true, of: cut => points(cut.score) },
      { name: t('proof.badsName'), num: true, of: cut => percent(cut.bads, 1) },
      { name: t('proof.goodsName'), num: true, of: cut => percent(cut.goods, 1) },
      { name: t('proof.distance'), num: true, of: cut => percent(Math.abs(cut.bads - cut.goods), 1) },
    ],
    cuts,
  );
}

function calibrationPlot(size, proof) {
  const groups = proof.calibration;
  const highest = Math.max(...groups.map(g => Math.max(g.upper, g.foretold)));
  const step = [0.01, 0.02, 0.05, 0.1, 0.2].find(size => 5 * size >= highest) || 0.2;
  const most = Math.min(1, Math.ceil(highest / step - 1e-9) * step);
  const tone = color('--c3');
  const whisker = (params, api) => {
    const [x, low] = api.coord([api.value(0), api.value(1)]);
    const high = api.coord([api.value(0), api.value(2)])[1];
    const line = (x1, y1, x2, y2) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: { stroke: tone, lineWidth: 1.5 },
    });
    return { type: 'group', children: [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)] };
  };
  return figure(
    size,
    t('proof.calibration'),
    t('proof.calibrationText', decimal(proof.brier, 4)),
    320,
    () => ({
      grid: room({ top: 34, bottom: 24, right: 24 }),
      tooltip: hint({
        trigger: 'item',
        formatter: p => {
          const g = groups[p.dataIndex];
          return tip(
            t('proof.clients', whole(g.clients)),
            t('proof.foretold', percent(g.foretold, 1)),
            t('proof.came', percent(g.came, 1), percent(g.lower, 1), percent(g.upper, 1)),
          );
        },
      }),
      xAxis: valueAxis({
        min: 0,
        max: most,
        interval: step,
        splitLine: { show: false },
        axisLabel: labels({ formatter: v => percent(v) }),
        ...below(t('proof.foretoldName')),
      }),
      yAxis: valueAxis({
        min: 0,
        max: most,
        interval: step,
        axisLabel: labels({ formatter: v => percent(v) }),
        name: t('proof.cameName'),
        nameTextStyle: { color: color('--soft'), align: 'left' },
        nameGap: 14,
      }),
      series: [
        { ...diagonal(), data: [[0, 0], [most, most]] },
        { type: 'custom', silent: true, renderItem: whisker, data: groups.map(g => [g.foretold, g.lower, g.upper]) },
        { type: 'scatter', symbolSize: 9, itemStyle: { color: tone }, data: groups.map(g => [g.foretold, g.came]) },
      ],
    }),
    [
      { name: t('chart.clientsName'), num: true, of: g => whole(g.clients) },
      { name: t('proof.foretoldName'), num: true, of: g => percent(g.foretold, 1) },
      { name: t('proof.cameName'), num: true, of: g => percent(g.came, 1) },
      { name: t('proof.intervalName'), num: true, of: g => percent(g.lower, 1) + ' \u2013 ' + percent(g.upper, 1) },
    ],
    groups,
  );
}

// Cuts with as many digits as people read; the card itself keeps them all.
const shortCut = (cut, digits) => {
  const whole = Math.trunc(Math.abs(cut)).toString().length;
  return String(Number(cut.toPrecision(Math.max(digits, whole + 1)))).replace('-', '\u2212');
};
const binName = (bin, digits) => {
  const name = say(bin.label);
  return /^[([].*, .*\)$/.test(name)
    ? name.replace(/-?\d+\.\d+(E-?\d+)?/g, cut => shortCut(Number(cut), digits))
    : name;
};

const badRate = bin => (bin.clients === 0 ? null : bin.bads / bin.clients);

// Clients as bars, their bad rate as a line, bin by bin; bins of which there was no row are left to the points table.
function binPlot(size, variable) {
  const bins = variable.bins.filter(bin => bin.clients > 0);
  const all = sum(bins.map(bin => bin.clients));
  const names = bins.map(bin => binName(bin, 3));
  const many = names.length > 4;
  const intervals = names.some(name => name.startsWith('('));
  return figure(
    size,
    variable.name,
    t('bins.text', decimal(variable.iv, 3), say(variable.trend)),
    290,
    narrow => ({
      legend: keys({ data: [t('bins.share'), t('bins.badRateRight')] }),
      grid: room({ top: 34, right: 8 }),
      tooltip: hint({
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: list => {
          const bin = bins[list[0].dataIndex];
          return tip(
            binName(bin, 6),
            t('chart.clients', whole(bin.clients)),
            t('bins.badRate') + ' ' + percent(badRate(bin), 1),
            t('points.points') + ' ' + points(bin.points),
          );
        },
      }),
      xAxis: nameAxis({
        data: names,
        axisLabel: labels({
          interval: 0,
          hideOverlap: false,
          // Intervals take two lines where there are many.
          formatter: name => (intervals && many ? name.replace(', ', ',\n') : name),
          width: Math.max(28, Math.floor((narrow ? 250 : 400) / names.length) - 4),
          overflow: 'truncate',
          fontSize: names.length > 5 ? 9 : 11,
          rotate: narrow && many && !intervals ? 40 : 0,
        }),
      }),
      yAxis: [
        valueAxis({ axisLabel: labels({ formatter: v => percent(v) }), splitLine: { show: false } }),
        valueAxis({ min: 0, axisLabel: labels({ formatter: v => percent(v) }) }),
      ],
      series: [
        {
          type: 'bar',
          name: t('bins.share'),
          data: bins.map(bin => bin.clients / all),
          barCategoryGap: '28%',
          itemStyle: { color: color('--c1'), opacity: 0.55, borderRadius: [3, 3, 0, 0] },
        },
        {
          ...stroke('--c2', { width: 2 }),
          name: t('bins.badRateRight'),
          yAxisIndex: 1,
          symbol: 'circle',
          symbolSize: 8,
          data: bins.map(badRate),
        },
      ],
    }),
    binColumns(),
    bins,
  );
}

const binColumns = () => [
  { name: t('points.bin'), class: 'any', of: bin => binName(bin, 6) },
  { name: t('chart.clientsName'), num: true, of: bin => whole(bin.clients) },
  { name: t('bins.bads'), num: true, of: bin => whole(bin.bads) },
  { name: t('bins.badRate'), num: true, of: bin => (bin.clients ? percent(badRate(bin), 1) : DASH) },
  { name: t('points.woe'), num: true, of: bin => decimal(bin.woe, 3) },
  { name: t('points.points'), num: true, of: bin => points(bin.points) },
];
