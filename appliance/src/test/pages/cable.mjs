// The cable between two controllers of one machine: it can be pulled, and put back. Pulled, every packet between their ports is
// dropped, as by a dead switch, and nobody hears of a closed connection. Needs root, or sudo that asks nothing.

import { spawnSync } from 'node:child_process';

const TABLE = 'yichuang_cable';
const GRID_FAR = 10_000;
const GRID_PORTS = 20;
const PORT_MAX = 65_535;
const NONE = `table inet ${TABLE} {}\ndelete table inet ${TABLE}\n`; // also where there is none

export class Cable {
  #ports;

  /** @param {number[]} doors the --cluster-port of each controller; the grid is some way behind it */
  constructor(doors) {
    this.#ports = `{ ${doors.flatMap((door) => [door, grid(door)]).join(', ')} }`;
    nft(NONE); // an earlier run may have left one behind
  }

  /** {@return why there can be none here: no right to the network, or no nft; empty when there can} */
  static whyNot() {
    try {
      nft(NONE);
      return '';
    } catch (failure) {
      return failure.message;
    }
  }

  /** From now on nothing comes through. */
  pull() {
    nft(`table inet ${TABLE} {
      chain in {
        type filter hook input priority 0;
        tcp dport ${this.#ports} drop
        tcp sport ${this.#ports} drop
      }
    }\n`);
  }

  plug() {
    nft(`delete table inet ${TABLE}\n`);
  }

  end() {
    nft(NONE);
  }
}

/** As HallGrid counts. */
function grid(door) {
  const first = door <= PORT_MAX - GRID_FAR - GRID_PORTS ? door + GRID_FAR : door - GRID_FAR;
  return `${first}-${first + GRID_PORTS - 1}`;
}

function nft(rules) {
  const command = process.getuid() === 0 ? ['nft', '-f', '-'] : ['sudo', '-n', 'nft', '-f', '-'];
  const { status, stderr, error } = spawnSync(command[0], command.slice(1), { input: rules, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the cable cannot be pulled: ${error?.message ?? stderr} (root, or sudo without a password, and nftables)`);
}
