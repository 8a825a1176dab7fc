/**
 * The page's only script: filters, and opening what a link points into. The page is complete without it. It reads
 * nothing but attributes of the page and builds no markup.
 */
export const PAGE_SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('filters');
  const find = document.getElementById('find');
  const role = document.getElementById('role');
  const shown = document.getElementById('shown');
  const chips = [...form.querySelectorAll('button')];
  const scenarios = [...document.querySelectorAll('details.sc')];
  const features = [...document.querySelectorAll('.feature')];

  const apply = () => {
    const verdicts = chips.filter((chip) => chip.getAttribute('aria-pressed') === 'true').map((chip) => chip.dataset.verdict);
    const words = find.value.toLowerCase().split(' ').filter(Boolean);
    let count = 0;
    for (const scenario of scenarios) {
      const fits =
        (verdicts.length === 0 || verdicts.includes(scenario.dataset.verdict)) &&
        words.every((word) => scenario.dataset.find.includes(word)) &&
        (role.value === '' || scenario.dataset.roles.split(' ').includes(role.value));
      scenario.hidden = !fits;
      if (fits) count += 1;
    }
    for (const feature of features) feature.hidden = feature.querySelector('details.sc:not([hidden])') === null;
    shown.textContent = count + ' of ' + scenarios.length + ' shown';
  };

  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target === null) return;
    const scenario = target.closest('details.sc');
    if (scenario !== null && scenario.hidden) {
      for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
      find.value = '';
      role.value = '';
      apply();
    }
    for (let box = target; box !== null; box = box.parentElement) if (box.tagName === 'DETAILS') box.open = true;
    const inner = target.tagName === 'LI' ? target.querySelector(':scope > details') : null;
    if (inner !== null) inner.open = true;
    target.scrollIntoView();
  };

  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  find.addEventListener('input', apply);
  role.addEventListener('change', apply);
  window.addEventListener('hashchange', reveal);
  form.hidden = false;
  apply();
  reveal();
})();
`;
