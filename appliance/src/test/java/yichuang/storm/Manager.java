package yichuang.storm;

import java.util.List;
import yichuang.hall.Command;
import yichuang.hall.NodeId;
import yichuang.hall.WindowId;

/**
 * Who walks through a divided hall: now and then takes somebody away from a window that is cut off,
 * and seldom gives a whole island up.
 */
final class Manager {
    private static final int WALKS_MILLIS = 15_000;

    private final Storm storm;
    private final Asker asker;

    Manager(Storm storm) {
        this.storm = storm;
        asker = new Asker(storm, Parts.MANAGER.value());
    }

    void begin() {
        storm.scheduler().after(storm.chance().about(WALKS_MILLIS), this::walk);
    }

    private void walk() {
        if (storm.isEnding()) {
            return;
        }
        List<WindowId> stuck = storm.parts().stuck();
        List<NodeId> cutOff = storm.parts().cutOff();
        if (!stuck.isEmpty() && storm.chance().in(0.2)) {
            ask(new Command.ReleaseWindow(storm.chance().oneOf(stuck)));
        } else if (!cutOff.isEmpty() && storm.chance().in(0.05)) {
            ask(new Command.EndCutOff(storm.chance().oneOf(cutOff)));
        } else {
            begin();
        }
    }

    private void ask(Command command) {
        asker.ask(Requests.command(command), (answer, begun) -> begin());
    }
}
