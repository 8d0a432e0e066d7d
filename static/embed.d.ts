// The types of `embed.js`: the element `<icewall-embed>`, its events, and the messages that it exchanges with the
// frame, for pages that have a bare frame. Not for the app's own modules.

/** The figures of a whole wall. Feet, cubic yards, Gold Dragons and days are whole numbers, exact. */
export interface IcewallResult {
  /** The day on which the last foot is added; 0 for a wall that starts finished. */
  days: number;
  /** Ice in all, in cubic yards. */
  ice: number;
  /** Cost in all, in Gold Dragons. */
  cost: number;
  /** Wages and overhead, beside the cost, in Gold Dragons. */
  wages: number;
  profiles: number;
  sections: number;
  /** Crews, those never used included. */
  crews: number;
  /** Crew-days on which a crew stands idle. */
  idleCrewDays: number;
  /** How much of all crew-days is worked, per mille, half up; null where there is no day. */
  utilisation: number | null;
  /** No schedule with as many crews takes fewer days. */
  lowerBound: number;
  /** The most ice on one day, in cubic yards; null where there is no day. */
  peakIce: number | null;
  /** The date of the last day, `2024-08-23`, where day 1 has one. */
  finishDate: string | null;
  /** How many threads computed it. */
  threads: number;
}

/** What the frame tells the page around it. */
export type IcewallTold =
  | { icewall: 'ready' }
  | ({ icewall: 'result' } & IcewallResult)
  /** The day that is looked at. */
  | { icewall: 'day'; day: number | null }
  /** Whether the wall has a fault now, so that the last result is not of what it says. */
  | { icewall: 'stale'; stale: boolean }
  /** How high the frame's page is, in CSS pixels. */
  | { icewall: 'size'; height: number };

/** What the page may tell the frame once it is ready. */
export type IcewallSaid =
  /** With `profiles`, a wall and its parameters by JSON key, those left out as at first; without, only these parameters. */
  | { icewall: 'set'; profiles?: string; settings?: Record<string, string | number | null> }
  | { icewall: 'day'; day: number | null }
  | { icewall: 'theme'; theme: 'light' | 'dark' | null };

/** `<icewall-embed profiles="21 25 28" crews="4">`; parameters of the model are attributes: `target-height="31"`. */
export interface IcewallEmbed extends HTMLElement {
  /** The wall as text: a line is a profile. */
  profiles: string;
  /** How many crews; null: one for each section. */
  crews: number | null;
  /** The last result; null until there is one. */
  readonly result: IcewallResult | null;
  /** The address of the whole app with this wall. */
  readonly address: string;
  /** Looks at a day; null lets it go. */
  lookAt(day: number | null): void;
}

export interface IcewallEventMap {
  'icewall-ready': CustomEvent<Record<string, never>>;
  'icewall-result': CustomEvent<IcewallResult>;
  'icewall-day': CustomEvent<{ day: number | null }>;
  'icewall-stale': CustomEvent<{ stale: boolean }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'icewall-embed': IcewallEmbed;
  }
  interface HTMLElementEventMap extends IcewallEventMap {}
}
