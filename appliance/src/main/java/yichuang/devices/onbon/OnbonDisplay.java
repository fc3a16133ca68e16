package yichuang.devices.onbon;

import java.time.Duration;
import java.util.List;
import yichuang.devices.DeviceFault;
import yichuang.devices.Display;
import yichuang.devices.Face;
import yichuang.devices.bus.Still;
import yichuang.devices.port.Deadline;

/** A display behind a controller. Used by its line only, one act after the other. */
final class OnbonDisplay implements Display {
    static final int REFRESH_SECONDS = 20;
    private static final Duration TEST = Duration.ofSeconds(5);

    private final Controller controller;
    private final Model model;
    private final Panel panel;
    private final Duration again;
    private Face shown = new Face.Blank();
    private Deadline refresh = new Deadline(Duration.ZERO);

    /** {@code again}: after so long it is told the same again. */
    OnbonDisplay(Controller controller, Model model, Panel panel, Duration again) {
        this.controller = controller;
        this.model = model;
        this.panel = panel;
        this.again = again;
    }

    @Override
    public void show(Face face) throws DeviceFault, InterruptedException {
        shown = face;
        send(Still.of(face, panel.width(), panel.height()));
    }

    /** It does not say that its power was gone, and with it the picture: so it is told again. */
    @Override
    public void check() throws DeviceFault, InterruptedException {
        if (refresh.passed()) {
            show(shown);
        } else {
            controller.ping();
        }
    }

    @Override
    public void test() throws DeviceFault, InterruptedException {
        send(List.of(Still.lit(panel.width(), panel.height())));
        Thread.sleep(TEST);
        show(shown);
    }

    private void send(List<Still> stills) throws DeviceFault, InterruptedException {
        controller.act(model.type(), AreaUpdate.of(panel, stills));
        refresh = new Deadline(again);
    }
}
