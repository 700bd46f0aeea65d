import { directionOf } from '../../core/i18n/direction.ts';
import type { Role } from './fonts.ts';
import { type SetLine, setLine } from './shaping.ts';
import { fitted } from './wrapping.ts';

/** What stands on a share picture. */
export interface SocialCard {
  title: string;
  /** The language of the title; it decides the card's direction and forms of letters. */
  lang: string;
  /** What it is: the kind of post, "Round", "Tag". */
  label: string;
  /** The large mark at the side: year and month of a discussion, or a day. */
  mark?: { over: string; under: string; isBoxed: boolean } | undefined;
  /** A line under the title. */
  byline?: string | undefined;
  program: string;
  /** Where it is found: the host, and the folder if there is one. */
  place: string;
  /** The language of everything but the title. */
  siteLang: string;
}

export const WIDTH = 1200;
export const HEIGHT = 630;

// The light palette of styles/tokens.css.
const ENAMEL = '#dfe7ea';
const STOCK = '#fcfdfc';
const BLUE_BLACK = '#14202a';
const PENCIL = '#3b4a55';
const FEINT = '#b9cad3';
const RUBRIC = '#901616';

const SHEET = { left: 48, right: 1152, top: 84, bottom: 548 };
const RULE = 236;
const TITLE = { left: 270, right: 1108, top: 120, bottom: 480 };
const SIZES = [96, 88, 80, 72, 66, 60, 54, 49, 44, 40, 36, 33, 30, 27, 24];

/** Scripts whose letters stand no higher and hang no lower than Latin ones. */
const LOW =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * A share picture as SVG, all text as outlines: a card of the catalogue with its red rule.
 *
 * @returns the picture, and the characters that no typeface has
 */
export async function cardSvg(card: SocialCard): Promise<{ svg: string; missing: string[] }> {
  const isMirrored = directionOf(card.lang) === 'rtl';
  const across = (x: number) => (isMirrored ? WIDTH - x : x);
  const missing: string[] = [];
  const drawn = async (text: string, role: Role, at: Place, lang = card.siteLang) => {
    const line = await setLine(text, { role, lang, direction: directionOf(lang) });
    missing.push(...line.missing);
    return outlines(line, fitting(line, at), isMirrored);
  };
  const box = { width: TITLE.right - TITLE.left, height: TITLE.bottom - TITLE.top };
  const leading = LOW.test(card.title) ? 1.14 : 1.42;
  const setting = { role: 'title', lang: card.lang, direction: directionOf(card.lang) } as const;
  const title = await fitted(card.title, setting, box, SIZES, leading);
  missing.push(...title.lines.flatMap((line) => line.missing));
  const first = TITLE.top + title.size * (leading - 0.28);
  const sheet = { x: SHEET.left, width: SHEET.right - SHEET.left };
  const label = await drawn(card.label, 'label', {
    x: SHEET.left + 22,
    y: 65,
    size: 24,
    fill: BLUE_BLACK,
    room: 400,
  });
  const tab = { width: label.width + 44 };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${ENAMEL}"/>`,
    `<rect x="${sheet.x}" y="${SHEET.top}" width="${sheet.width}" height="${SHEET.bottom - SHEET.top}" fill="${STOCK}" stroke="${FEINT}"/>`,
    tabShape(isMirrored ? WIDTH - SHEET.left - tab.width : SHEET.left, tab.width),
    `<path d="M${across(RULE)} ${SHEET.top}V${SHEET.bottom}" stroke="${RUBRIC}" stroke-width="2"/>`,
    label.svg,
    ...(await mark(card, drawn, across)),
    ...title.lines.map(
      (line, index) =>
        outlines(
          line,
          {
            x: TITLE.left,
            y: first + index * leading * title.size,
            size: title.size,
            fill: BLUE_BLACK,
          },
          isMirrored,
        ).svg,
    ),
    card.byline
      ? (
          await drawn(card.byline, 'label', {
            x: TITLE.left,
            y: 520,
            size: 25,
            fill: PENCIL,
            room: box.width,
          })
        ).svg
      : '',
    (
      await drawn(card.program, 'title', {
        x: SHEET.left,
        y: 600,
        size: 32,
        fill: BLUE_BLACK,
        room: 700,
      })
    ).svg,
    (
      await drawn(
        card.place,
        'label',
        { x: SHEET.right, y: 599, size: 24, fill: PENCIL, anchor: 'end', room: 380 },
        'en',
      )
    ).svg,
    '</svg>',
  ];
  return { svg: svg.join(''), missing };
}

type Drawn = (text: string, role: Role, at: Place) => Promise<{ svg: string }>;

async function mark({ mark }: SocialCard, drawn: Drawn, across: (x: number) => number) {
  if (!mark) return [];
  const centre = (SHEET.left + RULE) / 2;
  const at = { x: centre, anchor: 'middle', fill: RUBRIC } as const;
  const parts = [
    (await drawn(mark.over, 'label', { ...at, y: 164, size: mark.isBoxed ? 32 : 30, room: 150 }))
      .svg,
    (
      await drawn(mark.under, 'label', {
        ...at,
        y: mark.isBoxed ? 214 : 200,
        size: mark.isBoxed ? 52 : 30,
        room: 150,
      })
    ).svg,
  ];
  const frame = `<rect x="${across(centre) - 62}" y="126" width="124" height="106" rx="3" fill="none" stroke="${RUBRIC}" stroke-width="2"/>`;
  return mark.isBoxed ? [frame, ...parts] : parts;
}

function tabShape(left: number, width: number): string {
  const [right, top, foot] = [left + width, 34, SHEET.top + 1];
  return [
    `<path d="M${left} ${foot}V${top + 8}q0-8 8-8H${right - 8}q8 0 8 8V${foot}" fill="${STOCK}" stroke="${FEINT}"/>`,
    `<path d="M${left} ${top + 7}q0-8 8-8H${right - 8}q8 0 8 8z" fill="${RUBRIC}"/>`,
  ].join('');
}

interface Place {
  /** Of a card that runs from left to right. */
  x: number;
  /** The base line. */
  y: number;
  size: number;
  fill: string;
  anchor?: 'end' | 'middle';
  /** The width that there is, in pixels; a longer text becomes smaller. */
  room?: number;
}

function fitting({ width }: SetLine, at: Place): Place {
  const room = at.room ?? Number.POSITIVE_INFINITY;
  return width * at.size > room ? { ...at, size: room / width } : at;
}

function outlines(line: SetLine, { x, y, size, fill, anchor }: Place, isMirrored: boolean) {
  const width = line.width * size;
  const before = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
  const left = isMirrored ? WIDTH - x - width + before : x - before;
  const runs = line.runs.map(({ face, glyphs }) => {
    const em = face.unitsPerEm;
    const scale = size / em;
    const paths = glyphs.map(({ glyph, x: at, y: up }) => {
      const d = face.outline(glyph);
      return d ? `<path transform="translate(${round(at * em)} ${round(up * em)})" d="${d}"/>` : '';
    });
    return `<g transform="matrix(${round(scale)} 0 0 ${round(-scale)} ${round(left)} ${round(y)})">${paths.join('')}</g>`;
  });
  return { svg: `<g fill="${fill}">${runs.join('')}</g>`, width };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
