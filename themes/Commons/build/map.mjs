import { readFile } from 'node:fs/promises';
import { geoConicConformal, geoIdentity, geoPath } from 'd3-geo';
import { feature, merge, mergeArcs } from 'topojson-client';

const size = { width: 600, height: 620 };

// Finer than this nobody sees at the size that the map is shown at.
const tolerance = 0.7;

// Countries that are a few pixels large are drawn with a dot, so that a finger finds them.
const small = 110;

// The atlas numbers countries (ISO 3166-1 numeric); the portal's terms are the two letters. Lands that are not named here are drawn without a name.
const codes = {
  '008': 'al', '020': 'ad', '040': 'at', '056': 'be', '070': 'ba', '100': 'bg', 112: 'by', 191: 'hr', 196: 'cy', 203: 'cz', 208: 'dk', 233: 'ee',
  246: 'fi', 250: 'fr', 276: 'de', 300: 'gr', 348: 'hu', 352: 'is', 372: 'ie', 380: 'it', 428: 'lv', 438: 'li', 440: 'lt', 442: 'lu', 470: 'mt',
  498: 'md', 499: 'me', 528: 'nl', 578: 'no', 616: 'pl', 620: 'pt', 642: 'ro', 688: 'rs', 703: 'sk', 705: 'si', 724: 'es', 752: 'se', 756: 'ch',
  792: 'tr', 804: 'ua', 807: 'mk', 826: 'gb',
};

const projection = geoConicConformal().parallels([40, 62]).rotate([-13, 0])
  .fitExtent([[6, 6], [size.width - 6, size.height - 6]], {
    type: 'MultiPoint',
    coordinates: [[-10.2, 51.5], [-9.6, 37], [34.6, 35], [29, 70.6], [14, 34.9], [25.8, 71.2], [31.5, 62.9]],
  });

/** Europe's countries as paths of an SVG, by their code: what the page of country models draws its map from. */
export async function buildMap(root) {
  const atlas = flat(JSON.parse(await readFile(new URL('node_modules/world-atlas/countries-50m.json', root), 'utf8')));
  const draw = geoPath(geoIdentity().clipExtent([[-4, -4], [size.width + 4, size.height + 4]])).digits(0);
  const lands = {};
  const others = [];
  for (const country of recognised(atlas)) {
    const shape = feature(atlas, country);
    const path = compact(draw(shape));
    const code = codes[country.id];
    if (!path) continue;
    if (!code) others.push(country);
    else lands[code] = draw.area(shape) < small ? { path, dot: draw.centroid(shape).map(Math.round) } : { path };
  }
  return JSON.stringify({ ...size, lands, others: compact(draw(merge(atlas, others))) });
}

// The atlas shows who holds the ground. Here, as for the European Union and the United Nations, Crimea is a part of Ukraine and all of Cyprus is Cyprus.
function recognised(atlas) {
  const countries = atlas.objects.countries.geometries;
  const named = (name) => countries.find(({ properties }) => properties.name === name);
  const russia = named('Russia');
  const [x, y] = projection([34.3, 45.2]);
  const isCrimea = (arcs) => {
    const [[west, north], [east, south]] = geoPath().bounds(feature(atlas, { type: 'Polygon', arcs }));
    return west < x && x < east && north < y && y < south && east - west < 60;
  };
  const changed = new Map([
    ['Russia', { ...russia, arcs: russia.arcs.filter((arcs) => !isCrimea(arcs)) }],
    ['Ukraine', { ...named('Ukraine'), ...mergeArcs(atlas, [named('Ukraine'), { type: 'MultiPolygon', arcs: russia.arcs.filter(isCrimea) }]) }],
    ['Cyprus', { ...named('Cyprus'), ...mergeArcs(atlas, [named('Cyprus'), named('N. Cyprus')]) }],
  ]);
  return countries.filter((country) => country !== named('N. Cyprus')).map((country) => changed.get(country.properties.name) ?? country);
}

// The atlas with its lines in pixels and simplified: borders are lines that two countries share, so they still meet.
function flat({ transform: { scale, translate }, arcs, ...atlas }) {
  return {
    ...atlas,
    arcs: arcs.map((arc) => {
      let [x, y] = [0, 0];
      return simplified(arc.map(([dx, dy]) => projection([(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]])));
    }),
  };
}

// Douglas and Peucker: what is left lies no further than the tolerance from what was there.
function simplified(points) {
  const [first, last] = [points[0], points.at(-1)];
  let [furthest, at] = [0, 0];
  for (let i = 1; i < points.length - 1; i++) {
    const away = distance(points[i], first, last);
    if (away > furthest) [furthest, at] = [away, i];
  }
  return furthest <= tolerance ? [first, last] : [...simplified(points.slice(0, at + 1)).slice(0, -1), ...simplified(points.slice(at))];
}

function distance([x, y], [x1, y1], [x2, y2]) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}

// Islands of a pixel or two, and the points that fell together: a third of the bytes.
function compact(path) {
  if (!path) return '';
  return path.split('Z').filter(Boolean).map((ring) => relative(ring.slice(1).split('L').map((pair) => pair.split(',').map(Number))))
    .filter(Boolean).join('');
}

function relative(ring) {
  const points = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1][0] || y !== ring[i - 1][1]);
  if (points.length < 4) return '';
  const steps = points.slice(1).map(([x, y], i) => `${x - points[i][0]},${y - points[i][1]}`);
  return `M${points[0]}l${steps.join(' ')}z`.replace(/[ ,]-/g, '-');
}
