// Walls for the browser tests, and a slow simulator to hold the page against: the rules of the
// model taken at their word, crew by crew, day by day. It knows nothing of browsers.

/** The worked example of the model. */
export const EXAMPLE = '21 25 28\n17\n17 22 17 19 17';

/** So many heights from 0 to `most`, by xorshift from a seed: those of tests/suite. */
export function heights(count, most, seed) {
  let state = Math.max(Math.imul(seed, 2_654_435_761) >>> 0, 1);
  return Uint16Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % (most + 1);
  });
}

/** Equally long profiles as plain lines. */
export function lines(heights, sections) {
  const text = [];
  for (let from = 0; from < heights.length; from += sections) {
    text.push(heights.subarray(from, from + sections).join(' '));
  }
  return `${text.join('\n')}\n`;
}

/** 500 profiles of 2,000 sections: a million heights from 0 to 30. */
export const MILLION = {
  text: () => lines(heights(1_000_000, 30, 1), 2000),
  /** Feet to build. */
  feet: 15_000_604,
  /** Days that a pool of 1,000 crews takes. */
  days: 15_020,
};

/**
 * Builds a wall with a pool of crews in wall order (`crews` null: one for each section).
 * @param {number[][]} profiles start heights
 */
export function build(profiles, crews, { target = 30, rate = 1, volume = 195, price = 1900 } = {}) {
  const sites = profiles.flatMap((heights, profile) => Array.from(heights, (height) => ({ profile, height })));
  const list = sites.filter((site) => site.height < target);
  const hired = crews ?? list.length;
  let next = 0;
  const take = () => list[next++];
  const at = Array.from({ length: hired }, take);
  const days = [];
  let worked = 0;
  while (at.some(Boolean)) {
    const feet = profiles.map(() => 0);
    at.forEach((site, crew) => {
      if (!site) return;
      const added = Math.min(rate, target - site.height);
      site.height += added;
      feet[site.profile] += added;
      worked += 1;
      // Crews that finish on one day choose in their order, as this loop does.
      if (site.height === target) at[crew] = take();
    });
    days.push(feet);
  }
  return totals(days, { hired, worked, volume, price });
}

function totals(days, { hired, worked, volume, price }) {
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const ice = days.map((feet) => sum(feet) * volume);
  let until = 0;
  const table = ice.map((ice) => ({ ice, cost: ice * price, until: (until += ice * price) }));
  const peak = Math.max(0, ...ice);
  return {
    days: days.length,
    ice: sum(ice),
    cost: until,
    peak,
    peakDay: ice.indexOf(peak) + 1,
    crews: hired,
    idle: hired * days.length - worked,
    busy: days.length === 0 ? null : Math.floor((worked * 1000) / (hired * days.length) + 0.5) / 10,
    /** The figures of a day, from 1. */
    on: (day) => table[day - 1],
    /** Ice of a profile on a day, both from 1. */
    iceOf: (profile, day) => (days[day - 1]?.[profile - 1] ?? 0) * volume,
  };
}

/**
 * Who builds which section when, with a pool in wall order (`crews` null: one for each section).
 * @param {number[][]} profiles start heights
 * @returns {{section, profile, crew, first, last}[]} by section; no crew for one that is finished from the start
 */
export function stays(profiles, crews, { target = 30, rate = 1 } = {}) {
  const list = profiles.flatMap((heights, profile) => Array.from(heights, (height) => ({ profile: profile + 1, height })));
  const hired = crews ?? list.filter(({ height }) => height < target).length;
  const free = Array.from({ length: hired }, () => 1);
  return list.map(({ profile, height }, index) => {
    const section = index + 1;
    if (height >= target) return { section, profile };
    // The crew that is free first; of several the lowest number.
    const first = Math.min(...free);
    const crew = free.indexOf(first);
    const last = first + Math.ceil((target - height) / rate) - 1;
    free[crew] = last + 1;
    return { section, profile, crew: crew + 1, first, last };
  });
}

/** A wall of plain lines as profiles. */
export function profilesOf(text) {
  return text.trim().split('\n').map((line) => line.split(' ').map(Number));
}
