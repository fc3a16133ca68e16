// What the list of controllers means, told without a page or a network: testable alone.

const CLOSE = 1_000; // a voter this near has the log; what it waits for is its vote
const SOON_DAYS = 60; // a node renews 200 days before the end: who comes this near has missed it for months
const DIALS = 2; // addresses in the command line: one may be down when the new machine starts

/** Technical lines of the link, by what a person can do about them. */
const FAULTS = [
  [/refused/i, 'refused'],
  [/not heard|timed? ?out|timeout/i, 'silent'],
  [/unreachable|no route|network is down/i, 'unreachable'],
  [/resolve|unknown ?host/i, 'name'],
  [/revoked/i, 'revoked'],
  [/ended at/i, 'over'],
  [/belongs to hall|not signed by this hall/i, 'other-hall'],
  [/answers /, 'other-node'],
  [/release|version/i, 'release'],
];

/** @typedef {{by: string, leader: string|null, nodes: Array}} List as /api/nodes */

/** {@return the list in the order in which it is read: who leads, who is not well, voters, satellites} */
export function inOrder({ leader, nodes }) {
  const rank = (node) => (node.id === leader ? 0 : node.state !== 'up' ? 1 : node.role === 'voter' ? 2 : 3);
  return nodes.map((node, i) => ({ node, i })).sort((a, b) => rank(a.node) - rank(b.node) || a.i - b.i).map(({ node }) => node);
}

/** {@return how a node stands, as the key of its words; joining says what it waits for} */
export function standing(node, { leader, nodes }) {
  if (node.state !== 'joining') return node.state;
  if (!leader) return 'joining';
  if (node.lag === undefined || node.lag > CLOSE) return 'joining.log';
  // One voter more than an odd number would make nothing safer, so it waits for the next one.
  const close = nodes.filter((one) => one.state === 'joining' && one.lag !== undefined && one.lag <= CLOSE);
  return close.length > 1 ? 'joining.vote' : 'joining.third';
}

/** {@return why nobody leads, or null while somebody does; `few`: fewer voters are seen than must agree} */
export function nobodyLeads({ leader, nodes, by }) {
  if (leader) return null;
  const voters = nodes.filter((node) => node.role === 'voter' && node.state !== 'joining');
  const seen = voters.filter((node) => node.state === 'up').length;
  const needed = Math.floor(voters.length / 2) + 1;
  return { kind: seen < needed ? 'few' : 'electing', all: voters.length, seen, needed, by };
}

/** {@return the words for a fault, or null when there are none and its own line must do} */
export function faultWords(fault) {
  return FAULTS.find(([line]) => line.test(fault))?.[1] ?? null;
}

const mayLead = (node, leader) => node.role === 'voter' && node.state === 'up' && node.id !== leader;

/**
 * {@return what can be done with a node, in the order in which it is likely to be wanted}
 *
 * @param {string} id the node, @param {List} list
 * @returns {Array<{kind: string, node: string, path: string, body?: object, why?: string}>} `why`: it cannot be done now, and why not
 */
export function acts(id, { by, leader, nodes }) {
  const node = nodes.find((one) => one.id === id);
  if (!node) return [];
  const others = nodes.filter((one) => mayLead(one, leader));
  const all = [];
  if (id === leader) {
    all.push(...others.map((one) => lead(one.id)));
    if (!others.length) all.push({ ...lead(id), why: 'alone' });
  } else if (mayLead(node, leader)) all.push(lead(id));
  if (node.role === 'satellite' && !leader) all.push(takeOver(node, by, nodes));
  else if (node.role === 'satellite' && node.state !== 'fenced') all.push({ kind: 'promote', node: id, path: `${path(id)}/promote`, ...(node.state !== 'up' && { why: 'down' }) });
  if (node.address) all.push({ kind: 'renew', node: id, path: `${path(id)}/renew`, ...(node.state !== 'up' && { why: 'down' }) });
  all.push({ kind: node.state === 'up' ? 'retire.up' : 'retire', node: id, path: path(id), ...whyStay(node, leader, nodes) });
  return all;
}

const path = (id) => `/api/nodes/${encodeURIComponent(id)}`;
const lead = (id) => ({ kind: 'lead', node: id, path: `${path(id)}/lead` });

/** A satellite goes on with the hall when no voter is left; only by its own hand, and every voter is named. */
function takeOver(node, by, nodes) {
  const voters = nodes.filter(({ role }) => role === 'voter');
  const why = node.id !== by ? 'elsewhere' : voters.some(({ state }) => state === 'up') ? 'voter' : null;
  return { kind: 'takeover', node: node.id, path: `${path(node.id)}/promote`, body: { without: voters.map(({ id }) => id) }, ...(why && { why }) };
}

function whyStay(node, leader, nodes) {
  if (node.role === 'voter' && nodes.filter(({ role }) => role === 'voter').length < 2) return { why: 'last' };
  return node.id === leader ? { why: 'leads' } : {};
}

/** {@return in how many days a node's certificate ends, if that is soon; negative when it has ended; else null} */
export function endsInDays({ certificateUntil }, now = Date.now()) {
  if (!certificateUntil) return null;
  const days = Math.floor((Date.parse(certificateUntil) - now) / 86_400_000);
  return days < SOON_DAYS ? days : null;
}

/** {@return how wrong a node's clock is, {way: fast|slow, unit: minutes|days, n}, or null when it is right} */
export function clockWrong({ clockOff }) {
  if (!clockOff) return null;
  const minutes = Math.ceil(Math.abs(clockOff) / 60);
  const days = Math.floor(minutes / 1440);
  return { way: clockOff > 0 ? 'fast' : 'slow', ...(days > 1 ? { unit: 'days', n: days } : { unit: 'minutes', n: minutes }) };
}

/** {@return a name that no node has: the next number} */
export function freeName(nodes) {
  const taken = new Set(nodes.map(({ id }) => id));
  let n = 1;
  while (taken.has(`n${n}`)) n += 1;
  return `n${n}`;
}

/** {@return whom a new node can join: the leader first, then voters that are up} */
export function doors({ leader, nodes }) {
  return inOrder({ leader, nodes })
    .filter((node) => node.role === 'voter' && node.state === 'up' && node.address)
    .slice(0, DIALS)
    .map(({ address }) => address);
}

/** {@return the line to type on the new machine} */
export function joinLine({ node, role, code }, list) {
  return `scripts/run --node ${node} --cluster-port 7400 --join ${doors(list).join(' ')} --code ${code} --role ${role}`;
}
