import { type GrowthLine, type GrowthPanel, SIZES } from './growth.ts';

/* An SVG by hand: one panel for each function, time for a byte against size, both axes logarithmic. */

const COLUMNS = 2;
const PANEL = { width: 610, height: 300 };
/** The drawing area within a panel; the rest is for the title, the axes and the names of the lines. */
const AREA = { left: 56, top: 34, width: 310, height: 216 };

/** Nanoseconds for a byte. What costs less than the least is drawn on the axis. */
const LEAST = 0.01;
const MOST = 1000;
const TICKS = [0.01, 0.1, 1, 10, 100, 1000];

/** Told apart also by those who do not see all colours, with the dashes. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8c6d00', '#56b4e9', '#444444'];

export function plotGrowth(panels: readonly GrowthPanel[]): string {
  const width = COLUMNS * PANEL.width;
  const height = Math.ceil(panels.length / COLUMNS) * PANEL.height;
  const drawn = panels.map((panel, i) => {
    const x = (i % COLUMNS) * PANEL.width;
    const y = Math.floor(i / COLUMNS) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${drawPanel(panel)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    '<title>Time for a byte, from 1 kB to 1 MB</title>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

function drawPanel({ name, lines }: GrowthPanel): string {
  return [
    `<text x="${AREA.left}" y="20" font-size="15" font-weight="bold">${escape(name)}</text>`,
    ...TICKS.map(
      (tick) =>
        `<path d="M${AREA.left} ${yOf(tick)}h${AREA.width}" stroke="#dddddd"/>` +
        `<text x="${AREA.left - 6}" y="${yOf(tick) + 4}" text-anchor="end">${tick} ns</text>`,
    ),
    ...SIZES.map(
      (size, i) =>
        `<path d="M${xOf(i)} ${AREA.top}v${AREA.height}" stroke="#eeeeee"/>` +
        `<text x="${xOf(i)}" y="${AREA.top + AREA.height + 16}" text-anchor="middle">${sizeName(size)}</text>`,
    ),
    ...lines.map(drawLine),
  ].join('\n');
}

function drawLine({ shape, refused, perByte, power }: GrowthLine, i: number): string {
  const colour = COLOURS[i % COLOURS.length] ?? '';
  const dashes = i < COLOURS.length ? '' : ' stroke-dasharray="5 3"';
  const points = perByte.map((time, at) => `${xOf(at)},${yOf(time).toFixed(1)}`).join(' ');
  const x = AREA.left + AREA.width + 14;
  const y = AREA.top + 10 + i * 19;
  const label = `${refused ? '✗ ' : ''}${shape} (${power.toFixed(2)})`;
  return [
    `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`,
    `<path d="M${x} ${y - 4}h18" stroke="${colour}" stroke-width="2"${dashes}/>`,
    `<text x="${x + 24}" y="${y}" font-size="11">${escape(label)}</text>`,
  ].join('');
}

function xOf(i: number): number {
  return AREA.left + (AREA.width * i) / (SIZES.length - 1);
}

function yOf(time: number): number {
  const share = Math.log(Math.min(Math.max(time, LEAST), MOST) / LEAST) / Math.log(MOST / LEAST);
  return AREA.top + AREA.height * (1 - share);
}

function sizeName(size: number): string {
  return size < 1024 * 1024 ? `${size / 1024} kB` : `${size / 1024 / 1024} MB`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
