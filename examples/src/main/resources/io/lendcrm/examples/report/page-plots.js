// Charts: each is a figure with a caption, a plot for the eye and a table with the same figures for everybody else.
let plots = [];

function figure(size, title, sub, height, option, columns, rows) {
  const plot = el('div', {
    class: 'plot',
    role: 'img',
    'aria-label': [title, sub].filter(Boolean).join('. '),
    paint: { height: height + 'px' },
  });
  plots.push({ plot, option, chart: null });
  return el(
    'figure',
    { class: 'card ' + size },
    el('figcaption', {}, el('h3', {}, title)),
    sub ? el('p', { class: 'sub' }, sub) : null,
    plot,
    el(
      'details',
      { class: 'figures' },
      el('summary', {}, t('chart.figures')),
      el('div', { class: 'scroll', tabindex: '0' }, table(columns, rows, { plain: true })),
    ),
  );
}

function tip(title, ...lines) {
  return el(
    'div',
    { class: 'tip' },
    el('b', {}, title),
    lines.filter(Boolean).map(line => el('div', {}, line)),
  );
}

function drawPlots() {
  for (const entry of plots) {
    if (!entry.plot.isConnected) continue;
    if (!entry.chart) {
      entry.chart = echarts.init(entry.plot, null, {
        renderer: 'canvas',
        devicePixelRatio: Math.max(2, window.devicePixelRatio || 1),
      });
      entry.watch = new ResizeObserver(() => {
        if (entry.plot.clientWidth === entry.width) return;
        entry.chart.resize();
        setPlot(entry);
      });
      entry.watch.observe(entry.plot);
    }
    setPlot(entry);
  }
}

function setPlot(entry) {
  entry.width = entry.plot.clientWidth;
  entry.chart.setOption({ ...house(), ...entry.option(entry.width < 420) }, true);
}

function dropPlots(within) {
  plots = plots.filter(entry => {
    if (within && !within.contains(entry.plot)) return true;
    if (entry.watch) entry.watch.disconnect();
    if (entry.chart) entry.chart.dispose();
    return false;
  });
}

const house = () => ({
  animation: false,
  color: [1, 2, 3, 4, 5, 6, 7, 8].map(i => color('--c' + i)),
  textStyle: { fontFamily: color('--sans'), color: color('--soft') },
});
const hint = more => ({
  backgroundColor: color('--surface'),
  borderColor: color('--line'),
  padding: 10,
  confine: true,
  extraCssText: 'box-shadow:0 4px 18px rgba(0,0,0,.14)',
  ...more,
});
const labels = more => ({ color: color('--soft'), fontSize: 12, hideOverlap: true, ...more });
const valueAxis = more => ({
  type: 'value',
  axisLabel: labels({ formatter: brief }),
  axisLine: { show: false },
  axisTick: { show: false },
  splitNumber: 4,
  splitLine: { lineStyle: { color: color('--line') } },
  ...more,
});
const nameAxis = more => ({
  type: 'category',
  axisLabel: labels(),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: color('--line') } },
  ...more,
});
const room = more => ({ left: 4, right: 12, top: 16, bottom: 4, containLabel: true, ...more });
const keys = more => ({
  top: 0,
  left: 0,
  icon: 'roundRect',
  itemWidth: 14,
  itemHeight: 4,
  textStyle: { color: color('--soft'), fontSize: 12 },
  ...more,
});
const below = name => ({
  name,
  nameLocation: 'middle',
  nameGap: 28,
  nameTextStyle: { color: color('--soft') },
});
const stroke = (tone, more) => ({
  type: 'line',
  symbol: 'none',
  lineStyle: { width: 2, color: color(tone), ...more },
  itemStyle: { color: color(tone) },
});
// Of long spans the years alone are named.
const timeAxis = (from, to) => ({
  type: 'time',
  min: from,
  max: to,
  splitNumber: 4,
  axisLabel: labels({
    formatter: { year: '{yyyy}', month: daysBetween(from, to) > 900 ? '' : '{yyyy}-{MM}', day: '', none: '' },
  }),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: color('--line') } },
  splitLine: { show: false },
});

function radar(segments, profile, tone) {
  const most = Math.max(2, ...segments.profiles.flatMap(p => p.zMeans.map(Math.abs)));
  const plot = el('div', {
    class: 'plot',
    role: 'img',
    'aria-label': t('segments.radar', say(profile.name)),
    paint: { height: '220px' },
  });
  // Two lines of about equal length, so that labels at the sides stay within the plot.
  const folded = text => {
    const blanks = [...text.matchAll(/ /g)].map(m => m.index).filter(i => i > 2);
    if (text.length < 9 || blanks.length === 0) return text.length < 7 ? text : text.replace(/^(\d+ \S{2})/, '$1\n');
    const middle = blanks.reduce((a, b) => (Math.abs(b - text.length / 2) < Math.abs(a - text.length / 2) ? b : a));
    return text.slice(0, middle) + '\n' + text.slice(middle + 1);
  };
  plots.push({
    plot,
    chart: null,
    option: () => ({
      radar: {
        radius: '60%',
        shape: 'polygon',
        splitNumber: 4,
        indicator: segments.features.map(f => ({ name: folded(say(f.name)), min: -most, max: most })),
        axisName: { color: color('--soft'), fontSize: 11, lineHeight: 14 },
        splitArea: { show: false },
        axisNameGap: 6,
        splitLine: { lineStyle: { color: color('--line') } },
        axisLine: { lineStyle: { color: color('--line') } },
      },
      series: [
        {
          type: 'radar',
          silent: true,
          symbol: 'circle',
          symbolSize: 4,
          data: [{ value: profile.zMeans, areaStyle: { opacity: 0.2 } }],
          lineStyle: { width: 2, color: color(tone) },
          itemStyle: { color: color(tone) },
          areaStyle: { color: color(tone) },
        },
      ],
    }),
  });
  return plot;
}
