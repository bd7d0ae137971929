// The section on contracts: what they are worth and for how long clients keep borrowing.
function lendingSection() {
  const { waterfall, retention } = report.lending;
  return [
    el(
      'div',
      { class: 'grid' },
      waterfall ? waterfallPlot(retention.length % 2 ? 'half' : '', waterfall) : null,
      retention.map(curve => retentionPlot(waterfall || retention.length > 1 ? 'half' : '', curve)),
    ),
  ];
}

function waterfallPlot(size, waterfall) {
  let from = 0;
  const bars = waterfall.steps.map(step => {
    const bar = { name: say(step.name), amount: step.amount, from, to: from + step.amount };
    from = bar.to;
    return bar;
  });
  bars.push({ name: t('lending.value'), amount: waterfall.total, from: 0, to: waterfall.total, whole: true });
  const tone = bar => color(bar.whole ? '--accent' : bar.amount < 0 ? '--bad' : '--good');
  return figure(
    size,
    money(t('lending.waterfall')),
    t(
      'lending.waterfallText',
      whole(waterfall.contracts),
      brief(waterfall.exposure),
      whole(waterfall.inDefault),
      say(waterfall.assumptions),
    ),
    50 + 40 * bars.length,
    narrow => ({
      grid: room({ top: 6, left: 16, right: narrow ? 48 : 64 }),
      tooltip: hint({
        trigger: 'item',
        formatter: p =>
          tip(
            bars[p.dataIndex].name,
            amount(bars[p.dataIndex].amount),
            t('lending.ofExposure', percent(bars[p.dataIndex].amount / Math.max(waterfall.exposure, 1e-12), 2)),
          ),
      }),
      xAxis: valueAxis({ splitNumber: narrow ? 2 : 5 }),
      yAxis: nameAxis({
        data: bars.map(bar => bar.name),
        inverse: true,
        axisLine: { show: false },
        axisLabel: labels({ width: narrow ? 92 : 190, overflow: 'truncate', color: color('--ink'), interval: 0 }),
      }),
      series: [
        {
          type: 'custom',
          encode: { x: [1, 2], y: 0 },
          data: bars.map((bar, i) => [i, bar.from, bar.to]),
          renderItem: (p, api) => {
            const start = api.coord([api.value(1), api.value(0)]);
            const end = api.coord([api.value(2), api.value(0)]);
            const height = Math.min(22, 0.6 * api.size([0, 1])[1]);
            return {
              type: 'rect',
              shape: {
                x: Math.min(start[0], end[0]),
                y: start[1] - height / 2,
                width: Math.max(1, Math.abs(end[0] - start[0])),
                height,
                r: 2,
              },
              style: { fill: tone(bars[p.dataIndex]) },
            };
          },
        },
        {
          type: 'scatter',
          silent: true,
          symbolSize: 0,
          data: bars.map((bar, i) => [Math.max(bar.from, bar.to), i]),
          label: {
            show: true,
            position: 'right',
            color: color('--soft'),
            formatter: p => brief(bars[p.dataIndex].amount),
          },
        },
      ],
    }),
    [
      { name: t('lending.part'), of: bar => bar.name },
      { name: money(t('lending.amount')), num: true, of: bar => amount(bar.amount) },
      { name: t('lending.total'), num: true, of: bar => amount(bar.to) },
    ],
    bars,
  );
}

function retentionPlot(size, curve) {
  const { points } = curve;
  const line = (of, more) => ({ type: 'line', symbol: 'none', data: points.map(p => [p.years, of(p)]), ...more });
  const names = [t('lending.observed'), t('lending.weibullGamma'), t('lending.bdw')];
  const yearly = points.filter(p => p.betaDiscreteWeibull != null);
  const smooth = points.some(p => p.weibullGamma != null);
  return figure(
    size,
    t('lending.retention', say(curve.group)),
    t('lending.retentionText', whole(curve.spells), whole(curve.ended)),
    300,
    narrow => ({
      legend: keys({ data: names.filter((name, i) => i === 0 || (i === 1 ? smooth : yearly.length)) }),
      grid: room({ top: narrow ? 56 : 34, bottom: 24, right: 18 }),
      tooltip: hint({
        trigger: 'axis',
        formatter: list => {
          const p = points[Math.round(list[0].value[0] * 12)];
          return tip(
            t('lending.after', decimal(p.years, 1)),
            names[0] + ' ' + percent(p.observed) + ' (' + percent(p.lower) + ' \u2013 ' + percent(p.upper) + ')',
            p.weibullGamma == null ? null : names[1] + ' ' + percent(p.weibullGamma),
            p.betaDiscreteWeibull == null ? null : names[2] + ' ' + percent(p.betaDiscreteWeibull),
          );
        },
      }),
      xAxis: valueAxis({ max: 'dataMax', splitLine: { show: false }, ...below(t('lending.years')) }),
      yAxis: valueAxis({ min: 0, max: 1, interval: 0.25, axisLabel: labels({ formatter: v => percent(v) }) }),
      series: [
        line(p => p.observed, { ...stroke('--c1'), name: names[0], step: 'end' }),
        ...(smooth ? [line(p => p.weibullGamma, { ...stroke('--c2', { type: 'dashed' }), name: names[1] })] : []),
        {
          type: 'scatter',
          name: names[2],
          symbolSize: 8,
          itemStyle: { color: color('--c3') },
          data: yearly.map(p => [p.years, p.betaDiscreteWeibull]),
        },
        band(points),
      ],
    }),
    [
      { name: t('lending.years'), of: p => decimal(p.years, 2) },
      { name: names[0], num: true, of: p => percent(p.observed, 1) },
      { name: t('lending.interval'), num: true, of: p => percent(p.lower, 1) + ' \u2013 ' + percent(p.upper, 1) },
      { name: names[1], num: true, of: p => (p.weibullGamma == null ? '' : percent(p.weibullGamma, 1)) },
      {
        name: names[2],
        num: true,
        of: p => (p.betaDiscreteWeibull == null ? '' : percent(p.betaDiscreteWeibull, 1)),
      },
    ],
    points,
  );
}

// The interval about a curve of steps, as one shape behind the lines.
const band = points => ({
  type: 'custom',
  silent: true,
  z: 1,
  tooltip: { show: false },
  encode: { x: 0, y: [1, 2] },
  data: points.map(p => [p.years, p.lower, p.upper]),
  renderItem: (params, api) => {
    if (params.dataIndex > 0) return null;
    const edge = of => points.flatMap((p, i) => [...(i ? [[p.years, of(points[i - 1])]] : []), [p.years, of(p)]]);
    const outline = [...edge(p => p.upper), ...edge(p => p.lower).reverse()];
    return {
      type: 'polygon',
      shape: { points: outline.map(at => api.coord(at)) },
      style: { fill: color('--c1'), opacity: 0.14 },
    };
  },
});
