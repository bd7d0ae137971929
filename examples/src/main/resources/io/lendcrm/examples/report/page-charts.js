// The charts of the report; each gives an option for the plot and the columns of its table.
function barsOverTime(size, title, list, step, of, tone) {
  const names = list.map(entry => period(entry.start, step));
  return figure(
    size,
    title,
    null,
    220,
    () => ({
      grid: room({ right: 28 }),
      tooltip: hint({
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([p]) => tip(p.name, whole(p.value)),
      }),
      xAxis: nameAxis({ data: names }),
      yAxis: valueAxis({ minInterval: 1 }),
      series: [
        {
          type: 'bar',
          data: list.map(of),
          barCategoryGap: '28%',
          itemStyle: { color: color(tone), borderRadius: [3, 3, 0, 0] },
        },
      ],
    }),
    [
      { name: t('chart.period'), of: entry => period(entry.start, step) },
      { name: title, num: true, of: entry => whole(of(entry)) },
    ],
    list,
  );
}

// A histogram over the number of the bin, so that a wide last bin does not squeeze the others; edges are the ticks.
// A model's counts, { name, counts }, stand beside those observed.
function histogram(size, title, sub, spread, axisName, tone, model) {
  const bins = spread.bins;
  const span = bin => (bin.from === bin.to ? brief(bin.from) : brief(bin.from) + ' \u2013 ' + brief(bin.to));
  const at = value => {
    const i = bins.findIndex((bin, k) => value <= bin.to || k === bins.length - 1);
    return i + (bins[i].to > bins[i].from ? (value - bins[i].from) / (bins[i].to - bins[i].from) : 0.5);
  };
  const mark = (name, value, position) => ({
    xAxis: at(value),
    label: { formatter: name + ' ' + brief(value), position, color: color('--ink'), fontSize: 12 },
  });
  const last = bins.length - 1;
  const open = last > 0 && bins[last].to - bins[last].from > 1.5 * (bins[0].to - bins[0].from);
  const edge = i => (i < bins.length ? brief(bins[i].from) : open ? '' : brief(bins[last].to));
  return figure(
    size,
    title,
    sub,
    290,
    narrow => {
      const every = Math.ceil(bins.length / (narrow ? 5 : 9));
      return {
        ...(model ? { legend: keys({ data: [model.name], right: 0, left: 'auto' }) } : {}),
        grid: room({ top: model ? 48 : 30, bottom: 24, right: 18 }),
        tooltip: hint({
          trigger: 'item',
          formatter: p =>
            tip(
              span(bins[p.dataIndex]),
              t('chart.clients', whole(bins[p.dataIndex].count)),
              percent(bins[p.dataIndex].count / spread.count, 1),
              model ? model.name + ' ' + decimal(model.counts[p.dataIndex], 1) : null,
            ),
        }),
        xAxis: valueAxis({
          min: 0,
          max: bins.length,
          interval: every,
          splitLine: { show: false },
          axisLine: { show: true, lineStyle: { color: color('--line') } },
          axisLabel: labels({ formatter: i => (i % every === 0 ? edge(i) : '') }),
          name: axisName,
          nameLocation: 'middle',
          nameGap: 28,
          nameTextStyle: { color: color('--soft') },
        }),
        yAxis: valueAxis({ minInterval: 1 }),
        series: [
          {
            type: 'bar',
            barWidth: '94%',
            itemStyle: { color: color(tone), borderRadius: [3, 3, 0, 0] },
            data: bins.map((bin, i) => ({
              value: [i + 0.5, bin.count],
              itemStyle: open && i === last ? { opacity: 0.5 } : {},
            })),
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: color('--ink'), type: 'dashed', width: 1 },
              data: [mark(t('chart.median'), spread.median, 'end')],
            },
          },
          ...(model
            ? [
                {
                  ...stroke('--c2'),
                  name: model.name,
                  symbol: 'circle',
                  symbolSize: 5,
                  data: model.counts.map((count, i) => [i + 0.5, count]),
                },
              ]
            : []),
        ],
      };
    },
    [
      { name: axisName, of: span },
      { name: t('chart.clientsName'), num: true, of: bin => whole(bin.count) },
      { name: t('chart.share'), num: true, of: bin => percent(bin.count / spread.count, 1) },
      ...(model ? [{ name: model.name, num: true, of: bin => decimal(model.counts[bins.indexOf(bin)], 1) }] : []),
    ],
    bins,
  );
}

function lorenz(size, value) {
  const curve = value.concentration.curve;
  return figure(
    size,
    t('value.lorenz'),
    t('value.lorenzText', percent(value.concentration.topTenth), decimal(value.concentration.gini, 2)),
    290,
    () => ({
      grid: room({ top: 14, bottom: 24, right: 20 }),
      tooltip: hint({
        trigger: 'axis',
        formatter: list =>
          tip(t('value.topShare', percent(list[0].value[0])), t('value.holds', percent(list[0].value[1], 1))),
      }),
      xAxis: valueAxis({
        max: 1,
        interval: 0.25,
        axisLabel: labels({ formatter: v => percent(v) }),
        splitLine: { show: false },
        name: t('value.lorenzX'),
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: color('--soft') },
      }),
      yAxis: valueAxis({ max: 1, interval: 0.25, axisLabel: labels({ formatter: v => percent(v) }) }),
      series: [
        {
          type: 'line',
          symbol: 'none',
          data: curve.map(p => [p.clients, p.value]),
          lineStyle: { width: 2.5, color: color('--c2') },
          areaStyle: { color: color('--c2'), opacity: 0.12 },
          itemStyle: { color: color('--c2') },
        },
        {
          type: 'line',
          symbol: 'none',
          silent: true,
          tooltip: { show: false },
          data: [
            [0, 0],
            [1, 1],
          ],
          lineStyle: { width: 1, type: 'dashed', color: color('--soft') },
        },
      ],
    }),
    [
      { name: t('value.lorenzX'), of: p => percent(p.clients) },
      { name: t('value.lorenzY'), num: true, of: p => percent(p.value, 1) },
    ],
    curve,
  );
}

function treemap(size, rfm) {
  const all = sum(rfm.segments.map(s => s.clients));
  const shown = rfm.segments.filter(s => s.clients > 0);
  return figure(
    size,
    t('rfm.treemap'),
    t('rfm.treemapText'),
    352,
    narrow => ({
      tooltip: hint({
        formatter: p =>
          tip(
            p.name,
            t('chart.clients', whole(p.value)) + ' \u00b7 ' + percent(p.value / all, 1),
            t('rfm.meanAmount', amount(p.data.mean)),
          ),
      }),
      series: [
        {
          type: 'treemap',
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          left: 0,
          right: 0,
          top: 4,
          bottom: 0,
          itemStyle: { borderColor: color('--surface'), borderWidth: 2, gapWidth: 2 },
          label: {
            fontSize: narrow ? 11 : 13,
            lineHeight: narrow ? 15 : 18,
            overflow: 'truncate',
            formatter: p => (p.value / all < 0.03 ? '' : labelOf(p.name) + '\n' + percent(p.value / all)),
          },
          data: shown.map((segment, i) => {
            const paint = shade(color('--accent'), 0.95 - (0.85 * i) / Math.max(shown.length - 1, 1));
            return {
              name: say(segment.name),
              value: segment.clients,
              mean: segment.meanMonetary,
              itemStyle: { color: paint.background },
              // A segment too small for its name is told by the tooltip and the table.
              label: { color: paint.color, show: segment.clients / all >= 0.03 },
            };
          }),
        },
      ],
    }),
    [
      { name: t('rfm.segment'), of: s => say(s.name) },
      { name: t('chart.clientsName'), num: true, of: s => whole(s.clients) },
      { name: t('chart.share'), num: true, of: s => percent(s.clients / all, 1) },
    ],
    rfm.segments,
  );
}

// One word a line, where words are divided by blanks, so that a narrow tile breaks none.
const labelOf = name => (name.length > 9 ? name.replaceAll(' ', '\n') : name);

function timeline(size, portrait) {
  const kinds = [...new Set(portrait.events.map(event => say(event.kind)))].reverse();
  const most = Math.max(...portrait.events.map(event => Math.abs(event.amount || 0)), 1);
  const balance = portrait.cumulative;
  const upper = Math.max(90, 30 * kinds.length);
  const axis = (index, show) => ({
    type: 'time',
    gridIndex: index,
    min: portrait.events[0] && portrait.events[0].on,
    max: report.title.asOf,
    axisLabel: labels({ show, formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{MM}-{dd}', none: '' } }),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: color('--line') } },
    splitLine: { show: true, lineStyle: { color: color('--line'), opacity: 0.5 } },
  });
  return figure(
    size,
    t('portrait.timeline'),
    t('portrait.timelineText'),
    upper + (balance.length ? 225 : 45),
    narrow => {
      const left = narrow ? 84 : 130;
      return {
        grid: [
          { left, right: 16, top: 10, height: upper },
          ...(balance.length ? [{ left, right: 16, top: upper + 66, height: 130 }] : []),
        ],
        tooltip: hint({ trigger: 'item', formatter: p => tipOf(p, portrait) }),
        xAxis: [axis(0, true), ...(balance.length ? [axis(1, true)] : [])],
        yAxis: [
          nameAxis({
            data: kinds,
            axisLabel: labels({ width: left - 10, overflow: 'truncate', interval: 0 }),
            splitLine: { show: false },
          }),
          ...(balance.length
            ? [
                valueAxis({
                  gridIndex: 1,
                  splitNumber: 3,
                  name: t('portrait.cumulative'),
                  nameTextStyle: { color: color('--soft'), align: 'left', padding: [0, 0, 0, 10 - left] },
                }),
              ]
            : []),
        ],
        series: [
          {
            type: 'scatter',
            data: portrait.events.map(event => [event.on, say(event.kind)]),
            symbolSize: (v, p) => 6 + 16 * Math.sqrt(Math.abs(portrait.events[p.dataIndex].amount || 0) / most),
            itemStyle: {
              opacity: 0.6,
              color: p => color('--c' + (((kinds.length - 1 - kinds.indexOf(p.value[1])) % 8) + 1)),
            },
          },
          ...(balance.length
            ? [
                {
                  type: 'line',
                  step: 'end',
                  symbol: 'none',
                  xAxisIndex: 1,
                  yAxisIndex: 1,
                  data: balance.map(b => [b.on, b.amount]),
                  lineStyle: { width: 2, color: color('--c1') },
                  areaStyle: { color: color('--c1'), opacity: 0.12 },
                },
              ]
            : []),
        ],
      };
    },
    [
      { name: t('portrait.day'), of: e => date(e.on) },
      { name: t('portrait.kind'), of: e => say(e.kind) },
      { name: t('portrait.amount'), num: true, of: e => (e.amount == null ? '' : amount(e.amount)) },
      { name: t('portrait.detail'), of: e => say(e.detail) },
    ],
    portrait.events,
  );
}

function tipOf(p, portrait) {
  const event = portrait.events[p.dataIndex];
  return p.seriesType === 'scatter'
    ? tip(date(event.on), say(event.kind), event.amount == null ? '' : amount(event.amount), say(event.detail))
    : null;
}

function contributions(size, kpi) {
  const list = [...kpi.contributions].reverse();
  return figure(
    size,
    t('kpi.contributions'),
    t('kpi.contributionsText'),
    60 + 34 * list.length,
    narrow => ({
      grid: room({ top: 6, right: 44, left: 16 }),
      tooltip: hint({
        trigger: 'item',
        formatter: p =>
          tip(
            p.name,
            t('kpi.mean', signed(list[p.dataIndex].mean)),
            t('kpi.meanAbsolute', decimal(list[p.dataIndex].meanAbsolute, 2)),
            t('kpi.weightIs', percent(list[p.dataIndex].weight)),
          ),
      }),
      xAxis: valueAxis({ axisLabel: labels({ formatter: v => decimal(v, v % 1 === 0 ? 0 : 1) }) }),
      yAxis: nameAxis({
        data: list.map(c => say(c.name)),
        axisLine: { show: false },
        axisLabel: labels({ width: narrow ? 110 : 190, overflow: 'truncate', color: color('--ink'), interval: 0 }),
      }),
      series: [
        {
          type: 'bar',
          barWidth: 14,
          data: list.map(c => ({
            value: c.mean,
            itemStyle: { color: color(c.mean < 0 ? '--bad' : '--good'), borderRadius: 3 },
          })),
          label: { show: true, position: 'right', formatter: p => signed(p.value), color: color('--soft') },
        },
      ],
    }),
    [
      { name: t('kpi.indicator'), of: c => say(c.name) },
      { name: t('kpi.weight'), num: true, of: c => percent(c.weight) },
      { name: t('kpi.meanName'), num: true, of: c => signed(c.mean) },
      { name: t('kpi.absName'), num: true, of: c => decimal(c.meanAbsolute, 2) },
    ],
    kpi.contributions,
  );
}
