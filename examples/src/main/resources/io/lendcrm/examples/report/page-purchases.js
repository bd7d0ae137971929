// The section that holds the purchase and spend models against what happened.
function purchasesSection() {
  const { tracking, alive, maps, spend } = report.purchases;
  const amounts = money(t('purchases.amount'));
  return [
    el(
      'div',
      { class: 'grid' },
      tracking ? [trackingTotal('half', tracking), trackingWeeks('half', tracking)] : null,
      alive ? aliveCurve('', alive) : null,
      maps.map(map => [
        recencyMap(
          'half',
          t('purchases.alive', say(map.population)),
          t('purchases.aliveText'),
          map,
          map.alive,
          percent,
          1,
        ),
        recencyMap(
          'half',
          t('purchases.expected', say(map.population)),
          t('purchases.expectedText', whole(map.weeks)),
          map,
          map.expected,
          brief,
          null,
        ),
      ]),
      spend.map(fit =>
        histogram(
          spend.length > 1 ? 'half' : '',
          t('purchases.spend', say(fit.population)),
          t('purchases.spendText', whole(fit.observed.count)),
          fit.observed,
          amounts,
          '--c1',
          { name: t('purchases.model'), counts: fit.expected },
        ),
      ),
    ),
  ];
}

function trackingTotal(size, tracking) {
  const before = tracking.weeks[tracking.calibrationWeeks - 1];
  const last = tracking.weeks[tracking.weeks.length - 1];
  const foretold = last.totalExpected - before.totalExpected;
  const came = last.totalActual - before.totalActual;
  return trackingPlot(
    size,
    tracking,
    t('purchases.total'),
    t('purchases.totalText', whole(foretold), whole(came), date(tracking.cut)),
    week => week.totalActual,
    week => week.totalExpected,
  );
}

const trackingWeeks = (size, tracking) =>
  trackingPlot(
    size,
    tracking,
    t('purchases.weekly'),
    t('purchases.weeklyText', whole(tracking.clients)),
    week => week.actual,
    week => week.expected,
  );

function trackingPlot(size, tracking, title, sub, actual, expected) {
  const { weeks, cut } = tracking;
  return figure(
    size,
    title,
    sub,
    290,
    () => ({
      legend: keys({ data: [t('purchases.actual'), t('purchases.model')] }),
      grid: room({ top: 34, right: 18 }),
      tooltip: hint({
        trigger: 'axis',
        formatter: list =>
          tip(
            t('purchases.weekTo', date(weeks[list[0].dataIndex].until)),
            t('purchases.actual') + ' ' + whole(actual(weeks[list[0].dataIndex])),
            t('purchases.model') + ' ' + decimal(expected(weeks[list[0].dataIndex]), 1),
          ),
      }),
      xAxis: timeAxis(weeks[0].until, weeks[weeks.length - 1].until),
      yAxis: valueAxis(),
      series: [
        {
          ...stroke('--c1'),
          name: t('purchases.actual'),
          data: weeks.map(week => [week.until, actual(week)]),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: color('--ink'), type: 'dashed', width: 1 },
            label: { show: false },
            data: [{ xAxis: cut }],
          },
          markArea: {
            silent: true,
            itemStyle: { color: color('--soft'), opacity: 0.08 },
            label: { color: color('--soft'), position: 'insideTop', fontSize: 12 },
            data: [[{ name: t('purchases.holdout'), xAxis: cut }, { xAxis: weeks[weeks.length - 1].until }]],
          },
        },
        {
          ...stroke('--c2', { type: 'dashed' }),
          name: t('purchases.model'),
          data: weeks.map(week => [week.until, expected(week)]),
        },
      ],
    }),
    [
      { name: t('purchases.weekEnd'), of: week => date(week.until) },
      { name: t('purchases.actual'), num: true, of: week => whole(actual(week)) },
      { name: t('purchases.model'), num: true, of: week => decimal(expected(week), 1) },
    ],
    weeks,
  );
}

function aliveCurve(size, alive) {
  return figure(
    size,
    t('purchases.curve'),
    t('purchases.curveText', alive.client, say(alive.name), whole(alive.purchases.length)),
    250,
    () => ({
      legend: keys({ data: [t('value.alive'), t('purchases.repeat')] }),
      grid: room({ top: 34, right: 18 }),
      tooltip: hint({
        trigger: 'axis',
        formatter: list => {
          const line = list.find(p => p.seriesIndex === 0);
          return line ? tip(date(alive.curve[line.dataIndex].on), percent(line.value[1])) : null;
        },
      }),
      xAxis: timeAxis(alive.curve[0].on, alive.curve[alive.curve.length - 1].on),
      yAxis: valueAxis({ min: 0, max: 1, interval: 0.25, axisLabel: labels({ formatter: v => percent(v) }) }),
      series: [
        {
          ...stroke('--c1'),
          name: t('value.alive'),
          data: alive.curve.map(p => [p.on, p.probability]),
          areaStyle: { color: color('--c1'), opacity: 0.12 },
        },
        {
          type: 'scatter',
          name: t('purchases.repeat'),
          silent: true,
          symbol: 'rect',
          symbolSize: [2, 14],
          symbolOffset: [0, -7],
          itemStyle: { color: color('--c2') },
          data: alive.purchases.map(day => [day, 0]),
        },
      ],
    }),
    [
      { name: t('portrait.day'), of: p => date(p.on) },
      { name: t('value.alive'), num: true, of: p => percent(p.probability, 1) },
    ],
    alive.curve,
  );
}

function recencyMap(size, title, sub, map, values, shown, most) {
  const cells = values.flatMap((row, i) => row.map((value, j) => [j, i, value])).filter(cell => cell[2] != null);
  const top = most || Math.max(...cells.map(cell => cell[2]), 1e-12);
  const weeks = map.recencies.map(r => whole(r));
  return figure(
    size,
    title,
    sub,
    330,
    () => ({
      grid: room({ top: 30, bottom: 70, right: 8 }),
      tooltip: hint({
        trigger: 'item',
        formatter: p =>
          tip(
            shown(p.value[2]),
            t('purchases.repeats', whole(map.frequencies[p.value[0]])),
            t('purchases.lastAfter', weeks[p.value[1]]),
          ),
      }),
      visualMap: {
        min: 0,
        max: top,
        calculable: false,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemWidth: 10,
        itemHeight: 120,
        text: [shown(top), shown(0)],
        textStyle: { color: color('--soft') },
        inRange: { color: (most ? [0.06, 0.35, 0.65, 0.95] : [0.06, 0.5, 0.75, 0.95]).map(part => shade(color('--accent'), part).background) },
      },
      xAxis: nameAxis({ data: map.frequencies.map(x => whole(x)), ...below(t('purchases.frequency')) }),
      yAxis: nameAxis({
        data: weeks,
        name: t('purchases.recency'),
        nameTextStyle: { color: color('--soft'), align: 'left', padding: [0, 0, 0, -24] },
      }),
      series: [
        {
          type: 'heatmap',
          data: cells,
          itemStyle: { borderColor: color('--surface'), borderWidth: 1 },
          emphasis: { itemStyle: { borderColor: color('--ink') } },
        },
      ],
    }),
    [
      { name: t('purchases.recency'), of: i => weeks[i] },
      ...map.frequencies.map((x, j) => ({
        name: 'x = ' + whole(x),
        num: true,
        of: i => (values[i][j] == null ? '' : shown(values[i][j])),
      })),
    ],
    map.recencies.map((r, i) => i),
  );
}

