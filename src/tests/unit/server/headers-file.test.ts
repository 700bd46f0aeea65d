import { expect, test } from 'vitest';
import { headerRules, headersFor } from '../../../server/headers-file.ts';

const rules = headerRules(`# for hosts that read this file
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; base-uri 'self'

/_astro/*
  Cache-Control: public, max-age=31536000
/posts/:id/feed.xml
  Content-Type: application/atom+xml
/a.c
  X-Dot: yes
/*
  X-Content-Type-Options: again
`);

test('a rule for everything reaches every page, with the colons of its value kept', () => {
  expect(headersFor(rules, '/about/').get('content-security-policy')).toBe(
    "default-src 'self'; base-uri 'self'",
  );
});

test('a rule for a folder reaches what is in it and nothing else', () => {
  expect(headersFor(rules, '/_astro/x/y.css').get('cache-control')).toMatch(/31536000/);
  expect(headersFor(rules, '/about/').has('cache-control')).toBe(false);
});

test('a named part stands for one segment', () => {
  expect(headersFor(rules, '/posts/2013-08-a/feed.xml').has('content-type')).toBe(true);
  expect(headersFor(rules, '/posts/2013/08/feed.xml').has('content-type')).toBe(false);
});

test('a dot in a path is a dot', () => {
  expect(headersFor(rules, '/a.c').has('x-dot')).toBe(true);
  expect(headersFor(rules, '/abc').has('x-dot')).toBe(false);
});

test('a header that two rules set gets both values', () => {
  expect(headersFor(rules, '/').get('x-content-type-options')).toBe('nosniff, again');
});
