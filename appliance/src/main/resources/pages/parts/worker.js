// One stream for all pages of this browser: a browser opens six connections to a controller at most, and a hall's desk has
// more tabs than that. Each page gets the picture when it comes, then every change.

import { Picture } from './picture.js';
import { Stream } from './stream.js';

const UNHEARD_MS = 150_000; // a page says every 20 s that it is there; one in the background at least once a minute

const pages = new Map(); // port → when it was heard last
const picture = new Picture();
let online = 'no';

const stream = new Stream('/api/hall/stream', {}, {
  message({ event, data }) {
    const said = JSON.parse(data);
    if (event === 'snapshot') {
      picture.snapshot(said);
      tell({ snapshot: said });
    } else if (said.reload) {
      stream.afresh();
      tell({ change: said });
    } else if (picture.change(said)) {
      tell({ change: said });
    }
  },
  online(how) {
    online = how;
    tell({ online });
  },
});

function tell(what) {
  for (const [port, heard] of pages) {
    if (Date.now() - heard > UNHEARD_MS) pages.delete(port);
    else port.postMessage(what);
  }
}

function welcome(port) {
  port.postMessage({ online });
  if (picture.hall) port.postMessage({ snapshot: picture.hall });
}

onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data === 'bye') {
      pages.delete(port);
      return;
    }
    const known = pages.has(port);
    pages.set(port, Date.now());
    if (known) port.postMessage({ online });
    else welcome(port);
    if (!known && online === 'refused') stream.hurry(); // this page may have been enrolled a moment ago
  };
};

stream.start();
