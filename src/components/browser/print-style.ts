// The style of a printed sheet stands where only pages without scripts see it: it is not needed sooner.
for (const place of document.querySelectorAll('noscript[data-print-style]'))
  place.outerHTML = place.textContent;
