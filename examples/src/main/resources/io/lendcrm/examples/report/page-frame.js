// The frame of every page: bar, contents, sections, footer. A page gives hero() and sections().
function build() {
  dropPlots();
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = say(report.title.lender) + ' \u00b7 ' + t('title.document');
  const parts = sections();
  const contents = () =>
    el(
      'ol',
      {},
      parts.map(part => el('li', {}, el('a', { href: '#' + part.id }, part.title))),
    );
  const choose = (code, name) =>
    el(
      'button',
      {
        type: 'button',
        lang: code,
        'aria-pressed': String(language === code),
        onclick: () => {
          language = code;
          build();
        },
      },
      name,
    );
  document.getElementById('page').replaceChildren(
    el(
      'div',
      { class: 'bar' },
      el('a', { class: 'brand', href: '#top' }, say(report.title.lender)),
      el(
        'div',
        { class: 'switch', role: 'group', 'aria-label': t('title.language') },
        choose('en', 'English'),
        choose('zh', '\u4e2d\u6587'),
      ),
    ),
    el(
      'div',
      { class: 'frame' },
      el('nav', { class: 'toc', 'aria-label': t('title.contents') }, contents()),
      el(
        'main',
        {},
        hero(),
        el('details', { class: 'jump' }, el('summary', {}, t('title.contents')), contents()),
        parts.map(part =>
          el(
            'section',
            { id: part.id, 'aria-labelledby': part.id + '-title' },
            el(
              'header',
              {},
              el('h2', { id: part.id + '-title' }, part.title),
              part.text ? el('p', {}, part.text) : null,
            ),
            part.build(),
          ),
        ),
        el('footer', {}, t('title.footer', date(report.title.asOf)), ' ', t('title.library')),
      ),
    ),
  );
  drawPlots();
  follow(parts);
}

// Marks the section being read in the contents.
let watcher = null;
function follow(parts) {
  if (watcher) watcher.disconnect();
  watcher = new IntersectionObserver(
    seen => {
      for (const entry of seen.filter(e => e.isIntersecting)) {
        document
          .querySelectorAll('.toc a')
          .forEach(link =>
            link.getAttribute('href') === '#' + entry.target.id
              ? link.setAttribute('aria-current', 'true')
              : link.removeAttribute('aria-current'),
          );
      }
    },
    { rootMargin: '-20% 0px -70% 0px' },
  );
  parts.forEach(part => watcher.observe(document.getElementById(part.id)));
}

// On paper everything is light, and what the rules found is unfolded.
function paper(on) {
  document.documentElement.classList.toggle('paper', on);
  build();
  document.querySelectorAll('details.rule').forEach(rule => {
    rule.open = on;
  });
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', build);
window.addEventListener('beforeprint', () => paper(true));
window.addEventListener('afterprint', () => paper(false));
build();
