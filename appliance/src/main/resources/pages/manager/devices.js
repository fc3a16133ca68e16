/** <yc-devices>: devices that are not well, since when, and where; and the controllers. A well one is only counted. */

import { LivePart, html, live, nothing } from '../parts/live-part.js';
import { clock, minutesSince } from '../parts/time.js';
import { say } from '../parts/words.js';

const SHOWN = 8;

class Devices extends LivePart {
  render() {
    const { devices, windows, nodes, leader } = live.hall;
    const ill = devices.filter((device) => device.state === 'fault').sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
    const unknown = devices.filter((device) => device.state === 'unknown');
    const several = nodes.length > 1;
    const windowOf = (device) => windows.find(({ id }) => id === device.window)?.name;
    return html`
      <h2>${say('manager.devices', { n: devices.length, ill: ill.length })}</h2>
      ${ill.length ? nothing : html`<p class="empty">${say('manager.devices.well')}</p>`}
      <ul class="list">${ill.slice(0, SHOWN).map((device) => html`
        <li><strong>${say(`fault.${device.fault}`)}</strong> ${[windowOf(device), say(`manager.device.${device.kind}`), device.id, several && device.node].filter(Boolean).join(' · ')}
          <small>${say('manager.since', { at: clock(Date.parse(device.since)), n: minutesSince(device.since, live.now()) })}</small></li>`)}</ul>
      ${ill.length > SHOWN ? html`<p>${say('manager.more', { n: ill.length - SHOWN })}</p>` : nothing}
      ${unknown.length ? html`<p>${say('manager.devices.unknown', { n: unknown.length, nodes: several ? byNode(unknown) : '' })}</p>` : nothing}
      <h3>${say('manager.nodes')}</h3>
      <p>${nodes.map((node) => [node.id, say(`manager.node.${node.role}`), say(`manager.node.${node.state}`), node.id === leader ? say('manager.node.leader') : ''].filter(Boolean).join(' · ')).join('；')}</p>`;
  }
}

/** {@return how many hang on each controller: n1 4} */
function byNode(devices) {
  const counts = new Map();
  for (const { node } of devices) counts.set(node, (counts.get(node) ?? 0) + 1);
  return [...counts].map(([node, n]) => `${node} ${n}`).join('；');
}

customElements.define('yc-devices', Devices);
