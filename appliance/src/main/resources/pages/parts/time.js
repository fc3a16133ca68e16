// Times and durations as a person says them. The hall's zone is the browser's in a hall; phones elsewhere see it too.

const ZONE = 'Asia/Shanghai';

export function clock(at, seconds = false) {
  return new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit', minute: '2-digit', second: seconds ? '2-digit' : undefined, hour12: false, timeZone: ZONE,
  }).format(at);
}

/** The calendar day of the hall, days from now, as YYYY-MM-DD. */
export function day(at, plusDays = 0) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(at + plusDays * 86400e3);
}

/** Minutes since, never negative. */
export function minutesSince(at, now) {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 60000));
}

/** A wait of {p50, p90} seconds as [from, until] whole minutes, or null when there is none. */
export function waitRange(wait) {
  if (!wait) return null;
  const from = Math.floor(wait.p50 / 60);
  return [from, Math.max(from + 1, Math.ceil(wait.p90 / 60))];
}
