// The sections on segments and on single clients.
function segmentsSection() {
  const { segments } = report;
  const all = Math.max(sum(segments.profiles.map(p => p.clients)), 1);
  const few = segments.features.length >= 3 && segments.features.length <= 12;
  const pair = (name, shown) => [el('dt', {}, name), el('dd', {}, shown)];
  const cell = (profile, i) => {
    const z = profile.zMeans[i];
    const feature = segments.features[i];
    const text = say(feature.name) + ': ' + plain(profile.means[i]) + ' ' + say(feature.unit) + ', z = ' + signed(z);
    return el(
      'td',
      {
        title: text,
        'data-label': say(feature.name),
        paint: shade(color(z < 0 ? '--c2' : '--c1'), Math.min(0.92, Math.abs(z) / 2.2)),
      },
      signed(z, 1),
    );
  };
  return [
    el(
      'div',
      { class: 'cards' },
      segments.profiles.map((profile, i) =>
        el(
          'article',
          { class: 'card swatch', '--hue': hue(i) },
          el('div', { class: 'head' }, el('h3', {}, say(profile.name)), pill(profile.id)),
          el(
            'p',
            {},
            el('span', { class: 'big' }, percent(profile.clients / all)),
            ' ',
            el('span', { class: 'muted small' }, t('chart.clients', whole(profile.clients))),
          ),
          el('p', { class: 'small' }, say(profile.description)),
          few ? radar(segments, profile, '--c' + ((i % 8) + 1)) : null,
          el(
            'dl',
            { class: 'pairs' },
            profile.meanValue == null ? null : pair(money(t('segments.meanValue')), amount(profile.meanValue)),
            profile.meanScore == null ? null : pair(t('segments.meanScore'), decimal(profile.meanScore, 1)),
            profile.prototypes.length
              ? pair(t('segments.prototypes'), el('span', { class: 'code' }, profile.prototypes.join(', ')))
              : null,
          ),
        ),
      ),
    ),
    el(
      'div',
      { class: 'card below' },
      el('h3', {}, t('segments.heat')),
      el('p', { class: 'sub' }, t('segments.heatText')),
      el(
        'table',
        { class: 'heat z', 'aria-label': t('segments.heat') },
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col' }, t('segments.segment')),
            segments.features.map(f => el('th', { scope: 'col' }, say(f.name))),
          ),
        ),
        el(
          'tbody',
          {},
          segments.profiles.map(profile =>
            el(
              'tr',
              {},
              el('th', { scope: 'row' }, say(profile.name)),
              segments.features.map((f, i) => cell(profile, i)),
            ),
          ),
        ),
      ),
    ),
  ];
}

let chosen = 0;
function portraitSection() {
  const host = el('div', {});
  const show = i => {
    chosen = i;
    dropPlots(host);
    host.replaceChildren(portraitOf(report.portraits[i]));
    drawPlots();
  };
  const pick =
    report.portraits.length < 2
      ? null
      : el(
          'label',
          { class: 'small' },
          t('portrait.choose') + ' ',
          el(
            'select',
            { onchange: event => show(Number(event.target.value)) },
            report.portraits.map((p, i) =>
              el('option', { value: i, selected: i === chosen ? '' : null }, say(p.name) + ' \u00b7 ' + p.client),
            ),
          ),
        );
  host.replaceChildren(portraitOf(report.portraits[chosen]));
  return [pick ? el('p', { class: 'pick' }, pick) : null, host];
}

function portraitOf(portrait) {
  const age = day => {
    const days = daysBetween(day, report.title.asOf);
    return days === 0 ? t('portrait.today') : t('portrait.daysOld', whole(days));
  };
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'who' },
      el(
        'div',
        {},
        el('span', { class: 'big' }, say(portrait.name)),
        pill(say(portrait.kind)),
        el('span', { class: 'code muted block' }, portrait.client),
      ),
    ),
    portrait.flags.length
      ? el(
          'ul',
          { class: 'flags', 'aria-label': t('portrait.flags') },
          portrait.flags.map(flag =>
            el(
              'li',
              { class: severity(flag.severity).tone },
              el('b', {}, say(flag.name)),
              flag.since ? el('span', { class: 'small' }, ' \u00b7 ' + t('portrait.since', date(flag.since))) : null,
              el('div', { class: 'small' }, say(flag.detail)),
            ),
          ),
        )
      : null,
    el(
      'div',
      { class: 'grid loose' },
      portrait.events.length ? timeline('', portrait) : null,
      portrait.measures.length
        ? card(
            'seven',
            t('portrait.measures'),
            null,
            table(
              [
                { name: t('portrait.measure'), of: m => say(m.name) },
                {
                  name: t('portrait.value'),
                  num: true,
                  of: m =>
                    m.label
                      ? say(m.label)
                      : m.value == null
                        ? t('portrait.unknown')
                        : plain(m.value) + (say(m.unit) ? '\u00a0' + say(m.unit) : ''),
                },
                {
                  name: t('portrait.source'),
                  class: 'source',
                  of: m =>
                    el('span', { class: 'small muted' }, say(m.source), el('span', { class: 'block' }, age(m.asOf))),
                },
                { name: t('portrait.why'), class: 'reasons', of: m => reasons(m.reasons) },
              ],
              portrait.measures,
            ),
          )
        : null,
      el(
        'div',
        { class: 'five column' },
        portrait.facts.length
          ? card(
              '',
              t('portrait.facts'),
              null,
              el(
                'dl',
                { class: 'pairs' },
                portrait.facts.map(fact => [
                  el('dt', {}, say(fact.name)),
                  el(
                    'dd',
                    {},
                    say(fact.value),
                    el(
                      'span',
                      { class: 'small muted block' },
                      [say(fact.source), fact.known ? t('portrait.known', date(fact.known)) : '']
                        .filter(Boolean)
                        .join(' \u00b7 '),
                    ),
                  ),
                ]),
              ),
            )
          : null,
        portrait.preferences.length
          ? card(
              '',
              t('portrait.preferences'),
              t('portrait.preferencesText'),
              portrait.preferences.map(preference => [
                el('h4', {}, say(preference.dimension)),
                preference.shares.length
                  ? bars(
                      preference.shares.map((share, i) => ({
                        name: say(share.name),
                        value: share.share,
                        shown: percent(share.share),
                        hue: i === 0 ? null : 'var(--c7)',
                      })),
                    )
                  : el('p', { class: 'small muted' }, t('portrait.noPreference')),
              ]),
            )
          : null,
      ),
    ),
  );
}
